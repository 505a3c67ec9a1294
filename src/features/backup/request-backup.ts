import { z } from 'zod';
import { enqueueJob } from '@/features/jobs/enqueue-job';
import type { JobKind } from '@/features/jobs/job-kind';
import { defineCommand, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { backupKind, checkBackupKind, drillBackupKind } from './kinds';

/** Asks for a new copy; the worker makes it. One of a kind at a time. */
export const requestBackup = defineCommand({
  name: 'backup.request',
  permission: 'backup.manage',
  input: z.strictObject({}),
  period: 'none',
  stepUp: true,
  run: (args) => enqueueOnly(args, backupKind, {}),
});

/** Asks for a copy to be read again on both media. */
export const requestCheck = defineCommand({
  name: 'backup.request-check',
  permission: 'backup.manage',
  input: z.strictObject({ id: z.int().min(1).max(2_147_483_647) }),
  period: 'none',
  run: async (args) => {
    const { tx, input } = args;
    if ((await tx.backupCopy.count({ where: { id: input.id, removedAt: null } })) === 0) throw new Refusal('NOT_FOUND');
    return enqueueOnly(args, checkBackupKind, input);
  },
});

/** Asks for the latest copy to be restored for trial. */
export const requestDrill = defineCommand({
  name: 'backup.request-drill',
  permission: 'backup.manage',
  input: z.strictObject({}),
  period: 'none',
  run: (args) => enqueueOnly(args, drillBackupKind, {}),
});

async function enqueueOnly<Schema extends z.ZodType>(
  { tx, actor }: RunArgs<unknown>,
  job: JobKind<Schema>,
  payload: z.input<Schema>,
) {
  const busy = await tx.backgroundJob.count({
    where: { kind: job.kind, state: { in: ['queued', 'running'] } },
  });
  if (busy > 0) throw new Refusal('DUPLICATE', { detail: 'такая работа с копиями уже идёт: дождитесь её' });
  const id = await enqueueJob(tx, job, { payload, requestedById: actor.personId || null });
  const step = { entity: 'backgroundJob', field: 'kind', before: null, after: job.kind, recordId: id ?? 0 };
  return { result: { job: id }, audit: { object: 'backgroundJob', objectId: id, steps: [step] } };
}
