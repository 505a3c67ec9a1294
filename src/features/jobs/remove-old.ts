import { type Db, db } from '@/server/db';

/** Rows a statement may delete: it stays far under its time limit and holds few locks. */
const portion = 5000;

type Removal = (tx: Db) => Promise<number>;

/**
 * Service rows whose time is over. None is part of the record: answers to repeated requests after 48 hours (T-084), sessions a
 * month after their end, counts of failed sign-ins that nobody adds to any more (T-004), browsers unseen for a month, jobs long done, rows
 * of tables that were brought a day ago (their bytes go with other uploads).
 */
const removals: readonly Removal[] = [
  (tx) => tx.$executeRaw`DELETE FROM idempotency_answer WHERE (person_id, key) IN (
    SELECT person_id, key FROM idempotency_answer WHERE created_at < app_now() - interval '48 hours' LIMIT ${portion})`,
  (tx) => tx.$executeRaw`DELETE FROM session WHERE id IN (
    SELECT id FROM session WHERE least(expires_at, ended_at) < app_now() - interval '30 days' LIMIT ${portion})`,
  (tx) => tx.$executeRaw`DELETE FROM login_throttle WHERE key IN (
    SELECT key FROM login_throttle WHERE (blocked_until IS NULL OR blocked_until < app_now())
      AND last_failure < app_now() - CASE WHEN key LIKE 'account:%' THEN interval '30 days' ELSE interval '1 day' END LIMIT ${portion})`,
  (tx) => tx.$executeRaw`DELETE FROM known_device WHERE (account_id, token_hash) IN (
    SELECT account_id, token_hash FROM known_device WHERE last_used_at < app_now() - interval '30 days' LIMIT ${portion})`,
  (tx) => tx.$executeRaw`DELETE FROM background_job WHERE id IN (
    SELECT id FROM background_job WHERE finished_at < app_now() - CASE WHEN slot IS NULL THEN interval '90 days' ELSE interval '7 days' END
    LIMIT ${portion})`,
  (tx) =>
    tx.$executeRaw`UPDATE import_run SET rows = NULL WHERE rows IS NOT NULL AND created_at < app_now() - interval '1 day'`,
];

/** Removes them portion by portion; `afterEach` is told after every kind and may throw to stop. @returns how many rows went */
export async function removeOld(afterEach: (done: number, total: number) => Promise<void>): Promise<number> {
  let removed = 0;
  for (const [index, removal] of removals.entries()) {
    for (let last = portion; last === portion; removed += last) last = await removal(db());
    await afterEach(index + 1, removals.length);
  }
  return removed;
}
