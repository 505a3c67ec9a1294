import { expect, test } from 'vitest';
import { fulfilment, hoursGiven } from './programme';

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

test.each([
  [72, 40, 38, { remaining: 34, surplus: 0, percent: 95 }],
  [72, 72, 74, { remaining: 0, surplus: 2, percent: 102.8 }],
  [72, 0, 0, { remaining: 72, surplus: 0, percent: null }],
])('R-053 R-054 plan %i, due %i, given %i', (planned, due, given, expected) => {
  expect(fulfilment(planned, due, given)).toMatchObject(expected);
});
