import { type Actor, can, canAny } from './actor';

/** The facts of a КТП on which rights depend; `sections`: the journals that it is written for or that follow it. */
export type SchemeFacts = { authorId: number; approved: boolean; sections: readonly number[] };

/** Whether somebody may write this КТП: its author and whoever teaches by it, `taught` being their journals. */
export function mayWriteScheme(actor: Actor, scheme: SchemeFacts, taught: readonly number[]): boolean {
  if (!can(actor, 'scheme.enter')) return false;
  return scheme.authorId === actor.personId || scheme.sections.some((id) => taught.includes(id));
}

/** Approved ones are everybody's who writes КТП: the base of the college; others are seen by those whose work they are. */
export function maySeeScheme(actor: Actor, scheme: SchemeFacts, taught: readonly number[]): boolean {
  if (canAny(actor, ['scheme.approve', 'journal.viewAll'])) return true;
  return mayWriteScheme(actor, scheme, taught) || (scheme.approved && can(actor, 'scheme.enter'));
}

/** Nobody approves what is one's own. */
export function mayDecideScheme(actor: Actor, scheme: Pick<SchemeFacts, 'authorId'>): boolean {
  return can(actor, 'scheme.approve') && scheme.authorId !== actor.personId;
}
