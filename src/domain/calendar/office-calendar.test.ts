import { describe, expect, it } from 'vitest';
import { type Bell, bellTimes } from './bells';
import { dayRanges } from './day-ranges';
import { weekRuns, weeksOfYear } from './study-weeks';

const bell = (startsAt: string, rule: Partial<Bell> = {}): Bell => {
  return { number: 1, startsAt, endsAt: '23:00', shortened: false, ...rule };
};
const bells = [
  bell('08:30'),
  bell('08:31', { shortened: true }),
  bell('14:00', { groupId: 7 }),
  bell('14:01', { groupId: 7, shortened: true }),
  bell('09:00', { weekday: 6 }),
  bell('10:00', { date: '2026-12-31' }),
  { ...bell('16:00'), number: 5 },
];
const times = bellTimes(bells, ['2026-11-03']);

describe('R-028 by which bells a lesson is held', () => {
  it.each([
    ['an ordinary day', '2026-11-02', 1, null, '08:30'],
    ['a shortened day', '2026-11-03', 1, null, '08:31'],
    ['a group of the second shift', '2026-11-02', 1, 7, '14:00'],
    ['its shortened day', '2026-11-03', 1, 7, '14:01'],
    ['another group', '2026-11-02', 1, 8, '08:30'],
    ['a weekday of its own', '2026-11-07', 1, null, '09:00'],
    ['a date of its own', '2026-12-31', 1, 8, '10:00'],
    ['a date of its own is for all', '2026-12-31', 1, 7, '10:00'],
    ['a пара that shortened bells lack', '2026-11-03', 5, null, '16:00'],
    ['a пара that no bells have', '2026-11-02', 6, null, undefined],
  ])('%s', (_, date, number, group, startsAt) => {
    expect(times(date, number, group)?.startsAt).toBe(startsAt);
  });
});

describe('R-027 a row of the calendar graph', () => {
  const weeks = weeksOfYear('2026-09-01', '2026-10-04');
  it('begins with the Monday of the first week', () => {
    expect(weeks).toEqual(['2026-08-31', '2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28']);
  });
  it.each([
    ['lessons only', [], [[null, 5]]],
    ['two days of a week are not the week', [['practice', '2026-09-07', '2026-09-08']], [[null, 5]]],
    [
      'three are; the next span begins in the same week',
      [
        ['practice', '2026-09-07', '2026-09-16'],
        ['session', '2026-09-17', '2026-09-25'],
      ],
      [
        [null, 1],
        ['practice', 2],
        ['session', 1],
        [null, 1],
      ],
    ],
  ] as const)('%s', (_, spans, runs) => {
    const given = spans.map(([kind, startsOn, endsOn]) => ({ kind, startsOn, endsOn }));
    expect(weekRuns(weeks, given).map(({ kind, weeks: count }) => [kind, count])).toEqual(runs);
  });
});

it('R-027 neighbouring days that say the same are one range', () => {
  const holiday = (date: string, name = 'Каникулы') => ({ date, kind: 'holiday' as const, name, followsWeekday: null });
  const days = [holiday('2027-01-02'), holiday('2027-01-01'), holiday('2027-01-04'), holiday('2027-01-03', 'Другое')];
  expect(dayRanges(days).map(({ from, to, name }) => [from, to, name])).toEqual([
    ['2027-01-01', '2027-01-02', 'Каникулы'],
    ['2027-01-03', '2027-01-03', 'Другое'],
    ['2027-01-04', '2027-01-04', 'Каникулы'],
  ]);
});
