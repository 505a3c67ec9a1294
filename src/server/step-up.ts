import type { Actor } from '@/access/actor';

const freshFor = 10 * 60 * 1000; // milliseconds (T-011)

/** Whether the password was typed in this session a moment ago, at sign-in or for an earlier act (T-011). */
export function hasFreshPassword(actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  const typedAt = actor.signIn?.passwordAt;
  return typedAt != null && actor.now.getTime() - typedAt.getTime() <= freshFor;
}
