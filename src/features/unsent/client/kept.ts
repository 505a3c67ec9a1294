import type { Unsent } from './desk';

/** What one open page has left in the browser: bound to its person, ids and values only (T-068). */
export type Kept = Unsent & {
  /** Random, of one opening of a page; also names its lock. */
  readonly id: string;
  readonly person: number;
  readonly place: string;
  /** Of the oldest value and of the last change, in milliseconds. */
  readonly since: number;
  readonly changed: number;
};

/** T-068: nothing is kept longer. */
export const keptForMs = 24 * 3600 * 1000;

export function isOver({ since }: Pick<Kept, 'since'>, now: number): boolean {
  return now - since >= keptForMs;
}

export function countOf({ batch, edits }: Unsent): number {
  return (batch?.sent.length ?? 0) + edits.length;
}

/** The person's own, in time, newest first: an older value never stands in the way of a newer one (T-099). */
export function ownOf(all: readonly Kept[], person: number, now: number): Kept[] {
  return all.filter((one) => one.person === person && !isOver(one, now)).sort((a, b) => b.changed - a.changed);
}

/** Everybody else's, in time. */
export function othersOf(all: readonly Kept[], person: number | undefined, now: number): Kept[] {
  return all.filter((one) => one.person !== person && !isOver(one, now));
}

/** What a page leaves after a change; null when nothing is left or its time is over. `before`: what it had left so far. */
export function keptNow(
  before: Kept | null,
  { id, person, place }: Pick<Kept, 'id' | 'person' | 'place'>,
  { batch, edits }: Unsent,
  now: number,
): Kept | null {
  const kept: Kept = { id, person, place, batch, edits, since: before?.since ?? now, changed: now };
  return countOf(kept) === 0 || isOver(kept, now) ? null : kept;
}
