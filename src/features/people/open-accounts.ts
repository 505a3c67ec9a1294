import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { hashPassword } from '@/server/password-hash';

const account = z.strictObject({
  personId: idField,
  login: z.string().regex(/^[a-z0-9._-]{3,60}$/),
  password: z.string().min(8).max(200),
  /** A slip's password is changed at the first sign-in. */
  mustChange: z.boolean().default(true),
});
const input = z.strictObject({ accounts: z.array(account).min(1).max(500) });

/** Opens accounts with a first password (R-004…R-006); only its salted hash is kept (T-002). */
export const openAccounts = defineCommand({
  name: 'people.open-accounts',
  permission: 'accounts.manage',
  input,
  period: 'none',
  run: async ({ tx, now, input: { accounts } }) => {
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
