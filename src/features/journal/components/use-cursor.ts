import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { dayMonth } from '@/texts/format';
import { useInBrowser } from '@/ui/use-in-browser';
import type { JournalState } from '../client/journal-state';
import { isGradeColumn } from '../client/permissions';
import { rangeOf } from '../client/range';
import { spokenPlace } from '../client/spoken-place';
import { cellAtPlace } from './cell-place';
import { useJournalState } from './journal-context';

/** Columns of totals before the period grade: пропуски, долги, средний, предлагается. */
const gradePlace = 4;

/**
 * Shows the cursor without rendering: one cell of the table can be focused and bears its name in words; its row and column
 * heads are lit. React does not know these attributes, so a row that renders again keeps them.
 */
export function useCursor(table: RefObject<HTMLTableElement | null>): void {
  const state = useJournalState((one) => one);
  const { cursor, shown, panel } = state;
  const drawn = useInBrowser(); // before that the table has no cells
  const lit = useRef<Element[]>([]);

  useLayoutEffect(() => {
    const cell = currentCell(table.current, state);
    for (const element of lit.current) unlight(element);
    lit.current = cell ? [...light(cell, state), ...choose(table.current, state)] : [];
    if (!cell) return;
    if (document.activeElement !== cell && (isIdle(table.current) || table.current?.contains(document.activeElement)))
      focusCell(cell);
  });

  // A change of page ends with the router focusing the page itself, after layout effects: the first key must still be ours.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the cells are there.
  useEffect(() => {
    const cell = table.current?.querySelector<HTMLTableCellElement>('[data-cursor]');
    if (cell && isIdle(table.current)) focusCell(cell);
  }, [table, drawn]);

  // The card changes the grid's width: the cursor must not end up beside the picture.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when these change.
  useLayoutEffect(() => {
    currentCell(table.current, state)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [cursor, shown, panel, drawn]);
}

/** Nothing particular has the focus: the body, or a part of the page that contains the grid. */
export function isIdle(table: HTMLTableElement | null): boolean {
  const focused = document.activeElement;
  return focused === null || (focused !== table && focused.contains(table));
}

function currentCell(table: HTMLTableElement | null, state: JournalState): HTMLTableCellElement | null {
  const { row, column } = state.cursor;
  const place = isGradeColumn(state, column) ? state.shown.length + gradePlace : state.shown.indexOf(column);
  return place < 0 ? null : cellAtPlace(table?.tBodies[0]?.rows[row], place);
}

function focusCell(cell: HTMLTableCellElement): void {
  cell.focus({ preventScroll: true });
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function light(cell: HTMLTableCellElement, state: JournalState): Element[] {
  cell.setAttribute('data-cursor', '');
  cell.setAttribute('tabindex', '0');
  cell.setAttribute('aria-label', spokenPlace(state));
  const row = cell.parentElement;
  const place = state.shown.indexOf(state.cursor.column);
  const head = cell.closest('table')?.tHead;
  const days = place < 0 ? undefined : head?.rows[1]?.cells[place];
  const types = place < 0 ? undefined : head?.rows[2]?.cells[place];
  const lesson = state.lessons[state.cursor.column];
  if (days && lesson) days.setAttribute('title', [dayMonth(lesson.date), lesson.topic].filter(Boolean).join(': '));
  const heads = [row?.children[0], row?.children[1], days, types].filter((one) => one instanceof Element);
  for (const element of heads) element.setAttribute('data-lit', '');
  return [cell, ...heads];
}

/** Marks the chosen cells, for the eye and for a screen reader. */
function choose(table: HTMLTableElement | null, state: JournalState): Element[] {
  const range = rangeOf(state);
  if (!table || !range) return [];
  table.setAttribute('aria-multiselectable', 'true');
  const rows = [...(table.tBodies[0]?.rows ?? [])].slice(range.from, range.to + 1);
  const places = range.columns.map((column) => state.shown.indexOf(column));
  const cells = rows.flatMap((row) => places.flatMap((place) => cellAtPlace(row, place) ?? []));
  for (const cell of cells) cell.setAttribute('aria-selected', 'true');
  return cells;
}

function unlight(element: Element): void {
  element.removeAttribute('data-lit');
  element.removeAttribute('aria-selected');
  if (!element.hasAttribute('data-cursor')) return;
  for (const name of ['data-cursor', 'tabindex', 'aria-label']) element.removeAttribute(name);
}
