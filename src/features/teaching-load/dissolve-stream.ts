import { z } from 'zod';
import { idField, toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { shortDate } from '@/texts/format';

const input = z.strictObject({ streamId: idField });

/**
 * Parts a stream into journals of their own again. Lessons ahead go on as lessons of one group; two of them at one hour cannot, so they are
 * taken out of one group's timetable first. @throws Refusal NOT_FOUND, IN_USE with the hour
 */
export const dissolveStream = defineCommand({
  name: 'teaching-load.dissolve-stream',
  permission: 'load.enter',
  input,
  period: touchedPeriods,
  run: async ({ tx, actor, input: { streamId } }) => {
    const stream = await tx.teachingStream.findUnique({
      where: { id: streamId },
      select: { name: true, year: { select: { closedAt: true } }, sections: { select: { id: true } } },
    });
    if (!stream || stream.year.closedAt) throw new Refusal('NOT_FOUND');
    const ids = stream.sections.map(({ id }) => id);
    await assertApart(tx, ids, actor.today);
    const ahead = { sectionId: { in: ids }, streamId: { not: null }, date: { gte: toDay(actor.today) } };
    const lessons = await tx.lesson.updateManyAndReturn({
      where: { ...ahead, state: 'planned', enteredAt: null },
      data: { streamId: null },
      select: { id: true },
    });
    await tx.courseSection.updateMany({ where: { id: { in: ids } }, data: { streamId: null } });
    await tx.teachingStream.delete({ where: { id: streamId }, select: { id: true } });
    const parted = { field: 'streamId', before: String(streamId), after: null };
    const steps: AuditStep[] = [
      ...lessons.map(({ id }) => ({ entity: 'lesson', recordId: id, lessonId: id, ...parted })),
      ...ids.map((id) => ({ entity: 'section', recordId: id, ...parted })),
      { entity: 'teachingStream', field: 'removed', recordId: streamId, before: stream.name, after: null },
    ];
    return { result: {}, audit: { object: 'teachingStream', objectId: streamId, steps } };
  },
});

async function assertApart(tx: Db, ids: readonly number[], today: string): Promise<void> {
  const [shared] = await tx.$queryRaw<{ date: string; classPeriod: number }[]>`
    SELECT l.date::text AS date, l.class_period AS "classPeriod" FROM lesson l
    WHERE l.section_id = ANY (${ids}::int[]) AND l.date >= ${today}::date AND l.state = 'planned'
    GROUP BY l.date, l.class_period HAVING count(*) > 1 ORDER BY 1, 2 LIMIT 1`;
  if (!shared) return;
  const hour = `${shortDate(shared.date)}, ${shared.classPeriod} пара`;
  throw new Refusal('IN_USE', {
    detail: `впереди общие занятия (${hour}): сначала уберите их из расписания одной из групп`,
  });
}

/** Open periods of its journals that have not passed. */
async function touchedPeriods({
  tx,
  actor,
  input: { streamId },
}: RunArgs<z.output<typeof input>>): Promise<PeriodKey[]> {
  const rows = await tx.sectionPeriod.findMany({
    where: { section: { streamId }, period: { endsOn: { gte: toDay(actor.today) } } },
    select: { sectionId: true, periodId: true, section: { select: { groupId: true } } },
  });
  return rows.map(({ section, ...place }) => ({ ...place, groupId: section.groupId }));
}
