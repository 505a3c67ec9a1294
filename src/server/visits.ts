import { db } from './db';
import { Refusal } from './errors';

/** At most `most` visits under a key within a window of `seconds`. */
export type VisitLimit = { key: string; most: number; seconds: number };

/** Checks of ledgers: 30 a minute from one address (T-033). */
export function verifyVisits(address: string): VisitLimit {
  return { key: `verify:${address}`, most: 30, seconds: 60 };
}

/** Searches: 60 a minute of one session (T-123); who types in a hurry asks for 40. */
export function searchVisits(sessionId: number): VisitLimit {
  return { key: `search:${sessionId}`, most: 60, seconds: 60 };
}

/** Counts a visit. @throws Refusal THROTTLED with the seconds to wait when there were too many */
export async function assertVisit(limit: VisitLimit): Promise<void> {
  if (await countVisit(limit)) return;
  throw new Refusal('THROTTLED', { retryAfterSeconds: Math.max(1, await secondsUntilVisit(limit)) });
}

/** Counts a visit; false when there were too many. */
export async function countVisit({ key, most, seconds }: VisitLimit): Promise<boolean> {
  const [row] = await db().$queryRaw<{ failures: number }[]>`
    INSERT INTO login_throttle AS t (key, failures, last_failure, window_start) VALUES (${key}, 1, app_now(), app_now())
    ON CONFLICT (key) DO UPDATE SET last_failure = app_now(),
      failures = CASE WHEN t.window_start <= app_now() - make_interval(secs => ${seconds}) THEN 1 ELSE t.failures + 1 END,
      window_start = CASE WHEN t.window_start <= app_now() - make_interval(secs => ${seconds}) THEN app_now() ELSE t.window_start END
    RETURNING failures`;
  return (row?.failures ?? 0) <= most;
}

/** Whole seconds until the next visit would be served; 0 = now. Counts nothing. */
export async function secondsUntilVisit({ key, most, seconds }: VisitLimit): Promise<number> {
  const [row] = await db().$queryRaw<{ wait: number }[]>`
    SELECT ceil(extract(epoch FROM window_start - app_now()) + ${seconds}::int)::int AS wait
    FROM login_throttle WHERE key = ${key} AND failures >= ${most}::int`;
  return Math.max(row?.wait ?? 0, 0);
}
