import type { AbsenceCode } from '../regulation/regulation';
import type { LocalDate } from '../types';

export const absenceKinds = ['sick', 'doctor', 'family', 'event', 'other'] as const;
/** Why a parent says the child is away; no diagnosis is ever asked (T-072). */
export type AbsenceKind = (typeof absenceKinds)[number];

/** Days from the first to the last, both included; class periods only of a single day. */
export type NoteSpan = {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly firstPeriod: number | null;
  readonly lastPeriod: number | null;
};

/** The code that a note proposes to the curator: illness has one of its own where the dictionary does, else a valid reason. */
export function proposedCode(kind: AbsenceKind, codes: readonly AbsenceCode[]): AbsenceCode | null {
  const ofClass = (sought: AbsenceCode['class']) => codes.find((code) => code.class === sought);
  return (kind === 'sick' ? ofClass('sick') : undefined) ?? ofClass('valid') ?? null;
}

export function coversLesson(span: NoteSpan, lesson: { date: LocalDate; classPeriod: number }): boolean {
  if (lesson.date < span.startsOn || lesson.date > span.endsOn) return false;
  if (span.firstPeriod === null || span.lastPeriod === null) return true;
  return lesson.classPeriod >= span.firstPeriod && lesson.classPeriod <= span.lastPeriod;
}
