import type { MarkValue } from '../types';
import { divideHalfUp, numericMark } from './average';
import { isFailing } from './scale';

/** One student's period mark in statistics; `notAttested` counts in the denominator, `exempt` and null do not. */
export type FinalMark = MarkValue | 'notAttested' | 'exempt' | null;

/** Percentages with one decimal, half-up; null where nobody can be counted. «По отметкам» (domain.md B.4). */
export type Quality = {
  readonly counted: number;
  readonly byValue: Readonly<Record<MarkValue | 'notAttested', number>>;
  readonly success: number | null;
  readonly quality: number | null;
  /** Степень обученности, ИрТех coefficients 100/64/36/16/7. */
  readonly learning: number | null;
};

/** Success and quality of a group in one course; зачёты count for success only. */
export function qualityOf(finals: Iterable<FinalMark>, countsNotAttested = true): Quality {
  const byValue = { 5: 0, 4: 0, 3: 0, 2: 0, pass: 0, fail: 0, notAttested: 0 };
  for (const final of finals) {
    if (final !== null && final !== 'exempt') byValue[final] += 1;
  }
  const { 5: fives, 4: fours, 3: threes, 2: twos, pass, fail } = byValue;
  const absent = countsNotAttested ? byValue.notAttested : 0;
  const marked = fives + fours + threes + twos;
  const counted = marked + pass + fail + absent;
  const onScale = marked === 0 ? 0 : marked + absent;
  return {
    counted,
    byValue,
    success: percent(fives + fours + threes + pass, counted),
    quality: percent(fives + fours, onScale),
    learning:
      onScale === 0
        ? null
        : divideHalfUp((100 * fives + 64 * fours + 36 * threes + 16 * twos + 7 * absent) * 10, onScale) / 10,
  };
}

export type Standing = 'excellent' | 'good' | 'oneThree' | 'passing' | 'failing' | 'unmarked';

/** A student's class by all period marks: отличник, хорошист, с одной «3», успевает, неуспевающий (domain.md B.4). */
export function standingOf(finals: Iterable<FinalMark>): Standing {
  let marks = 0;
  let fours = 0;
  let threes = 0;
  for (const final of finals) {
    if (final === null || final === 'exempt') continue;
    if (final === 'notAttested' || isFailing(final)) return 'failing';
    marks += 1;
    const value = numericMark(final);
    if (value === 4) fours += 1;
    if (value === 3) threes += 1;
  }
  if (marks === 0) return 'unmarked';
  if (threes > 0) return threes === 1 ? 'oneThree' : 'passing';
  return fours > 0 ? 'good' : 'excellent';
}

/** part·100/whole with one decimal, half-up; null for an empty whole. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : divideHalfUp(part * 1000, whole) / 10;
}
