import type { JournalState } from '../client/journal-state';
import { moveTo } from '../client/move';
import { keyOf, lessonOf, studentOf } from '../client/targets';

/** A click in a row: the cursor goes there; a conflict, an average open what is behind them. */
export function clickCell(state: JournalState, row: number, place: number): JournalState {
  const total = place - state.shown.length;
  if (place < 0) return moveTo(state, row, state.cursor.column);
  if (total === 2 || total === 3) return { ...state, dialog: { kind: 'average', row } };
  const column = total >= 0 ? state.lessons.length : (state.shown[place] ?? state.cursor.column);
  const moved = moveTo(state, row, column);
  const key = conflictAt(state, row, column);
  return key === null ? moved : { ...moved, dialog: { kind: 'conflict', key } };
}

/** The conflict of a cell, if there is one. */
export function conflictAt(state: JournalState, row: number, column: number): string | null {
  const studentId = state.rows[row]?.studentId;
  const lessonId = state.lessons[column]?.id ?? null;
  for (const { target } of state.conflicts.values())
    if (studentOf(target) === studentId && lessonOf(target) === lessonId) return keyOf(target);
  return null;
}
