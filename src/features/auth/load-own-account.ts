import type { Actor } from '@/access/actor';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { passwordRules } from '@/texts/password-words';

export type OwnAccountView = { login: string; issued: boolean; rules: string; shared: boolean };

/** What the page of one's own password shows. @throws Refusal UNAUTHENTICATED for somebody without an account */
export async function loadOwnAccount(actor: Actor): Promise<OwnAccountView> {
  const account = await db().account.findUnique({
    where: { personId: actor.personId },
    select: { login: true, person: { select: { staff: { select: { id: true } } } } },
  });
  if (!account) throw new Refusal('UNAUTHENTICATED');
  const rules = passwordRules(account.person.staff ? 'staff' : 'reader');
  return { login: account.login, issued: actor.mustChange, rules, shared: actor.signIn?.shared ?? false };
}
