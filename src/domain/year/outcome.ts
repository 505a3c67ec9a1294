import type { Regulation } from '../regulation/regulation';

/** A year's end for one student: `debts` are period grades that are missing, unsatisfactory or «не зачтено». */
export type YearEnd = { readonly finalYear: boolean; readonly onLeave: boolean; readonly debts: number };

export type StudentOutcome = 'promoted' | 'conditional' | 'retained' | 'graduated' | 'notGraduated' | 'onLeave';

/**
 * What closing the year makes of a student (R-022, R-034; 273-ФЗ, ст. 58 ч. 8). Academic leave stays as it is. Debtors go on
 * conditionally or are retained, by profile; nobody leaves with debts.
 */
export function outcomeOf(
  { finalYear, onLeave, debts }: YearEnd,
  { yearEnd }: Pick<Regulation, 'yearEnd'>,
): StudentOutcome {
  if (onLeave) return 'onLeave';
  if (finalYear) return debts === 0 ? 'graduated' : 'notGraduated';
  if (debts === 0) return 'promoted';
  if (yearEnd.debtors === 'retain') return 'retained';
  return yearEnd.conditionalDebts === null || debts <= yearEnd.conditionalDebts ? 'conditional' : 'retained';
}

/** Outcomes that stand in an order; the others wait for an order of their own. */
export function orderKindOf(outcome: StudentOutcome): 'promotion' | 'graduation' | null {
  if (outcome === 'promoted' || outcome === 'conditional') return 'promotion';
  return outcome === 'graduated' ? 'graduation' : null;
}

/** Years of study of a plan: by its last semester, else by the term of the programme in months (46 → 4). */
export function yearsOfStudy(lastSemester: number | null, termMonths: number): number {
  return lastSemester === null ? Math.ceil(termMonths / 12) : Math.ceil(lastSemester / 2);
}
