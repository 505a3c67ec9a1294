import { conflictAt } from '../client/conflict-at';
import type { JournalState } from '../client/journal-state';
import { moveTo } from '../client/move';

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
