import { z } from 'zod';
import { groupsVisibleTo } from '@/access/scope';
import { compareTitles } from '@/domain/people/name';
import { enqueueJob } from '@/features/jobs/enqueue-job';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { printCollegeKind } from './kind';

const id = z.int().min(1).max(2_147_483_647);

/**
 * Asks for the ledgers of all groups of a period, or of a department's; the printing itself goes on in the background and each
 * paper is registered by its own command. One such work of a person at a time.
 */
export const requestCollegePrint = defineCommand({
  name: 'report.print-college',
  permission: 'report.print',
  input: z.strictObject({ period: id, department: id.optional() }),
  period: 'none',
  run: async ({ tx, actor, input: { period, department } }) => {
    const [busy] = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM background_job WHERE kind = ${printCollegeKind.kind} AND requested_by_id = ${actor.personId}
        AND state IN ('queued', 'running') LIMIT 1`;
    if (busy) throw new Refusal('DUPLICATE', { detail: 'ваша печать всех групп уже идёт: дождитесь её или отмените' });
    const groups = await tx.studentGroup.findMany({
      where: {
        AND: [
          groupsVisibleTo(actor),
          { periods: { some: { periodId: period, period: { kind: { not: 'year' } } } } },
          { sections: { some: { lessons: { some: { periodId: period } } } } },
          department === undefined ? {} : { departmentId: department },
        ],
      },
      select: { id: true, name: true },
    });
    if (groups.length === 0) throw new Refusal('NOT_FOUND');
    groups.sort((one, other) => compareTitles(one.name, other.name));
    const job = await enqueueJob(tx, printCollegeKind, {
      payload: { period, groups: groups.map((group) => group.id) },
      requestedById: actor.personId,
      total: groups.length + 1,
    });
    const step = { entity: 'backgroundJob', field: 'kind', before: null, after: printCollegeKind.kind };
    return {
      result: { job, groups: groups.length },
      audit: { object: 'backgroundJob', objectId: job, steps: [{ ...step, recordId: job ?? 0 }] },
    };
  },
});
