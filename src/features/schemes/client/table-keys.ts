import type { KeyboardEvent } from 'react';
import { type TableColumn, tableColumns } from './scheme-table';

/** What a key asks of the table; `move` goes to another cell. */
export type TableAct =
  | { kind: 'save' | 'undo' | 'redo' | 'addBelow' | 'addSection' | 'remove' | 'lineUp' | 'lineDown' }
  | { kind: 'move'; down: number; right: number; grows: boolean };

type Place = { atStart: boolean; atEnd: boolean; isText: boolean };

/** Keys of the table of topics, on any layout: Enter goes down, Tab to the right as in every form. */
export function actOfKey(event: KeyboardEvent, { atStart, atEnd, isText }: Place): TableAct | null {
  const { code, key, shiftKey, altKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && code === 'KeyS') return { kind: 'save' };
  if (ctrl && code === 'KeyZ') return { kind: shiftKey ? 'redo' : 'undo' };
  if (ctrl && code === 'KeyY') return { kind: 'redo' };
  if (ctrl && key === 'Enter') return { kind: shiftKey ? 'addSection' : 'addBelow' };
  if (altKey && key === 'Delete') return { kind: 'remove' };
  if (altKey && key === 'ArrowUp') return { kind: 'lineUp' };
  if (altKey && key === 'ArrowDown') return { kind: 'lineDown' };
  if (ctrl || altKey) return null;
  if (key === 'Enter' && !shiftKey) return { kind: 'move', down: 1, right: 0, grows: true };
  if (!isText) return null;
  if (key === 'ArrowUp' && atStart) return { kind: 'move', down: -1, right: 0, grows: false };
  if (key === 'ArrowDown' && atEnd) return { kind: 'move', down: 1, right: 0, grows: false };
  if (key === 'ArrowLeft' && atStart) return { kind: 'move', down: 0, right: -1, grows: false };
  if (key === 'ArrowRight' && atEnd) return { kind: 'move', down: 0, right: 1, grows: false };
  return null;
}

/** The field that has the focus, as its line and column are written on it. */
export function cellOfEvent(target: EventTarget): { key: string; column: TableColumn | 'part'; place: Place } | null {
  if (!(target instanceof HTMLTextAreaElement) && !(target instanceof HTMLSelectElement)) return null;
  const { line, column } = target.dataset;
  const known = column === 'part' ? 'part' : tableColumns.find((one) => one === column);
  if (line === undefined || known === undefined) return null;
  if (target instanceof HTMLSelectElement) {
    return { key: line, column: known, place: { atStart: true, atEnd: true, isText: false } };
  }
  const { selectionStart: from, selectionEnd: to, value } = target;
  return { key: line, column: known, place: { atStart: to === 0, atEnd: from === value.length, isText: true } };
}

/** Puts the cursor into a cell once it is drawn. */
export function focusCell(table: HTMLElement | null, line: string, column: string): void {
  requestAnimationFrame(() => {
    const cell = table?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"][data-column="${column}"]`);
    cell?.focus();
    if (cell instanceof HTMLTextAreaElement) cell.setSelectionRange(cell.value.length, cell.value.length);
  });
}

/** The line under this one, else the one above it. */
export function neighbourOf(table: HTMLElement | null, line: string): string | null {
  const titles = [...(table?.querySelectorAll<HTMLElement>('[data-column="title"]') ?? [])];
  const place = titles.findIndex(({ dataset }) => dataset.line === line);
  return (titles[place + 1] ?? titles[place - 1])?.dataset.line ?? null;
}
