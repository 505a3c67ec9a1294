import type { JournalState } from './journal-state';
import { monthChips } from './month-chips';
import { closedAt } from './permissions';

export type Direction =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'firstColumn'
  | 'lastColumn'
  | 'firstRow'
  | 'lastRow'
  | 'firstCell'
  | 'lastCell';

/** Columns that the cursor can stand in: the lessons shown and the period grade. */
export function reachableColumns(state: JournalState): readonly number[] {
  return [...state.shown, state.lessons.length];
}

/** Moves the cursor and so ends a code that was being typed, and a range of cells. */
export function move(state: JournalState, direction: Direction): JournalState {
  const columns = reachableColumns(state);
  const { row, column } = state.cursor;
  const last = state.rows.length - 1;
  const place = Math.max(0, columns.indexOf(column));
  const across = (to: number) => columns[Math.min(Math.max(to, 0), columns.length - 1)] ?? column;
  switch (direction) {
    case 'up':
      return moveTo(state, row - 1, column);
    case 'down':
      return moveTo(state, row + 1, column);
    case 'left':
      return moveTo(state, row, across(beside(state, columns, place, -1)));
    case 'right':
      return moveTo(state, row, across(beside(state, columns, place, 1)));
    case 'firstColumn':
      return moveTo(state, row, across(0));
    case 'lastColumn':
      return moveTo(state, row, across(columns.length - 1));
    case 'firstRow':
      return moveTo(state, 0, column);
    case 'lastRow':
      return moveTo(state, last, column);
    case 'firstCell':
      return moveTo(state, 0, across(0));
    case 'lastCell':
      return moveTo(state, last, across(columns.length - 1));
  }
}

/** The next place in the row: a closed span is one cell. */
function beside(state: JournalState, columns: readonly number[], place: number, step: 1 | -1): number {
  const span = closedAt(state, state.cursor.row, columns[place] ?? -1);
  let next = place + step;
  while (span && columns[next] !== undefined && closedAt(state, state.cursor.row, columns[next] ?? -1) === span) {
    next += step;
  }
  return next < 0 || next >= columns.length ? place : next;
}

/** Puts the cursor into a cell, shows its month if it is hidden, and ends a code that was being typed. */
export function moveTo(state: JournalState, row: number, column: number): JournalState {
  const cursor = { row: Math.min(Math.max(row, 0), state.rows.length - 1), column };
  const unfinished = state.typing !== '' && !state.typingIsCode;
  const notice = unfinished
    ? { tone: 'refused' as const, text: `Нет кода «${state.typing}», ничего не записано.` }
    : null;
  return { ...withMonthOf(state, column), cursor, anchor: null, typing: '', typingIsCode: false, notice };
}

function withMonthOf(state: JournalState, column: number): JournalState {
  if (column >= state.lessons.length || state.shown.includes(column)) return state;
  const chips = monthChips(state.lessons, state.view.period.name);
  const chip = chips.findIndex((one) => one.columns.includes(column));
  return { ...state, chip, shown: chips[chip]?.columns ?? state.shown };
}

/** After a mark: the next row that is open in this column, or the last one. */
export function stepDown(state: JournalState): JournalState {
  const { row, column } = state.cursor;
  const next = state.rows.findIndex((_, index) => index > row && !closedAt(state, index, column));
  return next < 0 ? { ...state, typing: '', typingIsCode: false } : moveTo(state, next, column);
}
