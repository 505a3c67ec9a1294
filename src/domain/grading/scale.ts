import type { Regulation } from '../regulation/regulation';
import type { GradeScale, GradeValue, MarkValue } from '../types';

const points: readonly MarkValue[] = ['5', '4', '3', '2'];
const credit: readonly MarkValue[] = ['pass', 'fail'];

/** Current marks of a scale, best first. A course that ends with a зачёт is marked 5–2 as well as з / нз on the way. */
export function marksOf(scale: GradeScale): readonly MarkValue[] {
  switch (scale) {
    case 'five':
      return points;
    case 'passFail':
      return [...points, ...credit];
    case 'none':
      return [];
  }
}

/** Period grades of a scale, best first. */
export function gradesOf(scale: GradeScale): readonly MarkValue[] {
  switch (scale) {
    case 'five':
      return points;
    case 'passFail':
      return credit;
    case 'none':
      return [];
  }
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

/** Whether a current mark is known to the scale. */
export function isMarkOf(value: MarkValue, scale: GradeScale): boolean {
  return marksOf(scale).includes(value);
}

/** Whether a period grade is known to the scale; «не аттестован» always is where there are grades (C-07). */
export function isGradeOf(value: GradeValue, scale: GradeScale): boolean {
  return value === 'notAttested' ? scale !== 'none' : gradesOf(scale).includes(value);
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
