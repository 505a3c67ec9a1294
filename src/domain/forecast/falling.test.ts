import { expect, test } from 'vitest';
import type { MarkValue } from '../types';
import { fallingOf } from './falling';

const today = '2026-12-18';
const settings = { algorithm: 'mean', roundingStep: '0.01' } as const;
/** The last four weeks begin on 21.11. */
const on = (date: string, marks: string) => [...marks].map((value) => ({ date, value: value as MarkValue }));

const cases: [string, string, string, number, [string[], number | null] | null][] = [
  ['5 5 4 4 → 3 3 4', '5544', '334', 0, [['average'], -117]],
  ['a drop of exactly 0,30', '4444444444', '4444444333', 0, [['average'], -30]],
  ['a little lower', '4444', '44444444443', 0, null],
  ['better than before', '3333', '555', 0, null],
  ['two marks say nothing', '5555', '22', 0, null],
  ['no marks before', '', '2222', 0, null],
  ['twelve hours without a good reason', '4444', '444', 12, [['absence'], 0]],
  ['ten of them', '4444', '444', 10, null],
  ['both', '555', '333', 14, [['average', 'absence'], -200]],
  ['hours and no marks', '', '', 12, [['absence'], null]],
];

test.each(cases)('R-127 %s', (_, before, now, hours, expected) => {
  const marks = [...on('2026-11-20', before), ...on('2026-11-21', now)];
  const falling = fallingOf(marks, [{ date: '2026-12-01', hours }], today, settings);
  expect(falling && [falling.because, falling.change]).toEqual(expected);
});

test('R-127 old absences and marks of later days are left out', () => {
  const late = [{ date: '2026-11-20', hours: 40 }];
  expect(fallingOf(on('2026-11-01', '555'), late, today, settings)).toBeNull();
  expect(fallingOf([...on('2026-11-01', '555'), ...on('2026-12-19', '222')], [], today, settings)).toBeNull();
});

test('R-127 зачёт is no number', () => {
  const marks = [...on('2026-11-01', '555'), { date: '2026-12-01', value: 'fail' as const }];
  expect(fallingOf(marks, [], today, settings)).toBeNull();
});
