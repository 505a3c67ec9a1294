import { expect, test } from 'vitest';
import { slotOf } from './schedule';

test.each([
  ['2026-10-13T23:09:59Z', '2026-10-13', 'before its time the slot is yesterday’s'],
  ['2026-10-13T23:10:00Z', '2026-10-14', 'from 03:10 in Samara on it is today’s'],
  ['2026-10-14T19:59:00Z', '2026-10-14', 'until midnight'],
  ['2026-10-14T20:30:00Z', '2026-10-14', 'and until 03:10 of the next day'],
])('daily at 03:10, at %s: %s, %s', (now, slot) => {
  expect(slotOf({ dailyAt: '03:10' }, new Date(now), 'Europe/Samara')).toBe(slot);
});

test('every quarter of an hour', () => {
  expect(slotOf({ minutes: 15 }, new Date('2026-10-14T08:29:59Z'), 'Europe/Samara')).toBe('2026-10-14T08:15:00.000Z');
});

test.each([
  ['2026-10-18T01:09:00Z', '2026-10-11', 'before its time on Sunday the slot is last week’s'],
  ['2026-10-18T01:10:00Z', '2026-10-18', 'from 05:10 in Samara on it is today’s'],
  ['2026-10-21T20:00:00Z', '2026-10-18', 'all week'],
])('on Sundays at 05:10, at %s: %s, %s', (now, slot) => {
  expect(slotOf({ dailyAt: '05:10', weekday: 7 }, new Date(now), 'Europe/Samara')).toBe(slot);
});
