import { displayCell } from '@/domain/journal/cell';
import { cellAt } from '../facts';
import type { JournalState } from '../journal-state';

/** A column as it stands on the page, a string per row. */
export function shownColumn(state: JournalState, column: number): string[] {
  return state.rows.map((_, row) => displayCell(cellAt(state, row, column), state.regulation.attendance.codes).text);
}
