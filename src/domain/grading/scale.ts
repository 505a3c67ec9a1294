import type { Regulation } from '../regulation/regulation';
import type { GradeScale, MarkValue } from '../types';

const allowed: Readonly<Record<GradeScale, readonly MarkValue[]>> = {
  five: ['5', '4', '3', '2'],
  passFail: ['pass', 'fail'],
  none: [],
};

/** The marks that a course's scale knows, best first. */
export function marksOf(scale: GradeScale): readonly MarkValue[] {
  return allowed[scale];
}

/** The scale of a section: a course marked зачёт / незачёт, a year of study without marks, else 5–2. */
export function scaleOf(
  passFail: boolean,
  yearOfStudy: number,
  { marklessYears }: Pick<Regulation, 'marklessYears'>,
): GradeScale {
  if (marklessYears.includes(yearOfStudy)) return 'none';
  return passFail ? 'passFail' : 'five';
}

export function isMarkOf(value: MarkValue, scale: GradeScale): boolean {
  return allowed[scale].includes(value);
}

const signs: Readonly<Record<MarkValue, string>> = { 5: '5', 4: '4', 3: '3', 2: '2', pass: 'з', fail: 'нз' };

/** How a mark stands in a cell: «5», «з», «нз». */
export function markSign(value: MarkValue): string {
  return signs[value];
}

/** «2» and «незачёт»: shown in red and bold, counted as failing. */
export function isFailing(value: MarkValue): boolean {
  return value === '2' || value === 'fail';
}
