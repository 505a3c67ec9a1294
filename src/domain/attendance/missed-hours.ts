import type { AbsenceCode } from '../regulation/regulation';
import type { AttendanceFact } from '../types';
import { codeOf } from './codes';

export type AttendedLesson = AttendanceFact & { /** Academic hours of the lesson. */ readonly hours: number };

/** Academic hours; `valid` contains `sick`, `unclassified` are those whose reason is not (yet) known. */
export type MissedHours = {
  total: number;
  valid: number;
  sick: number;
  invalid: number;
  unclassified: number;
  lateLessons: number;
};

/** Sums missed hours by class (domain.md B.4); lateness costs none (G-04). Lessons attended may be left out. */
export function missedHours(lessons: Iterable<AttendedLesson>, codes: readonly AbsenceCode[]): MissedHours {
  const sum: MissedHours = { total: 0, valid: 0, sick: 0, invalid: 0, unclassified: 0, lateLessons: 0 };
  for (const lesson of lessons) {
    const code = codeOf(lesson, codes);
    if (code?.class === 'late') sum.lateLessons += 1;
    if (!code?.countsHours) continue;
    sum.total += lesson.hours;
    if (code.class === 'valid' || code.class === 'sick') sum.valid += lesson.hours;
    if (code.class === 'sick') sum.sick += lesson.hours;
    if (code.class === 'invalid') sum.invalid += lesson.hours;
    if (code.class === 'unclassified' || code.class === 'unknown') sum.unclassified += lesson.hours;
  }
  return sum;
}
