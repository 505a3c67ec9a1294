import { readIssued } from '@/domain/accounts/one-time-password';
import { db } from '@/server/db';
import { hashPassword, isWeakHash, nobodysHash, verifyPassword } from '@/server/password-hash';
import { recordSecurity } from '@/server/security-log';
import { countFailure, loginMark, type ThrottleKeys, throttleKeys } from '@/server/throttle';
import type { Credentials } from './schema';

/** The browser that asks: where from, what it says of itself, and its mark if it signed in before. */
export type Client = { address: string; device: string; deviceHash: Uint8Array<ArrayBuffer> | null };

/** An account whose password was just given. Only `verifyLogin` makes one, so nobody can open a session by naming an account. */
export type VerifiedLogin = {
  accountId: number;
  personId: number;
  keys: ThrottleKeys;
  knownDevice: boolean;
  /** A stronger hash of the same password, where the stored one is weak (T-002). */
  renewedHash: string | null;
};

export type Verification =
  | { kind: 'verified'; login: VerifiedLogin }
  | { kind: 'refused' }
  | { kind: 'throttled'; retryAfterSeconds: number };

type LoginState = {
  accountId: number | null;
  personId: number | null;
  passwordHash: string | null;
  mustChange: boolean;
  /** Blocked, or the issued password has been used or is out of date (T-012). */
  blocked: boolean;
  knownDevice: boolean;
  accountWaits: boolean;
  deviceWaits: boolean;
  /** Seconds until the address may try again; 0 = now. */
  addressWaits: number;
};

const verified = new WeakSet<object>();

export function isVerifiedLogin(value: unknown): value is VerifiedLogin {
  return typeof value === 'object' && value !== null && verified.has(value);
}

/**
 * Checks login and password without opening anything. Unknown, wrong, blocked and throttled by account cost the same
 * statements and one hash, and are one answer; throttled by address is told (T-003).
 * @throws Refusal UNAVAILABLE when too many people are signing in at once
 */
export async function verifyLogin({ login, password }: Credentials, client: Client): Promise<Verification> {
  const keys = throttleKeys(login, client.deviceHash, client.address);
  const state = await readState(login, keys, client.deviceHash);
  if (state.addressWaits > 0 && !state.knownDevice) {
    await recordFailure('signInThrottled', login, state, client);
    return { kind: 'throttled', retryAfterSeconds: Math.ceil(state.addressWaits) };
  }
  const waiting = state.knownDevice ? state.deviceWaits : state.accountWaits;
  const stored = state.passwordHash ?? nobodysHash;
  const right = await verifyPassword(stored, state.mustChange ? readIssued(password) : password);
  const { accountId, personId } = state;
  if (!right || waiting || state.blocked || accountId === null || personId === null) {
    await countFailure(db(), { keys, knownDevice: state.knownDevice, waiting });
    await recordFailure(waiting ? 'signInThrottled' : 'signInFailed', login, state, client);
    return { kind: 'refused' };
  }
  const renewedHash = isWeakHash(stored) && !state.mustChange ? await hashPassword(password) : null;
  const proof = { accountId, personId, keys, knownDevice: state.knownDevice, renewedHash };
  verified.add(proof);
  return { kind: 'verified', login: proof };
}

async function recordFailure(
  kind: 'signInFailed' | 'signInThrottled',
  login: string,
  { personId }: LoginState,
  { address, device }: Client,
): Promise<void> {
  await recordSecurity({ kind, personId, sessionId: null, address, device, detail: `login ${loginMark(login)}` });
}

/** One statement, which costs the same whether the login exists or not. */
async function readState(login: string, keys: ThrottleKeys, deviceHash: Uint8Array | null): Promise<LoginState> {
  const [state] = await db().$queryRaw<LoginState[]>`
    SELECT a.id AS "accountId", a.person_id AS "personId", a.password_hash AS "passwordHash",
      coalesce(a.must_change, false) AS "mustChange",
      a.blocked_at IS NOT NULL OR (a.must_change AND (a.issued_used_at IS NOT NULL OR a.issued_until <= now)) AS blocked, d.account_id IS NOT NULL AS "knownDevice",
      coalesce(ta.blocked_until > now, false) AS "accountWaits", coalesce(td.blocked_until > now, false) AS "deviceWaits",
      coalesce(extract(epoch FROM greatest(tx.blocked_until - now, interval '0')), 0)::float8 AS "addressWaits"
    FROM (SELECT app_now() AS now) clock
    LEFT JOIN account a ON a.login = ${login}
    LEFT JOIN known_device d ON d.account_id = a.id AND d.token_hash = ${deviceHash}::bytea
      AND d.last_used_at > now - interval '30 days'
    LEFT JOIN login_throttle ta ON ta.key = ${keys.account}
    LEFT JOIN login_throttle td ON td.key = ${keys.device}
    LEFT JOIN login_throttle tx ON tx.key = ${keys.address}`;
  if (!state) throw new Error('the state of a login is always one row');
  return state;
}
