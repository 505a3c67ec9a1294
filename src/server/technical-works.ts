import { type Actor, can } from '@/access/actor';
import { worksState } from '@/domain/deadlines/technical-works';
import { Refusal } from './errors';

/**
 * While announced technical works are on, nothing is written but by whoever announces them; reading and one's own sign-in go
 * on (R-012; S2 4.1.1). @throws Refusal WORKS
 */
export function refuseDuringWorks(actor: Actor): void {
  const { works, now } = actor;
  if (!works || worksState(works, now) !== 'on' || can(actor, 'institution.setUp')) return;
  throw new Refusal('WORKS', { retryAfterSeconds: Math.ceil((works.endsAt.getTime() - now.getTime()) / 1000) });
}
