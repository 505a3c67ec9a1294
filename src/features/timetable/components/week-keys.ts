import type { KeyboardEvent } from 'react';
import type { WeekView } from '../week-view';
import type { GridActs } from './week-acts';

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key does in the week: arrows walk through its hours and what stands in them, the others act on where the focus is. */
export function pressKey(event: KeyboardEvent<HTMLTableElement>, view: WeekView, acts: GridActs): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-hour]') : null;
  if (!cell) return;
  const step = steps[event.key];
  if (step) {
    const within = step[1] === 0 ? undefined : neighbourIn(cell, event.target, step[1]);
    (within ?? firstIn(event.currentTarget, cell, step))?.focus();
    event.preventDefault();
  } else if (event.key === 'Escape') acts.onMoving(null);
  else if (view.mayEnter && act(event, cell, view, acts)) event.preventDefault();
}

/** The next entry of the same hour: numerator and denominator, subgroups side by side. */
function neighbourIn(cell: HTMLElement, at: EventTarget, by: number): HTMLElement | undefined {
  const entries = [...cell.querySelectorAll<HTMLElement>('button[data-entry]')];
  const place = at instanceof HTMLElement ? entries.indexOf(at) : -1;
  return place < 0 ? undefined : entries[place + by];
}

function firstIn(table: HTMLElement, cell: HTMLElement, [days, pairs]: readonly [number, number]): HTMLElement | null {
  const [weekday, classPeriod] = hourOf(cell);
  return table.querySelector(`td[data-hour="${weekday + days}.${classPeriod + pairs}"] button`);
}

function hourOf(cell: HTMLElement): [number, number] {
  const [weekday = 0, classPeriod = 0] = (cell.dataset.hour ?? '').split('.').map(Number);
  return [weekday, classPeriod];
}

/** Answers whether the key was one of ours. */
function act(event: KeyboardEvent, cell: HTMLElement, { entries }: WeekView, acts: GridActs): boolean {
  const id = event.target instanceof HTMLElement ? Number(event.target.dataset.entry) : Number.NaN;
  const entry = entries.find(({ entryId }) => entryId === id);
  const command = event.ctrlKey || event.metaKey;
  if (event.key === 'Delete' && entry) {
    // the entry goes with its button: the focus stays at the hour
    cell.querySelector<HTMLElement>('.hour-add')?.focus();
    acts.onRemove(entry);
  } else if (command && event.code === 'KeyX' && entry) acts.onMoving(entry.entryId);
  else if (command && event.code === 'KeyV' && acts.moving) acts.onMove(acts.moving.entryId, ...hourOf(cell));
  else if (command && event.code === 'KeyZ') acts.onUndo();
  else return false;
  return true;
}
