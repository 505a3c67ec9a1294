import { dayMonth } from '@/texts/format';
import { counted } from '@/texts/plural';
import { cellAt, markIn } from './facts';
import type { Change, Cursor, JournalState } from './journal-state';
import { type Direction, move } from './move';
import { done, refused } from './notices';
import { activeIndex, closedAt, isGradeColumn } from './permissions';
import { lessonOf, studentOf } from './targets';

/** Rows from first to last, and the lessons shown between the two ends; the period grade is never part of it. */
export type Range = { readonly from: number; readonly to: number; readonly columns: readonly number[] };

/** The cells chosen with Shift; null while there is only the cursor's. */
export function rangeOf(state: JournalState): Range | null {
  const { anchor, cursor } = state;
  if (!anchor || (anchor.row === cursor.row && anchor.column === cursor.column)) return null;
  const [left, right] = [Math.min(anchor.column, cursor.column), Math.max(anchor.column, cursor.column)];
  return {
    from: Math.min(anchor.row, cursor.row),
    to: Math.max(anchor.row, cursor.row),
    columns: state.shown.filter((column) => left <= column && column <= right),
  };
}

/** Shift with an arrow: the cursor goes on and all cells between it and where it began are chosen. */
export function extend(state: JournalState, direction: Direction): JournalState {
  const moved = move(state, direction);
  if (isGradeColumn(state, state.cursor.column)) return moved;
  if (isGradeColumn(state, moved.cursor.column)) return state;
  const chosen = { ...moved, anchor: state.anchor ?? state.cursor };
  const range = rangeOf(chosen);
  return range ? done(chosen, rangeWords(chosen, range)) : { ...chosen, anchor: null };
}

/** «Выбрано 6 клеток: Абдуллин Тимур – Борисов Артём, 11 декабря – 18 декабря». */
function rangeWords(state: JournalState, { from, to, columns }: Range): string {
  const count = counted(openCells(state).length, 'клетка', 'клетки', 'клеток');
  const name = (row: number) => state.rows[row]?.name ?? '';
  const day = (column: number | undefined) => dayMonth(state.lessons[column ?? 0]?.date ?? '');
  const rows = from === to ? name(from) : `${name(from)} – ${name(to)}`;
  const days = columns.length === 1 ? day(columns[0]) : `${day(columns[0])} – ${day(columns.at(-1))}`;
  return `Выбрано: ${count}. ${rows}, ${days}`;
}

/** Cells of the range that no closed row takes away, from left to right and from top to bottom. */
export function openCells(state: JournalState): Cursor[] {
  const range = rangeOf(state);
  if (!range) return [];
  const rows = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index);
  return rows.flatMap((row) =>
    range.columns.flatMap((column) => (closedAt(state, row, column) ? [] : [{ row, column }])),
  );
}

/**
 * Does in every cell of the range what a key does in the cursor's, as one step of undo; cells that refuse are counted. The
 * range stays, so that a longer code can be typed over a shorter one.
 */
export function overRange(
  state: JournalState,
  act: (state: JournalState) => JournalState,
  cells: readonly Cursor[] = openCells(state),
): JournalState {
  let next: JournalState = { ...state, anchor: null, typing: '', typingIsCode: false };
  const changes: Change[] = [];
  const refusals: string[] = [];
  for (const cursor of cells) {
    const after = act({ ...next, cursor, undo: [], notice: null });
    changes.push(...after.undo.flatMap((step) => step.changes));
    if (after.notice?.tone === 'refused') refusals.push(after.notice.text);
    next = after;
  }
  const { cursor, anchor, shown, chip } = state;
  const kept = { ...next, cursor, anchor, shown, chip };
  if (changes.length === 0)
    return refused(
      { ...kept, undo: state.undo, redo: state.redo },
      refusals[0] ?? 'В выбранных клетках менять нечего.',
    );
  const undo = [...state.undo.slice(-199), { changes, cursor }];
  const left = refusals.length === 0 ? '' : ` Не изменено: ${refusals.length}. ${refusals[0]}`;
  const written = new Set(changes.map(({ target }) => `${lessonOf(target)} ${studentOf(target)}`)).size;
  return done({ ...kept, undo, redo: [] }, `Записано: ${counted(written, 'клетка', 'клетки', 'клеток')}.${left}`);
}

/** Cells of the range in which the dot has to change: all get one, or where all have it all lose it. */
export function dotCells(state: JournalState): Cursor[] {
  const cells = openCells(state).filter(({ row, column }) => dotAt(state, row, column) !== null);
  const without = cells.filter(({ row, column }) => dotAt(state, row, column) === false);
  return without.length > 0 ? without : cells;
}

/** Whether the active assignment's dot stands; null where a mark does. */
function dotAt(state: JournalState, row: number, column: number): boolean | null {
  const fact = markIn(cellAt(state, row, column), activeIndex(state, column));
  return fact.value === null ? fact.required : null;
}
