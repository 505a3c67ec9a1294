import type { Actor } from '@/access/actor';
import type { ErrorCode } from '@/texts/errors';
import { db } from './db';
import { log } from './log';

export type SecurityKind =
  | 'signIn'
  | 'signOut'
  | 'signInFailed'
  | 'signInThrottled'
  | 'newDevice'
  | 'passwordFailed'
  | 'auditRead'
  | 'cardRead'
  | 'refusal';

type SecurityRow = {
  kind: SecurityKind;
  personId: number | null;
  sessionId: number | null;
  address: string;
  device: string;
  detail: string;
};

/** Sign-ins, failures and refusals (T-071). Stands outside the act's transaction, which is rolled back. */
export async function recordSecurity(row: SecurityRow): Promise<void> {
  await db().$executeRaw`INSERT INTO security_event (at, kind, person_id, session_id, address, device, detail)
    VALUES (app_now(), ${row.kind}, ${row.personId}, ${row.sessionId}, ${row.address}, ${row.device}, ${row.detail})`;
}

/** Refusals that tell of trespass; typing errors and conflicts are everyday work. */
const telling: ReadonlySet<ErrorCode> = new Set([
  'FORBIDDEN',
  'NOT_FOUND',
  'PERIOD_LOCKED',
  'BAD_ORIGIN',
  'REAUTH_REQUIRED',
]);

export async function recordRefusal(
  actor: Actor,
  meta: { address: string; device: string },
  command: string,
  code: ErrorCode,
): Promise<void> {
  if (actor.kind === 'system' || !telling.has(code)) return;
  await recordSecurity({
    kind: 'refusal',
    personId: actor.personId || null,
    sessionId: actor.sessionId,
    address: meta.address,
    device: meta.device,
    detail: `${command} ${code}`,
  }).catch((error: unknown) => log.error({ error }, 'security log unavailable'));
}
