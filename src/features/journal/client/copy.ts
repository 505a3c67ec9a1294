import { displayCell } from '@/domain/journal/cell';
import { cellAt } from './facts';
import type { JournalState } from './journal-state';
import { rangeOf } from './range';

/** The cursor's cell, or the range, as a spreadsheet takes it: tabs between lessons, a line per student. */
export function copiedText(state: JournalState): string {
  const { row, column } = state.cursor;
  const { from, to, columns } = rangeOf(state) ?? { from: row, to: row, columns: [column] };
  const text = (student: number) => (lesson: number) =>
    displayCell(cellAt(state, student, lesson), state.regulation.attendance.codes).text;
  const rows = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return rows.map((student) => columns.map(text(student)).join('\t')).join('\n');
}
