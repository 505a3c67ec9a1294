import { db } from './db';

/** Counts a visit under a key; false when more than `most` came within the running window of `seconds`. */
export async function countVisit(key: string, most: number, seconds: number): Promise<boolean> {
  const [row] = await db().$queryRaw<{ failures: number }[]>`
    INSERT INTO login_throttle AS t (key, failures, last_failure, window_start) VALUES (${key}, 1, app_now(), app_now())
    ON CONFLICT (key) DO UPDATE SET last_failure = app_now(),
      failures = CASE WHEN t.window_start <= app_now() - make_interval(secs => ${seconds}) THEN 1 ELSE t.failures + 1 END,
      window_start = CASE WHEN t.window_start <= app_now() - make_interval(secs => ${seconds}) THEN app_now() ELSE t.window_start END
    RETURNING failures`;
  return (row?.failures ?? 0) <= most;
}
