import type { JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { loadRequester } from '@/server/load-requester';
import { number } from '@/texts/format';
import type { GroupsToLay } from './laying-kind';
import { relayLessons } from './relay-lessons';

type Work = {
  jobId: number;
  requestedById: number | null;
  progress: (done: number, total: number, note?: string) => Promise<void>;
};

/** Lays group by group in the name of whoever asked. Laying what is laid changes nothing, so that a work begun anew goes on where it was. */
export async function layGroups({ period, groups }: GroupsToLay, work: Work): Promise<JobResult> {
  const { jobId, requestedById, progress } = work;
  const names = new Map(
    (await db().studentGroup.findMany({ where: { id: { in: groups } }, select: { id: true, name: true } })).map(
      ({ id, name }) => [id, name],
    ),
  );
  const sum = { added: 0, changed: 0, removed: 0, shortHours: 0 };
  for (const [place, groupId] of groups.entries()) {
    await progress(place, groups.length, names.get(groupId) ?? '');
    const actor = await loadRequester(requestedById ?? 0);
    if (!actor) throw new Refusal('FORBIDDEN');
    const meta = { address: 'local', device: 'background job', idempotencyKey: `job-${jobId}-group-${groupId}` };
    const laid = await relayLessons.execute(actor, { groupId, periodId: period }, meta);
    sum.added += laid.added;
    sum.changed += laid.changed;
    sum.removed += laid.removed;
    sum.shortHours += laid.shortHours;
  }
  await progress(groups.length, groups.length);
  const short = sum.shortHours > 0 ? `; часов плана без места в неделе: ${number(sum.shortHours)}` : '';
  const said = `Групп: ${groups.length}; занятий добавлено: ${number(sum.added)}, убрано: ${number(sum.removed)}, изменено: ${number(sum.changed)}${short}`;
  return { said, ...sum };
}
