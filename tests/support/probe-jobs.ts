import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { JobKind } from '@/features/jobs/job-kind';
import { defineJob } from '@/jobs/define-job';
import { db } from '@/server/db';
import type { PrismaClient } from '@/server/prisma/client';

/** A job for tests of the queue: `steps` steps of some milliseconds, then its effect, once under the job's id. */
export const probeKind = {
  kind: 'probe',
  payload: z.strictObject({
    steps: z.int().min(0),
    milliseconds: z.int().min(0),
    fault: z.boolean().default(false),
  }),
} satisfies JobKind;

export const probe = defineJob(probeKind, async ({ steps, milliseconds, fault }, { jobId, signal, progress }) => {
  for (let step = 0; step < steps; step += 1) {
    await progress(step, steps, `шаг ${step + 1}`);
    await pause(milliseconds, undefined, { signal });
  }
  if (fault) throw new Error('probe');
  await db().$executeRaw`INSERT INTO probe_run (job_id) VALUES (${jobId})`;
  await db().$executeRaw`INSERT INTO probe_effect (job_id) VALUES (${jobId}) ON CONFLICT DO NOTHING`;
  return { said: 'Проба окончена', steps };
});

/** Where the probes leave their effects; `probe_run` counts every time that one came so far. */
export async function createProbeTables(owner: PrismaClient, runtimeRole: string): Promise<void> {
  await owner.$executeRaw`CREATE TABLE probe_effect (job_id int PRIMARY KEY)`;
  await owner.$executeRaw`CREATE TABLE probe_run (job_id int NOT NULL)`;
  for (const table of ['probe_effect', 'probe_run']) {
    await owner.$executeRawUnsafe(`GRANT SELECT, INSERT ON ${table} TO ${runtimeRole}`);
  }
}
