import type { CourseKind, PlanTerm } from '../curriculum/plan';
import { meaningOf } from '../curriculum/plan-index';

/** Kinds of journals (R-055, S1 1.9, 2.10, 3.3; S2 3.3; S4 2.9); `final`: ГИА, which has no journal of lessons. */
export const journalKinds = ['theory', 'practical', 'module', 'internship', 'extracurricular', 'final'] as const;
export type JournalKind = (typeof journalKinds)[number];

export type TaughtHours = Pick<PlanTerm, 'hours' | 'practical' | 'laboratory'>;

/**
 * The kind of the journals of a plan's line: by what the line is, and a discipline all of whose hours with a teacher are practical or
 * laboratory has a journal of practical classes. МДК and УП are of their module, ПП is kept on its own (domain.md C.7).
 */
export function journalKindOf(course: CourseKind, terms: readonly TaughtHours[]): JournalKind {
  switch (course) {
    case 'discipline':
      return isPracticalOnly(terms) ? 'practical' : 'theory';
    case 'interdisciplinaryCourse':
    case 'professionalModule':
    case 'educationalPractice':
      return 'module';
    case 'internship':
      return 'internship';
    case 'extracurricular':
      return 'extracurricular';
    case 'finalAssessment':
      return 'final';
  }
}

function isPracticalOnly(terms: readonly TaughtHours[]): boolean {
  const hours = terms.reduce((sum, term) => sum + term.hours, 0);
  const practical = terms.reduce((sum, term) => sum + term.practical + term.laboratory, 0);
  return hours > 0 && practical >= hours;
}

/** «ПМ.01» of what belongs to a module; null for what belongs to none. */
export function moduleIndexOf(index: string): string | null {
  const module = meaningOf(index)?.module ?? null;
  return module === null ? null : `ПМ.${module}`;
}
