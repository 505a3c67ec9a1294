import { isPractice, type PlanLine, type PlanTerm, wholeHours } from './plan';
import { type Cycle, cycles, meaningOf } from './plan-index';

/** `taught`: hours with a teacher; `whole`: with self-study, consultations and attestation. */
export type Sums = { readonly taught: number; readonly whole: number };

const none: Sums = { taught: 0, whole: 0 };

export function addTerm(sums: Sums, term: PlanTerm): Sums {
  return { taught: sums.taught + term.hours, whole: sums.whole + wholeHours(term) };
}

export function lineSums({ terms }: PlanLine): Sums {
  return terms.reduce(addTerm, none);
}

/** Sums of a cycle, practice apart; `unknown` are the lines whose index names none. */
export function cycleSums(lines: readonly PlanLine[]): { cycle: Cycle | 'unknown'; lines: number; sums: Sums }[] {
  const found = new Map<Cycle | 'unknown', { lines: number; sums: Sums }>();
  for (const line of lines) {
    const cycle = meaningOf(line.index)?.cycle ?? 'unknown';
    const former = found.get(cycle) ?? { lines: 0, sums: none };
    found.set(cycle, { lines: former.lines + 1, sums: line.terms.reduce(addTerm, former.sums) });
  }
  return [...cycles, 'unknown' as const].flatMap((cycle) => {
    const row = found.get(cycle);
    return row ? [{ cycle, ...row }] : [];
  });
}

/** Hours with a teacher by semester, lessons and practice apart. */
export function semesterSums(lines: readonly PlanLine[]): Map<number, { lessons: number; practice: number }> {
  const sums = new Map<number, { lessons: number; practice: number }>();
  for (const line of lines) {
    for (const { semester, hours } of line.terms) {
      const row = sums.get(semester) ?? { lessons: 0, practice: 0 };
      sums.set(semester, row);
      if (isPractice(line)) row.practice += hours;
      else row.lessons += hours;
    }
  }
  return sums;
}
