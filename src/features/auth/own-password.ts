import type { Actor } from '@/access/actor';
import { readIssued } from '@/domain/accounts/one-time-password';
import type { RequestMeta } from '@/server/command';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { verifyPassword } from '@/server/password-hash';
import { recordSecurity } from '@/server/security-log';
import { countFailure, loginMark, throttleKeys } from '@/server/throttle';
import type { PasswordOwner } from './assert-good-password';

export type OwnAccount = PasswordOwner & { id: number; passwordHash: string };

/**
 * The actor's account, when this is its password. A stolen session must not guess: failures are counted as at the
 * sign-in (T-004), and the answer while waiting says nothing of the password.
 * @throws Refusal UNAUTHENTICATED, THROTTLED, WRONG_PASSWORD
 */
export async function verifyOwnPassword(actor: Actor, password: string, meta: RequestMeta): Promise<OwnAccount> {
  const account = await db().account.findUnique({
    where: { personId: actor.personId },
    select: {
      ...{ id: true, login: true, passwordHash: true },
      person: { select: { lastName: true, firstName: true, middleName: true, staff: { select: { id: true } } } },
    },
  });
  if (!account) throw new Refusal('UNAUTHENTICATED');
  const keys = throttleKeys(account.login, null, meta.address);
  const wait = await secondsToWait([keys.account, keys.address]);
  if (wait > 0) throw new Refusal('THROTTLED', { retryAfterSeconds: wait });
  const typed = actor.mustChange ? readIssued(password) : password;
  if (await verifyPassword(account.passwordHash, typed)) return account;
  await countFailure(db(), { keys, knownDevice: false, waiting: false });
  const { address, device } = meta;
  const where = { personId: actor.personId, sessionId: actor.sessionId, address, device };
  await recordSecurity({ kind: 'passwordFailed', ...where, detail: `login ${loginMark(account.login)}` });
  throw new Refusal('WRONG_PASSWORD');
}

/** An endless closure ends with a reset alone; a day is what can be said of it. */
async function secondsToWait(keys: readonly string[]): Promise<number> {
  const [row] = await db().$queryRaw<{ wait: number }[]>`
    SELECT coalesce(max(CASE WHEN blocked_until = 'infinity' THEN 86400 ELSE ceil(extract(epoch FROM blocked_until - app_now())) END),
      0)::int AS wait
    FROM login_throttle WHERE key = ANY(${[...keys]}) AND blocked_until > app_now()`;
  return row?.wait ?? 0;
}
