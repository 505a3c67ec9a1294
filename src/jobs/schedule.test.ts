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
