import { freeLogin, loginBase } from '@/domain/accounts/login';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { nobodysHash } from '@/server/password-hash';
import type { Holder } from './holders';

/** Opens an account for each of these people who has none; answers the new logins by person. @throws Refusal LOGIN_TAKEN */
export async function openMissing(
  tx: Db,
  holders: readonly Holder[],
  chosen: ReadonlyMap<number, string | undefined>,
  now: Date,
): Promise<Map<number, string>> {
  const missing = holders.filter(({ accountId }) => accountId === null);
  if (missing.length === 0) return new Map();
  const wanted = missing.map((holder) => ({ ...holder, base: chosen.get(holder.personId) ?? loginBase(holder) }));
  const like = await tx.account.findMany({
    where: { OR: wanted.map(({ base }) => ({ login: { startsWith: base } })) },
    select: { login: true },
  });
  const taken = new Set(like.map(({ login }) => login));
  const logins = new Map<number, string>();
  for (const { personId, base } of wanted) {
    if (chosen.get(personId) !== undefined && taken.has(base)) throw new Refusal('LOGIN_TAKEN', { fields: ['логин'] });
    logins.set(personId, freeLogin(base, taken));
  }
  await tx.account.createMany({
    data: [...logins].map(([personId, login]) => ({
      ...{ personId, login, passwordHash: nobodysHash, mustChange: true, createdAt: now, passwordChangedAt: now },
    })),
  });
  return logins;
}
