import { addDays } from '../calendar/local-date';
import { type AverageSettings, averageOf, type WeightedMark } from '../grading/average';
import type { LocalDate } from '../types';

export type DatedMark = WeightedMark & { readonly date: LocalDate };
/** Academic hours missed without a good reason on a day. */
export type UnexcusedHours = { readonly date: LocalDate; readonly hours: number };

/** When a student counts as falling: hundredths lost against before, or hours missed without a good reason. */
export type FallingRule = {
  /** The last weeks, which are held against everything before them. */
  readonly weeks: number;
  readonly drop: number;
  /** Fewer marks than this on either side say nothing. */
  readonly leastMarks: number;
  readonly unexcusedHours: number;
};

/** Four weeks, a drop of 0,30 on at least three marks each side, or twelve unexcused hours (two school days). */
export const usualFallingRule: FallingRule = { weeks: 4, drop: 30, leastMarks: 3, unexcusedHours: 12 };

export type Falling = {
  /** Averages in hundredths; null where there are too few marks to speak of. */
  readonly before: number | null;
  readonly now: number | null;
  /** `now` − `before`, negative when falling; null where one of them is. */
  readonly change: number | null;
  /** Of the last weeks. */
  readonly unexcusedHours: number;
  readonly because: readonly ('average' | 'absence')[];
};

/** The last weeks of a student against the time before (R-127, screens.md 4); null when nothing falls. */
export function fallingOf(
  marks: readonly DatedMark[],
  unexcused: readonly UnexcusedHours[],
  today: LocalDate,
  settings: AverageSettings,
  rule: FallingRule = usualFallingRule,
): Falling | null {
  const since = addDays(today, 1 - 7 * rule.weeks);
  const known = (part: readonly DatedMark[]) => {
    const average = averageOf(part, settings);
    return average && average.count >= rule.leastMarks ? average.hundredths : null;
  };
  const before = known(marks.filter(({ date }) => date < since));
  const now = known(marks.filter(({ date }) => date >= since && date <= today));
  const change = before === null || now === null ? null : now - before;
  const unexcusedHours = unexcused
    .filter(({ date }) => date >= since && date <= today)
    .reduce((sum, { hours }) => sum + hours, 0);
  const because: Falling['because'] = [
    ...(change !== null && change <= -rule.drop ? (['average'] as const) : []),
    ...(unexcusedHours >= rule.unexcusedHours ? (['absence'] as const) : []),
  ];
  return because.length === 0 ? null : { before, now, change, unexcusedHours, because };
}
