import { z } from 'zod';
import { can } from '@/access/actor';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

type Row = { state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'; requestedById: number | null };

/**
 * Cancels a job: a waiting one at once, a running one at its worker's next breath. One's own, or any with `jobs.manage`. A job
 * that has ended stays as it ended.
 */
export const cancelJob = defineCommand({
  name: 'jobs.cancel',
  permission: ['jobs.manage', 'report.print', 'year.manage', 'timetable.enter'],
  input: z.strictObject({ id: idField }),
  period: 'none',
  run: async ({ tx, actor, now, input: { id } }) => {
    const [job] = await tx.$queryRaw<Row[]>`
      SELECT state, requested_by_id AS "requestedById" FROM background_job WHERE id = ${id} FOR UPDATE`;
    const mine = job?.requestedById === actor.personId;
    if (!job || !(mine || can(actor, 'jobs.manage'))) throw new Refusal('NOT_FOUND');
    const entry = { object: 'backgroundJob', objectId: id };
    const step = { entity: 'backgroundJob', field: 'state', before: job.state, after: 'cancelled', recordId: id };
    if (job.state !== 'queued' && job.state !== 'running') {
      return { result: { state: job.state }, audit: { ...entry, steps: [] } };
    }
    const ended = { state: 'cancelled', finishedAt: now } as const;
    const data = { cancelAskedById: actor.personId || null, ...(job.state === 'queued' ? ended : {}) };
    await tx.backgroundJob.update({ where: { id }, data });
    return { result: { state: 'cancelled' as const }, audit: { ...entry, steps: [step] } };
  },
});
