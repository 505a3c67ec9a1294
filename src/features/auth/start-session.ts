import { requestMeta } from '@/server/address';
import { anonymousActor } from '@/server/anonymous-actor';
import type { RequestMeta } from '@/server/command';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { loadActor } from '@/server/load-actor';
import { log } from '@/server/log';
import { recordSecurity, type SecurityKind } from '@/server/security-log';
import { hashToken } from '@/server/session-token';
import { endSession } from './end-session';
import { type OpenedSession, openSession } from './open-session';
import { credentialsSchema } from './schema';
import { verifyLogin } from './verify-login';

/** The cookies of ours that a request carries. */
export type OwnCookies = { session: string | undefined; device: string | undefined };

export type StartedSession = OpenedSession & { shared: boolean };

/**
 * Signs in with a form's fields; null = refused, for whatever reason (T-003).
 * @throws Refusal THROTTLED by address, UNAVAILABLE when too many sign in at once
 */
export async function startSession(
  fields: unknown,
  cookies: OwnCookies,
  headers: Headers,
): Promise<StartedSession | null> {
  const credentials = credentialsSchema.safeParse(fields);
  if (!credentials.success) return null;
  const meta = requestMeta(headers);
  const verification = await verifyLogin(credentials.data, { ...meta, deviceHash: hashToken(cookies.device) });
  if (verification.kind === 'refused') return null;
  if (verification.kind === 'throttled') {
    throw new Refusal('THROTTLED', { retryAfterSeconds: verification.retryAfterSeconds });
  }
  const { login } = verification;
  const { shared } = credentials.data;
  const input = {
    ...{ login, shared, address: meta.address, device: meta.device },
    ...{ deviceToken: cookies.device ?? null, formerSession: hashToken(cookies.session) },
  };
  try {
    const opened = await openSession.execute(anonymousActor, input, meta);
    await note('signIn', login.personId, opened.id, meta);
    if (opened.newDevice) await note('newDevice', login.personId, opened.id, meta);
    return { ...opened, shared };
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'BAD_CREDENTIALS')) throw error;
    await note('signInThrottled', login.personId, null, meta);
    return null;
  }
}

/** Ends the session of this cookie value, wherever copies of it are; a dead one needs nothing. */
export async function finishSession(token: string | undefined, headers: Headers): Promise<void> {
  const tokenHash = hashToken(token);
  const actor = tokenHash && (await loadActor(tokenHash));
  if (!actor) return;
  const meta = requestMeta(headers);
  await endSession.execute(actor, {}, meta);
  await note('signOut', actor.personId, actor.sessionId, meta);
}

/** When a live session will end without further work, as an ISO instant; null for a dead one. Prolongs nothing. */
export async function sessionEnd(token: string): Promise<string | null> {
  const tokenHash = hashToken(token);
  if (!tokenHash) return null;
  const [row] = await db().$queryRaw<{ ends: Date }[]>`
    SELECT ends FROM session s JOIN account a ON a.id = s.account_id,
      LATERAL (SELECT least(expires_at, last_seen_at + make_interval(secs => idle_seconds)) AS ends) AS limits
    WHERE s.token_hash = ${tokenHash} AND s.ended_at IS NULL AND a.blocked_at IS NULL AND ends > app_now()`;
  return row?.ends.toISOString() ?? null;
}

/** The audit row stands already; without this second one the person is signed in or out all the same. */
async function note(kind: SecurityKind, personId: number, sessionId: number | null, meta: RequestMeta): Promise<void> {
  const { address, device } = meta;
  await recordSecurity({ kind, personId, sessionId, address, device, detail: '' }).catch((error: unknown) =>
    log.error({ event: 'security-log', error }),
  );
}
