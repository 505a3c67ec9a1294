import { z } from 'zod';
import { compareTitles } from '@/domain/people/name';
import { idField } from '@/features/institution/inputs';
import { enqueueJob } from '@/features/jobs/enqueue-job';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { layGroupsKind } from './laying-kind';

/**
 * Asks for the lessons of all groups of a period: the laying goes on in the background, group by group, each by its own command. One
 * such work of a period at a time. @throws Refusal DUPLICATE, NOT_FOUND
 */
export const requestLaying = defineCommand({
  name: 'timetable.request-laying',
  permission: 'timetable.enter',
  input: z.strictObject({ periodId: idField }),
  period: 'none',
  run: async ({ tx, actor, input: { periodId } }) => {
    const [busy] = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM background_job WHERE kind = ${layGroupsKind.kind} AND state IN ('queued', 'running')
        AND (payload ->> 'period')::int = ${periodId} LIMIT 1`;
    if (busy) throw new Refusal('DUPLICATE', { detail: 'раскладка занятий уже идёт: дождитесь её или отмените' });
    const groups = await tx.studentGroup.findMany({
      where: { periods: { some: { periodId, lockedAt: null, period: { kind: { not: 'year' } } } } },
      select: { id: true, name: true },
    });
    if (groups.length === 0) throw new Refusal('NOT_FOUND');
    groups.sort((one, other) => compareTitles(one.name, other.name));
    const job = await enqueueJob(tx, layGroupsKind, {
      payload: { period: periodId, groups: groups.map(({ id }) => id) },
      requestedById: actor.personId || null,
      total: groups.length,
    });
    const step = { entity: 'backgroundJob', field: 'kind', before: null, after: layGroupsKind.kind };
    return {
      result: { job, groups: groups.length },
      audit: { object: 'backgroundJob', objectId: job, steps: [{ ...step, recordId: job ?? 0 }] },
    };
  },
});
