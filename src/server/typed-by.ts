import type { Actor } from '@/access/actor';
import { Refusal } from './errors';

/**
 * Values that waited in a browser name the person who typed them; whoever has signed in there since cannot send them as his
 * own (T-068). @throws Refusal OTHER_PERSON
 */
export function assertTypedBy(sent: Headers, actor: Actor): void {
  const person = sent.get('vedomost-person');
  if (person !== null && person !== String(actor.personId)) throw new Refusal('OTHER_PERSON');
}
