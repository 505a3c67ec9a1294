import { createHmac } from 'node:crypto';
import type { Db } from './db';
import { env } from './env';

/** Where failed sign-ins are counted (T-004): for the login, for its known browser instead, and for the address. */
export type ThrottleKeys = { account: string; device: string; address: string };

/** A login typed into the wrong field may be a password: the table keeps keyed hashes only. */
export function throttleKeys(login: string, deviceHash: Uint8Array | null, address: string): ThrottleKeys {
  return {
    account: `account:${loginMark(login)}`,
    device: `device:${loginMark(`${login}\n${Buffer.from(deviceHash ?? []).toString('hex')}`)}`,
    address: `address:${address}`,
  };
}

/** How the security log names a login that nobody may read there. */
export function loginMark(login: string): string {
  return createHmac('sha256', env().authSecret).update(login).digest('hex').slice(0, 24);
}

export type Failure = {
  keys: ThrottleKeys;
  /** The browser signed in with this login in the last 30 days: strangers' failures do not lock it out, nor its own others. */
  knownDevice: boolean;
  /** Refused unseen while waiting: it told the guesser nothing and does not prolong the wait. */
  waiting: boolean;
};

/**
 * Counts a failure in one atomic statement: from the 5th in a row 30 s, doubling to 15 min, from the 100th for good until
 * the password is reset; 60 within 5 min close the address for the rest of these (T-004). A login's row is always locked
 * before an address's, so that parallel failures wait for each other and never deadlock.
 */
export async function countFailure(db: Db, { keys, knownDevice, waiting }: Failure): Promise<void> {
  await db.$executeRaw`
    INSERT INTO login_throttle AS t (key, failures, last_failure, blocked_until, window_start)
    SELECT f.key, f.step, now, NULL, now
    FROM (SELECT app_now() AS now) clock, (VALUES (1, ${knownDevice ? keys.device : keys.account}, ${waiting ? 0 : 1}::int),
      (2, ${keys.address}, 1)) AS f(place, key, step) ORDER BY f.place
    ON CONFLICT (key) DO UPDATE SET
      last_failure = excluded.last_failure,
      window_start = CASE WHEN t.window_start <= excluded.last_failure - interval '5 min' THEN excluded.last_failure
        ELSE t.window_start END,
      failures = CASE WHEN t.key LIKE 'address:%' AND t.window_start <= excluded.last_failure - interval '5 min' THEN 1
        ELSE t.failures + excluded.failures END,
      blocked_until = CASE
        WHEN excluded.failures = 0 THEN t.blocked_until
        WHEN t.key LIKE 'address:%' THEN
          CASE WHEN t.failures >= 59 AND t.window_start > excluded.last_failure - interval '5 min'
            THEN t.window_start + interval '5 min' END
        WHEN t.failures >= 99 THEN 'infinity'
        WHEN t.failures >= 4 THEN excluded.last_failure
          + make_interval(secs => least(30 * 2 ^ least(t.failures - 4, 10), 900)) END`;
}

/** A success, or a password that was reset, ends the row of failures; those of the address stay. */
export async function forgetFailures(db: Db, keys: readonly string[]): Promise<void> {
  await db.loginThrottle.deleteMany({ where: { key: { in: [...keys] } } });
}
