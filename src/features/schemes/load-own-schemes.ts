import { type Actor, can } from '@/access/actor';
import { loadSchemes } from './load-schemes';
import type { SchemeLine } from './scheme-view';

/** КТП that wait for the teacher: not begun, not sent, returned; with a remark or a term first. */
export async function loadOwnSchemes(actor: Actor): Promise<SchemeLine[]> {
  if (!can(actor, 'scheme.enter')) return [];
  const own = (await loadSchemes(actor, { ownOnly: true }))?.lines.filter((line) => line.own) ?? [];
  const waiting = own.filter(({ state }) => state === 'missing' || state === 'draft' || state === 'returned');
  return waiting.sort((one, other) => rank(one) - rank(other));
}

const rank = ({ state, dueOn }: SchemeLine): number => (state === 'returned' ? 0 : dueOn === null ? 2 : 1);
