import { randomUUID } from 'node:crypto';
import type { JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';

/** A job in this worker's hands; `claim` is the proof, whoever writes without it writes nothing. */
export type HeldJob = {
  id: number;
  kind: string;
  payload: unknown;
  requestedById: number | null;
  attempts: number;
  claim: string;
};

export type Progress = { done: number; total: number; note: string };

/**
 * Takes the oldest job of these kinds that waits, or whose worker's lease ran out; null when there is none. Several workers
 * never take the same one (SKIP LOCKED). `lease` in seconds of the real clock.
 */
export async function claimJob(kinds: readonly string[], lease: number): Promise<HeldJob | null> {
  const claim = randomUUID();
  const rows = await db().$queryRaw<HeldJob[]>`
    UPDATE background_job SET state = 'running', claim = ${claim}, claimed_until = clock_timestamp() + make_interval(secs => ${lease}),
      attempts = attempts + 1, started_at = coalesce(started_at, app_now()), not_before = NULL
    WHERE id = (
      SELECT id FROM background_job
      WHERE kind = ANY (${[...kinds]}) AND (state = 'queued' AND (not_before IS NULL OR not_before <= clock_timestamp())
        OR state = 'running' AND claimed_until < clock_timestamp())
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, kind, payload, requested_by_id AS "requestedById", attempts, claim`;
  return rows[0] ?? null;
}

/** Renews the lease and shows the progress. `lost`: another worker has the job; `cancel`: somebody asked to stop it. */
export async function renewLease(
  { id, claim }: HeldJob,
  lease: number,
  { done, total, note }: Progress,
): Promise<'held' | 'cancel' | 'lost'> {
  const [row] = await db().$queryRaw<{ cancel: boolean }[]>`
    UPDATE background_job SET claimed_until = clock_timestamp() + make_interval(secs => ${lease}),
      done = ${done}, total = ${total}, note = ${note}
    WHERE id = ${id} AND claim = ${claim} RETURNING cancel_asked_by_id IS NOT NULL AS cancel`;
  if (!row) return 'lost';
  return row.cancel ? 'cancel' : 'held';
}

export async function finishJob({ id, claim }: HeldJob, result: JobResult): Promise<void> {
  await db().$executeRaw`
    UPDATE background_job SET state = 'done', claim = NULL, claimed_until = NULL, finished_at = app_now(), done = total,
      result = ${JSON.stringify(result)}::jsonb WHERE id = ${id} AND claim = ${claim}`;
}

export async function failJob({ id, claim }: HeldJob, error: string): Promise<void> {
  await db().$executeRaw`
    UPDATE background_job SET state = 'failed', claim = NULL, claimed_until = NULL, finished_at = app_now(), error = ${error}
    WHERE id = ${id} AND claim = ${claim}`;
}

export async function endCancelled({ id, claim }: HeldJob): Promise<void> {
  await db().$executeRaw`
    UPDATE background_job SET state = 'cancelled', claim = NULL, claimed_until = NULL, finished_at = app_now()
    WHERE id = ${id} AND claim = ${claim}`;
}

/** Back into the queue for another worker, at once or after some seconds; a worker that stops has made no attempt. */
export async function handBack({ id, claim }: HeldJob, afterSeconds = 0): Promise<void> {
  await db().$executeRaw`
    UPDATE background_job SET state = 'queued', claim = NULL, claimed_until = NULL,
      not_before = clock_timestamp() + make_interval(secs => ${afterSeconds}),
      attempts = attempts - CASE WHEN ${afterSeconds}::float8 = 0 THEN 1 ELSE 0 END
    WHERE id = ${id} AND claim = ${claim}`;
}
