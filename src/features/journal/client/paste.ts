import { codeOf } from '@/domain/attendance/codes';
import { parseCell } from '@/domain/journal/parse-cell';
import { counted } from '@/texts/plural';
import { cellAt, markIn } from './facts';
import type { FactValue, JournalState } from './journal-state';
import { reachableColumns } from './move';
import { done, refused } from './notices';
import { activeIndex, closedAt, whyClosed } from './permissions';
import { rangeOf } from './range';
import type { Target } from './targets';
import { codeChanges } from './type-absence';
import { writeStep } from './write-facts';
import { activeTarget, withAssignment } from './write-mark';

/**
 * Cells from a spreadsheet: lines go down from the cursor or the first of the chosen cells, tabs to the right; a lone value
 * goes into all chosen cells. What is not understood, closed or beyond the edge is left out and counted. One step of undo.
 */
export function pasteText(state: JournalState, text: string): JournalState {
  const columns = reachableColumns(state);
  const range = rangeOf(state);
  const top = range?.from ?? state.cursor.row;
  const start = columns.indexOf(range?.columns[0] ?? state.cursor.column);
  const given = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const isLone = range !== null && given.length === 1 && !text.includes('\t');
  const lines = isLone
    ? Array.from({ length: range.to - top + 1 }, () => range.columns.map(() => given[0]).join('\t'))
    : given;
  let ready = state;
  let skipped = 0;
  let cells = 0;
  const wanted: { target: Target; after: FactValue }[] = [];
  lines.forEach((line, down) => {
    line.split('\t').forEach((piece, right) => {
      const row = top + down;
      const column = columns[start + right];
      if (piece.trim() === '') return;
      const edits = column === undefined ? null : cellEdits(ready, row, column, piece);
      if (!edits) {
        skipped += 1;
        return;
      }
      ready = edits.state;
      wanted.push(...edits.wanted);
      cells += 1;
    });
  });
  const left = skipped === 0 ? '' : ` Не понято или закрыто: ${skipped}.`;
  if (cells === 0) return refused(state, `Вставить нечего.${left}`);
  return done(writeStep(ready, wanted), `Вставлено: ${counted(cells, 'клетка', 'клетки', 'клеток')}.${left}`);
}

function cellEdits(state: JournalState, row: number, column: number, piece: string) {
  const parsed = parseCell(piece, state.regulation.attendance.codes, state.scale);
  const lesson = state.lessons[column];
  if (!parsed || !lesson || !state.rows[row] || closedAt(state, row, column)) return null;
  if (parsed.marks.length + parsed.dots > 1) return null;
  const wanted: { target: Target; after: FactValue }[] = [];
  let ready = state;
  if (parsed.attendance?.presence) {
    const code = codeOf(parsed.attendance, state.regulation.attendance.codes);
    const edit = code ? codeChanges(state, row, column, code) : null;
    if (!edit || edit.changes.length === 0) return null;
    wanted.push(...edit.changes);
  }
  if (parsed.marks.length + parsed.dots === 1) {
    if (whyClosed(state, row, column, 'mark')) return null;
    ready = withAssignment(state, column);
    const target = activeTarget(ready, row, column);
    if (!target) return null;
    const before = markIn(cellAt(ready, row, column), activeIndex(ready, column));
    const value = parsed.marks[0] ?? null;
    wanted.push({ target, after: { value, required: before.required || value === null } });
  }
  return { state: ready, wanted };
}
