import { expect, test } from 'vitest';
import { hoursGiven } from './programme';

const lessons = [
  { date: '2026-09-01', hours: 2 },
  { date: '2026-09-30', hours: 2 },
  { date: '2026-10-01', hours: 1 },
];

test('hours given in an interval, both ends included', () => {
  expect(hoursGiven(lessons)).toBe(5);
  expect(hoursGiven(lessons, '2026-09-01', '2026-09-30')).toBe(4);
  expect(hoursGiven(lessons, '2026-09-02')).toBe(3);
});
