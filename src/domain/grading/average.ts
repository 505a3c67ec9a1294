import type { PeriodMarkSettings } from '../regulation/regulation';
import type { MarkValue } from '../types';

export type WeightedMark = {
  readonly value: MarkValue /** Whole number, 1 by default (G-02). */;
  readonly weight?: number;
};
export type NumericMark = 5 | 4 | 3 | 2;

/** A mean as the exact fraction `sum / weight`, never a float. */
export type Average = {
  /** Marks counted; зачёты and debts are not (G-03). */
  readonly count: number;
  readonly byValue: Readonly<Record<NumericMark, number>>;
  readonly sum: number;
  readonly weight: number;
  /** The fraction rounded half-up by the regulation's step, in hundredths: 463 = 4,63. */
  readonly hundredths: number;
  readonly weighted: boolean;
};

export type AverageSettings = Pick<PeriodMarkSettings, 'algorithm' | 'roundingStep'>;

/** The mean of current marks (R-091, R-092, G-01…G-03) or null without numeric marks. `none` still shows a plain mean. */
export function averageOf(marks: Iterable<WeightedMark>, settings: AverageSettings): Average | null {
  const byValue = { 5: 0, 4: 0, 3: 0, 2: 0 };
  const weighted = settings.algorithm === 'weighted';
  let count = 0;
  let sum = 0;
  let weight = 0;
  for (const mark of marks) {
    const value = numericMark(mark.value);
    if (value === null) continue;
    const own = weighted ? (mark.weight ?? 1) : 1;
    byValue[value] += 1;
    count += 1;
    sum += value * own;
    weight += own;
  }
  if (count === 0) return null;
  return { count, byValue, sum, weight, hundredths: roundedHundredths(sum, weight, settings.roundingStep), weighted };
}

/** The mean of all the marks behind these means, exactly: of a group from its rows. */
export function pooledAverage(averages: Iterable<Average | null>, settings: AverageSettings): Average | null {
  const byValue = { 5: 0, 4: 0, 3: 0, 2: 0 };
  let [count, sum, weight] = [0, 0, 0];
  for (const average of averages) {
    if (average === null) continue;
    for (const value of [5, 4, 3, 2] as const) byValue[value] += average.byValue[value];
    count += average.count;
    sum += average.sum;
    weight += average.weight;
  }
  if (count === 0) return null;
  const hundredths = roundedHundredths(sum, weight, settings.roundingStep);
  return { count, byValue, sum, weight, hundredths, weighted: settings.algorithm === 'weighted' };
}

/** 5, 4, 3, 2 as numbers; null for зачёт and незачёт. */
export function numericMark(value: MarkValue): NumericMark | null {
  switch (value) {
    case '5':
      return 5;
    case '4':
      return 4;
    case '3':
      return 3;
    case '2':
      return 2;
    case 'pass':
    case 'fail':
      return null;
  }
}

function roundedHundredths(sum: number, weight: number, step: AverageSettings['roundingStep']): number {
  return step === '0.1' ? divideHalfUp(sum * 10, weight) * 10 : divideHalfUp(sum * 100, weight);
}

/** Non-negative whole numbers only: exact, because nothing leaves the integers. */
export function divideHalfUp(numerator: number, denominator: number): number {
  return Math.floor((2 * numerator + denominator) / (2 * denominator));
}
