import { z } from 'zod';
import { assertGoodPasswords } from '@/features/auth/assert-good-password';
import { createdStep } from '@/features/institution/created-step';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { hashPassword } from '@/server/password-hash';

const account = z.strictObject({
  personId: idField,
  login: z.string().regex(/^[a-z0-9._-]{3,60}$/),
  password: z.string().min(8).max(200),
  /** A slip's password is changed at the first sign-in. */
  mustChange: z.boolean().default(true),
});
const input = z.strictObject({ accounts: z.array(account).min(1).max(500) });

/**
 * Opens accounts with a first password (R-004…R-006); only its salted hash is kept, and it obeys the policy like one's own
 * change, made-up people excepted (T-002). @throws Refusal WEAK_PASSWORD, NOT_FOUND
 */
export const openAccounts = defineCommand({
  name: 'people.open-accounts',
  permission: 'accounts.manage',
  input,
  period: 'none',
  run: async ({ tx, now, input: { accounts } }) => {
    await assertPolicy(tx, accounts);
    const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)));
    await tx.account.createMany({
      data: accounts.map(({ personId, login, mustChange }, place) => ({
        personId,
        login,
        mustChange,
        passwordHash: hashes[place] ?? '',
        createdAt: now,
        passwordChangedAt: now,
      })),
    });
    const steps = accounts.map(({ personId, login, mustChange }) => {
      return createdStep('account', personId, { login, mustChange }, personId);
    });
    return { result: { accounts: accounts.length }, audit: { object: 'account', objectId: null, steps } };
  },
});

async function assertPolicy(tx: Db, accounts: readonly z.output<typeof account>[]): Promise<void> {
  const madeUp = await tx.institution.count({ where: { demo: true } });
  if (madeUp > 0) return;
  const people = await tx.person.findMany({
    where: { id: { in: accounts.map(({ personId }) => personId) } },
    select: { id: true, lastName: true, firstName: true, middleName: true, staff: { select: { id: true } } },
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  const wanted = accounts.map(({ personId, login, password }) => {
    const person = byId.get(personId);
    if (!person) throw new Refusal('NOT_FOUND');
    return { owner: { login, person }, password };
  });
  await assertGoodPasswords(tx, wanted);
}
