import { z } from 'zod';
import { longestPassword } from '@/domain/accounts/password-policy';
import { defineCommand } from '@/server/command';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { hashPassword } from '@/server/password-hash';
import { forgetFailures, throttleKeys } from '@/server/throttle';
import { assertGoodPasswords } from './assert-good-password';
import { type OwnAccount, verifyOwnPassword } from './own-password';

const typed = z
  .string()
  .min(1)
  .refine((password) => [...password].length <= 2 * longestPassword);

const input = z.strictObject({ current: typed, next: typed });

/**
 * One's own password anew, the issued one for the first time too (T-012). All sessions end, this one as well: the browser
 * signs in again and gets a new id (T-007).
 * @throws Refusal WRONG_PASSWORD, WEAK_PASSWORD with the reason, THROTTLED
 */
export const changePassword = defineCommand({
  name: 'account.change-password',
  permission: 'public',
  beforeOwnPassword: true,
  input,
  period: 'none',
  secret: true,
  prepare: async ({ actor, input: { current, next }, meta }) => {
    const account = await verifyOwnPassword(actor, current, meta);
    await assertGood(account, current, next);
    return { account, passwordHash: await hashPassword(next) };
  },
  run: async ({ tx, now, prepared: { account, passwordHash } }) => {
    const { id, login } = account;
    const own = { passwordHash, mustChange: false, issuedUntil: null, issuedUsedAt: null, passwordChangedAt: now };
    const changed = await tx.account.updateMany({ where: { id, passwordHash: account.passwordHash }, data: own });
    if (changed.count === 0) throw new Refusal('WRONG_PASSWORD');
    await tx.session.updateMany({ where: { accountId: id, endedAt: null }, data: { endedAt: now } });
    await forgetFailures(tx, [throttleKeys(login, null, '').account]);
    const step = { entity: 'account', field: 'password', recordId: id, before: null, after: 'own' };
    return { result: null, audit: { object: 'account', objectId: id, steps: [step] } };
  },
});

async function assertGood(account: OwnAccount, current: string, next: string): Promise<void> {
  if (current.normalize('NFC') === next.normalize('NFC')) {
    throw new Refusal('WEAK_PASSWORD', { detail: 'новый пароль совпадает с прежним' });
  }
  await assertGoodPasswords(db(), [{ owner: account, password: next }]);
}
