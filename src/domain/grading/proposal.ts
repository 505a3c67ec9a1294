import type { PeriodMarkSettings } from '../regulation/regulation';
import type { GradeScale, GradeValue } from '../types';
import { type Average, type NumericMark, numericMark } from './average';

const plainBounds = { 5: 450, 4: 350, 3: 250 } as const;
const fromTop = [5, 4, 3] as const;

export type Bounds = Readonly<Record<5 | 4 | 3, number>>;

/** Lower bounds of 5, 4, 3 in hundredths: the table or rounding to the nearest whole. */
export function boundsOf({ thresholds }: PeriodMarkSettings): Bounds {
  return thresholds.kind === 'table' ? thresholds.from : plainBounds;
}

export type Proposal = {
  readonly value: '5' | '4' | '3' | '2';
  /** Hundredths; null at the open ends. `to` is the last hundredth that still gives this mark. */
  readonly from: number | null;
  readonly to: number | null;
  /** The next better mark and how many hundredths are missing; null for «5». */
  readonly next: { readonly value: '5' | '4' | '3'; readonly from: number; readonly missing: number } | null;
};

/** The mark proposed for the period; null without marks, without an algorithm, or where a зачёт is given. */
export function proposeMark(
  average: Average | null,
  settings: PeriodMarkSettings,
  scale: GradeScale = 'five',
): Proposal | null {
  if (average === null || settings.algorithm === 'none' || scale !== 'five') return null;
  const bounds = boundsOf(settings);
  const reaches = (bound: number): boolean =>
    settings.roundingStep === 'none' ? average.sum * 100 >= bound * average.weight : average.hundredths >= bound;
  const value: NumericMark = fromTop.find((mark) => reaches(bounds[mark])) ?? 2;
  const better = value === 5 ? null : nextMark[value];
  return {
    value: `${value}`,
    from: value === 2 ? null : bounds[value],
    to: better === null ? null : bounds[better] - 1,
    next:
      better === null
        ? null
        : { value: `${better}`, from: bounds[better], missing: Math.max(1, bounds[better] - average.hundredths) },
  };
}

const nextMark = { 4: 5, 3: 4, 2: 3 } as const;

/** Whether the given mark differs from the proposed one by at least one step (R-100, domain.md B.4). */
export function diverges(final: GradeValue | null, proposed: GradeValue | null): boolean {
  if (final === null || proposed === null) return false;
  if (final === 'notAttested' || proposed === 'notAttested') return final !== proposed;
  const given = numericMark(final);
  const expected = numericMark(proposed);
  return given === null || expected === null ? final !== proposed : Math.abs(given - expected) >= 1;
}

/** Whether the regulation asks for a reason with this period mark (C-06). */
export function needsReason(
  final: GradeValue | null,
  proposed: GradeValue | null,
  settings: PeriodMarkSettings,
): boolean {
  return settings.overrideNeedsReason && diverges(final, proposed);
}
