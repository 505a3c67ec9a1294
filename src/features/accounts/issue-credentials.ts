import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { loginPattern } from '@/domain/accounts/login';
import { issuedDays, oneTimePassword } from '@/domain/accounts/one-time-password';
import { idField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import { type Db, db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { hashPassword } from '@/server/password-hash';
import { type Holder, issuable } from './holders';
import { openMissing } from './open-missing';
import { setIssuedPasswords } from './set-issued-passwords';

const person = z.strictObject({
  personId: idField,
  /** Chosen by hand for somebody without an account; otherwise it is made of the name. */
  login: z.string().regex(loginPattern).optional(),
});

const input = z.strictObject({
  /** A request prints once, however often it is sent. */
  requestKey: z.string().regex(/^[\x21-\x7e]{8,100}$/),
  people: z.array(person).min(1).max(200),
});

/** The password stands nowhere else: what is not on paper is lost. */
export type Slip = { holder: Holder; login: string; password: string };
export type IssuedSlips = { batch: number; issuedAt: Date; validUntil: Date; slips: readonly Slip[] };

/**
 * Gives people a login, where they have none, and a one-time password (R-004…R-006, T-012): the former password and all
 * sessions are dead, the first sign-in forces a change.
 * @throws Refusal NOT_FOUND for people who are not the actor's to serve, SLIPS_PRINTED, LOGIN_TAKEN, INVALID for blocked ones
 */
export const issueCredentials = defineCommand({
  name: 'credentials.issue',
  permission: 'credentials.issue',
  input,
  period: 'none',
  secret: true,
  stepUp: true,
  prepare: async ({ actor, input: { people, requestKey } }) => {
    await judge(actor, db(), people);
    if (await db().credentialBatch.findUnique({ where: { requestKey }, select: { id: true } })) {
      throw new Refusal('SLIPS_PRINTED');
    }
    return makePasswords(people.length);
  },
  run: async ({ tx, actor, now, input: { people, requestKey }, prepared }) => {
    const holders = await judge(actor, tx, people);
    const validUntil = new Date(now.getTime() + issuedDays * 86_400_000);
    const batch = await openBatch(tx, requestKey, actor, now);
    const chosen = new Map(people.map(({ personId, login }) => [personId, login]));
    const logins = await openMissing(tx, holders, chosen, now);
    const slips = holders.map((holder, place) => ({
      holder,
      login: logins.get(holder.personId) ?? holder.login ?? '',
      password: prepared[place]?.password ?? '',
    }));
    const hashes = new Map(holders.map(({ personId }, place) => [personId, prepared[place]?.hash ?? '']));
    await setIssuedPasswords(
      tx,
      hashes,
      slips.map(({ login }) => login),
      { now, validUntil },
    );
    const rows = holders.map(({ personId }) => ({
      batchId: batch,
      personId,
      opened: logins.has(personId),
      validUntil,
    }));
    await tx.credentialIssue.createMany({ data: rows });
    const result: IssuedSlips = { batch, issuedAt: now, validUntil, slips };
    return {
      result,
      audit: { object: 'credentialBatch', objectId: batch, steps: slips.flatMap((slip) => stepsOf(slip, logins)) },
    };
  },
});

type Wanted = readonly { personId: number; login?: string | undefined }[];

async function judge(actor: Actor, reader: Db, people: Wanted): Promise<Holder[]> {
  const ids = [...new Set(people.map(({ personId }) => personId))];
  if (ids.length !== people.length) throw new Refusal('INVALID', { fields: ['people'] });
  const holders = await issuable(actor, reader, ids);
  if (holders.length !== ids.length) throw new Refusal('NOT_FOUND');
  const blocked = holders.find((holder) => holder.blocked);
  if (blocked) {
    throw new Refusal('INVALID', { detail: `учётная запись «${blocked.login}» заблокирована, сначала откройте её` });
  }
  const renamed = people.find(({ personId, login }) => {
    return login !== undefined && holders.some((holder) => holder.personId === personId && holder.accountId !== null);
  });
  if (renamed) throw new Refusal('INVALID', { detail: 'логин уже выдан и не меняется', fields: ['логин'] });
  return holders;
}

/** One after the other: a whole group's slips must not fill the queue in which others sign in (T-122). */
async function makePasswords(count: number): Promise<{ password: string; hash: string }[]> {
  const made: { password: string; hash: string }[] = [];
  while (made.length < count) {
    const password = oneTimePassword(randomBytes(64));
    made.push({ password, hash: await hashPassword(password) });
  }
  return made;
}

async function openBatch(tx: Db, requestKey: string, actor: Actor, now: Date): Promise<number> {
  const issuedBy = actor.personId === 0 ? null : actor.personId;
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO credential_batch (request_key, issued_by_id, issued_at) VALUES (${requestKey}, ${issuedBy}::int, ${now})
    ON CONFLICT (request_key) DO NOTHING RETURNING id`;
  if (!row) throw new Refusal('SLIPS_PRINTED');
  return row.id;
}

function stepsOf({ holder: { personId }, login }: Slip, opened: ReadonlyMap<number, string>): AuditStep[] {
  const given = { entity: 'account', field: 'credentials', recordId: personId, before: null, after: 'slip' };
  const known = {
    entity: 'account',
    field: 'login',
    recordId: personId,
    before: null,
    after: login,
    personal: personId,
  };
  return opened.has(personId) ? [known, given] : [given];
}
