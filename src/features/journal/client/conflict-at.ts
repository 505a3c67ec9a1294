import type { JournalState } from './journal-state';
import { keyOf, lessonOf, studentOf, type TargetKey } from './targets';

/** The conflict of a cell, if there is one. */
export function conflictAt(state: JournalState, row: number, column: number): TargetKey | null {
  const studentId = state.rows[row]?.studentId;
  const lessonId = state.lessons[column]?.id ?? null;
  for (const { target } of state.conflicts.values())
    if (studentOf(target) === studentId && lessonOf(target) === lessonId) return keyOf(target);
  return null;
}
