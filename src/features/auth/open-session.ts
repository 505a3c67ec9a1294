import { z } from 'zod';
import { isAccessOpen } from '@/domain/deadlines/access-window';
import type { LocalDate } from '@/domain/types';
import { defineCommand, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';
import { hashToken, newToken } from '@/server/session-token';
import { forgetFailures } from '@/server/throttle';
import { sessionLimits } from './session-limits';
import { isVerifiedLogin, type VerifiedLogin } from './verify-login';

/** What the browser is given; neither token is kept anywhere else. `deviceToken` is null on somebody else's computer. */
export type OpenedSession = {
  id: number;
  token: string;
  deviceToken: string | null;
  /** Seconds until the session ends at the latest. */
  lifetime: number;
  /** Not the first of this person, and never seen before (T-009). */
  newDevice: boolean;
};

const hash = z.instanceof(Uint8Array<ArrayBuffer>).nullable();

const inputSchema = z.strictObject({
  login: z.custom<VerifiedLogin>(isVerifiedLogin),
  shared: z.boolean(),
  address: z.string().max(100),
  device: z.string().max(300),
  /** The browser's earlier mark, taken over when it is one of ours. */
  deviceToken: z.string().max(100).nullable(),
  /** The session that this browser holds until now: it ends (T-007). */
  formerSession: hash,
});

type Input = z.output<typeof inputSchema>;

/**
 * Opens a session for somebody whose password was verified (T-006, T-007).
 * @throws Refusal BAD_CREDENTIALS when others' failures closed the account while the password was being checked, or an issued
 * password was used meanwhile; ACCESS_CLOSED outside the hours of the profile (R-012)
 */
export const openSession = defineCommand({
  name: 'session.open',
  permission: 'public',
  period: 'none',
  secret: true,
  input: inputSchema,
  run: async ({ tx, now, input }: RunArgs<Input>) => {
    const { login, shared } = input;
    const { waits, staff, keeper, today, timeZone, knownToken, knownDevices } = await readHolder(tx, input);
    if (waits) throw new Refusal('BAD_CREDENTIALS');
    const regulation = await activeRegulation(today, tx);
    if (!keeper && !isAccessOpen(regulation.accessWindow, now, timeZone)) throw new Refusal('ACCESS_CLOSED');
    await useIssuedPassword(tx, login.accountId, now);
    const limits = sessionLimits(staff ? 'staff' : 'reader', shared, regulation.sessions);
    const token = newToken();
    const session = await tx.session.create({
      data: {
        tokenHash: mustHash(token),
        accountId: login.accountId,
        createdAt: now,
        lastSeenAt: now,
        passwordAt: now,
        idleSeconds: limits.idleSeconds,
        expiresAt: new Date(now.getTime() + limits.absoluteSeconds * 1000),
        shared,
        address: input.address,
        device: input.device,
      },
      select: { id: true },
    });
    await endFormer(tx, login.accountId, limits.atOnce, input.formerSession);
    await forgetFailures(tx, [login.knownDevice ? login.keys.device : login.keys.account]);
    const deviceToken = shared ? null : await rememberDevice(tx, login.accountId, knownToken, now);
    if (login.renewedHash) {
      await tx.account.update({ where: { id: login.accountId }, data: { passwordHash: login.renewedHash } });
    }
    return {
      result: {
        ...{ id: session.id, token, deviceToken, lifetime: limits.absoluteSeconds },
        newDevice: !login.knownDevice && knownDevices,
      } satisfies OpenedSession,
      audit: { object: 'session', objectId: session.id, steps: [], as: { personId: login.personId, at: now } },
    };
  },
});

type Holder = {
  waits: boolean;
  staff: boolean;
  /** Keeps the journal itself running: the access window does not lock him out of mending it. */
  keeper: boolean;
  today: LocalDate;
  timeZone: string;
  knownToken: string | null;
  knownDevices: boolean;
};

/** An issued password opens one session, however many ask at once (T-012). */
async function useIssuedPassword(tx: Db, accountId: number, now: Date): Promise<void> {
  const issued = { id: accountId, mustChange: true };
  const used = await tx.account.updateMany({ where: { ...issued, issuedUsedAt: null }, data: { issuedUsedAt: now } });
  if (used.count === 0 && (await tx.account.count({ where: issued })) > 0) throw new Refusal('BAD_CREDENTIALS');
}

/** Who works at the institution today is staff, whatever else; everybody else reads. */
async function readHolder(tx: Db, { login, deviceToken }: Input): Promise<Holder> {
  const key = login.knownDevice ? login.keys.device : login.keys.account;
  const deviceHash = hashToken(deviceToken ?? undefined);
  const [row] = await tx.$queryRaw<(Omit<Holder, 'knownToken'> & { ours: boolean })[]>`
    SELECT EXISTS (SELECT 1 FROM login_throttle WHERE key = ${key} AND blocked_until > app_now()) AS waits,
      EXISTS (SELECT 1 FROM staff_member WHERE id = ${login.personId} AND coalesce(left_on >= today, true)) AS staff,
      EXISTS (SELECT 1 FROM staff_position JOIN role_permission USING (role) WHERE staff_id = ${login.personId}
        AND permission = 'regulation.edit' AND starts_on <= today AND (ends_on IS NULL OR ends_on >= today)) AS keeper,
      today::text AS today, time_zone AS "timeZone",
      EXISTS (SELECT 1 FROM known_device WHERE account_id = ${login.accountId}) AS "knownDevices",
      EXISTS (SELECT 1 FROM known_device WHERE token_hash = ${deviceHash}::bytea) AS ours
    FROM (SELECT time_zone, (app_now() AT TIME ZONE time_zone)::date AS today FROM institution) place`;
  if (!row) throw new Error('the holder of a session is always one row');
  const { ours, ...holder } = row;
  return { ...holder, knownToken: ours ? deviceToken : null };
}

/** Ends the browser's own former session and the oldest ones beyond the limit (T-009). */
async function endFormer(tx: Db, accountId: number, atOnce: number, former: Uint8Array | null): Promise<void> {
  await tx.$executeRaw`
    UPDATE session SET ended_at = app_now() WHERE ended_at IS NULL AND (token_hash = ${former}::bytea OR id IN (
      SELECT id FROM session WHERE account_id = ${accountId} AND ended_at IS NULL AND expires_at > app_now()
        AND last_seen_at + make_interval(secs => idle_seconds) > app_now() AND token_hash IS DISTINCT FROM ${former}::bytea
      ORDER BY created_at DESC, id DESC OFFSET ${atOnce}))`;
}

/** A mark chosen by somebody else is never taken over: he would know it. */
async function rememberDevice(tx: Db, accountId: number, knownToken: string | null, now: Date): Promise<string> {
  const token = knownToken ?? newToken();
  const tokenHash = mustHash(token);
  await tx.knownDevice.upsert({
    where: { accountId_tokenHash: { accountId, tokenHash } },
    create: { accountId, tokenHash, lastUsedAt: now },
    update: { lastUsedAt: now },
  });
  return token;
}

function mustHash(token: string): Uint8Array<ArrayBuffer> {
  const tokenHash = hashToken(token);
  if (!tokenHash) throw new Error('a new token is always well formed');
  return tokenHash;
}
