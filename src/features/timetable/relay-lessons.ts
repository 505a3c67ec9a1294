import { z } from 'zod';
import { type Relay, relay } from '@/domain/timetable/relay';
import { groupBy } from '@/domain/year/group-by';
import { idField } from '@/features/institution/inputs';
import { publishNotices } from '@/features/notices/publish-notices';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';
import { holdTimetable } from './hold-timetable';
import { lessonTypesInTurn } from './lesson-types-in-turn';
import { type ReadRelay, readRelay } from './read-relay';
import { readGroupPeriod } from './read-sections';
import { countsOf } from './relay-counts';
import { relayNotice } from './relay-notice';
import { insertLessons, withdrawLessons } from './write-lessons';

const input = z.strictObject({ groupId: idField, periodId: idField });

/**
 * Lays the lessons of a group's period from its week, or lays them anew after the week has changed. Filled lessons,
 * changes of a day and earlier days stay untouched. The group and its teachers are told, except at the first laying.
 * @throws Refusal NOT_FOUND, PERIOD_LOCKED
 */
export const relayLessons = defineCommand({
  name: 'timetable.relay-lessons',
  permission: 'timetable.enter',
  input,
  period: async ({ input: place }) => [{ ...place, sectionId: 0 }],
  run: async ({ tx, actor, now, input: { groupId, periodId } }) => {
    await holdTimetable(tx);
    const period = await readGroupPeriod(tx, groupId, periodId);
    if (!period) throw new Refusal('NOT_FOUND');
    await tx.$queryRaw`SELECT id FROM lesson WHERE group_id = ${groupId} AND period_id = ${periodId} AND date >= ${actor.today}::date
      AND state = 'planned' ORDER BY id FOR UPDATE`;
    const regulation = await activeRegulation(actor.today, tx);
    const read = await readRelay(tx, { groupId, period, today: actor.today }, regulation.lessonHours.usual);
    const outcome = relay(read.plan);
    const steps = [
      ...(await withdrawLessons(tx, outcome.remove)),
      ...(await changeLessons(tx, outcome, read)),
      ...(await addLessons(tx, outcome, read, periodId)),
    ];
    const told = read.fresh ? null : await relayNotice(tx, { groupId, from: read.plan.from }, outcome, read);
    if (told) steps.push(...(await publishNotices(tx, [told], { by: actor.personId, at: now })));
    return {
      result: countsOf(outcome),
      audit: { object: 'timetable', objectId: null, steps },
    };
  },
});

async function changeLessons(tx: Db, { change }: Relay, { plan }: ReadRelay): Promise<AuditStep[]> {
  if (change.length === 0) return [];
  await tx.$executeRaw`
    UPDATE lesson l SET room = w.room, hours = w.hours, timetable_entry_id = w."entryId", stream_id = w."streamId"
    FROM jsonb_to_recordset(${JSON.stringify(change)}::jsonb) AS w(id int, room text, hours smallint, "entryId" int, "streamId" int)
    WHERE l.id = w.id`;
  const former = new Map(plan.lessons.map((lesson) => [lesson.id, lesson]));
  return change.flatMap(({ id, room, hours }) => {
    const before = former.get(id);
    const step = { entity: 'lesson', lessonId: id, recordId: id };
    return [
      ...(before && before.room !== room ? [{ ...step, field: 'room', before: before.room, after: room }] : []),
      ...(before && before.hours !== hours
        ? [{ ...step, field: 'hours', before: String(before.hours), after: String(hours) }]
        : []),
    ];
  });
}

/** The type of each new lesson is that of the topic whose turn it is. */
async function addLessons(tx: Db, outcome: Relay, { plan }: ReadRelay, periodId: number): Promise<AuditStep[]> {
  const removed = new Set(outcome.remove);
  const standing = plan.lessons.filter(({ id, cancelled }) => !cancelled && !removed.has(id));
  const bySection = groupBy([...standing, ...outcome.add], ({ sectionId }) => sectionId);
  const types = await lessonTypesInTurn(tx, [...bySection.keys()], plan);
  const turns = new Map<object, number>();
  for (const lessons of bySection.values()) {
    lessons.sort((one, other) => one.date.localeCompare(other.date) || one.classPeriod - other.classPeriod);
    for (const [place, lesson] of lessons.entries()) turns.set(lesson, place);
  }
  const { steps } = await insertLessons(
    tx,
    outcome.add.map((lesson) => {
      const { streamId: _, entryId: timetableEntryId, ...place } = lesson;
      const lessonType = types.typeAt(lesson.sectionId, turns.get(lesson) ?? 0);
      return { ...place, periodId, timetableEntryId, lessonType };
    }),
  );
  return steps;
}
