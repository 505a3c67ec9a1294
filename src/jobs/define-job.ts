import type { z } from 'zod';
import type { JobKind, JobResult } from '@/features/jobs/job-kind';

/** What a job's work is given. `signal` is aborted when it shall stop: ask it at every step. */
export type JobContext = {
  jobId: number;
  /** Who asked for it; null = the timetable. */
  requestedById: number | null;
  signal: AbortSignal;
  /** Shows how far it is, in steps, with the name of the present one; throws when the job shall stop. */
  progress: (done: number, total: number, note?: string) => Promise<void>;
};

/** Work of one kind as the worker knows it. */
export type JobHandler = { kind: string; run: (payload: unknown, context: JobContext) => Promise<JobResult> };

/**
 * Joins a kind with its work. The work may begin anew after a kill: what it did before must have one effect, by the job's id.
 */
export function defineJob<Schema extends z.ZodType>(
  { kind, payload: schema }: JobKind<Schema>,
  run: (payload: z.output<Schema>, context: JobContext) => Promise<JobResult>,
): JobHandler {
  return { kind, run: (payload, context) => run(schema.parse(payload), context) };
}
