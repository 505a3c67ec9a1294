import { z } from 'zod';
import type { LocalDate } from '@/domain/types';
import { createdStep } from '@/features/institution/created-step';
import { idField, toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertEmployed, handOverLessons } from './hand-over';
import { type HeldSection, holdSections } from './hold-sections';

const teacherId = idField.nullable();
const hours = z.int().min(0).max(1500);
const input = z.strictObject({
  groupId: idField,
  /** `was`: what the person saw; somebody else's change since then is a conflict. */
  teachers: z.array(z.strictObject({ sectionId: idField, was: teacherId, teacherId })).max(300),
  hours: z.array(z.strictObject({ sectionId: idField, periodId: idField, was: hours, hours })).max(600),
});
type Input = z.output<typeof input>;

/**
 * The load of a group before the year is on its way: who teaches, how many hours. A teacher who has entered a lesson, or has the
 * journal by an order, is changed from a day on by another order (`changeTeacher`).
 * @throws Refusal CONFLICT, IN_USE, PERIOD_LOCKED, DUPLICATE when the teacher is elsewhere at the hours of laid lessons
 */
export const saveLoad = defineCommand({
  name: 'teaching-load.save',
  permission: 'load.enter',
  input,
  period: touchedPeriods,
  run: async ({ tx, input: { groupId, teachers, hours: planned } }) => {
    const ids = [...new Set([...teachers, ...planned].map(({ sectionId }) => sectionId))];
    const held = new Map((await holdSections(tx, ids, groupId)).map((row) => [row.sectionId, row]));
    const given = teachers.flatMap((row) => {
      const section = held.get(row.sectionId);
      if (!section) throw new Refusal('NOT_FOUND');
      return row.teacherId === row.was ? [] : [{ ...row, section }];
    });
    const wanted = given.flatMap(({ teacherId: id, section }) =>
      id === null ? [] : [{ teacherId: id, from: section.from }],
    );
    await assertEmployed(tx, wanted);
    const steps: AuditStep[] = [];
    for (const row of given) steps.push(...(await giveSection(tx, row)));
    steps.push(...(await setHours(tx, planned)));
    return { result: { changed: steps.length }, audit: { object: 'group', objectId: groupId, steps } };
  },
});

type Given = { was: number | null; teacherId: number | null; section: HeldSection };

async function giveSection(tx: Db, { was, teacherId: next, section }: Given): Promise<AuditStep[]> {
  const { sectionId, title, from, assignments, entered, laid } = section;
  const [only] = assignments;
  if ((assignments.at(-1)?.teacherId ?? null) !== was) {
    throw new Refusal('CONFLICT', { detail: `преподавателя журнала ${title} уже сменили` });
  }
  if (section.streamId !== null) {
    throw new Refusal('IN_USE', { detail: `журнал ${title} в потоке, преподавателя меняют с даты по приказу` });
  }
  if (!only)
    return next === null
      ? []
      : [await insert(tx, { sectionId, teacherId: next, from }), ...(await hand(tx, section, next))];
  if (assignments.length > 1 || entered > 0 || only.orderId !== null) {
    const why = only.orderId === null ? 'в нём есть записи' : 'он дан приказом';
    throw new Refusal('IN_USE', { detail: `журнал ${title}: ${why}, преподавателя меняют с даты по приказу` });
  }
  const step = { entity: 'teachingAssignment', recordId: sectionId };
  if (next === null) {
    if (laid > 0) throw new Refusal('IN_USE', { detail: `журнал ${title}: по нему уже стоят занятия` });
    await tx.teachingAssignment.delete({ where: { id: only.id }, select: { id: true } });
    return [{ ...step, field: 'removed', before: String(only.teacherId), after: null }];
  }
  await tx.teachingAssignment.update({ where: { id: only.id }, data: { teacherId: next }, select: { id: true } });
  const changed = { ...step, field: 'teacherId', before: String(only.teacherId), after: String(next) };
  return [changed, ...(await hand(tx, section, next))];
}

const hand = (tx: Db, { sectionId, from }: HeldSection, to: number) =>
  handOverLessons(tx, { sectionIds: [sectionId], from, to });

async function insert(tx: Db, row: { sectionId: number; teacherId: number; from: LocalDate }): Promise<AuditStep> {
  const { sectionId, teacherId: id, from } = row;
  await tx.teachingAssignment.create({
    data: { sectionId, teacherId: id, startsOn: toDay(from) },
    select: { id: true },
  });
  return createdStep('teachingAssignment', sectionId, { teacherId: id, startsOn: from });
}

/** Hours are compared with what the person saw in the statement that writes them. */
async function setHours(tx: Db, planned: Input['hours']): Promise<AuditStep[]> {
  const changed = planned.filter((row) => row.hours !== row.was);
  if (changed.length === 0) return [];
  const rows = await tx.$queryRaw<{ sectionId: number }[]>`
    UPDATE section_period sp SET planned_hours = w.hours
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS w("sectionId" int, "periodId" int, was smallint, hours smallint)
    WHERE sp.section_id = w."sectionId" AND sp.period_id = w."periodId" AND sp.planned_hours = w.was RETURNING sp.section_id AS "sectionId"`;
  if (rows.length < changed.length) throw new Refusal('CONFLICT', { detail: 'часы нагрузки уже изменили' });
  return changed.map(({ sectionId, periodId, was, hours: now }) => ({
    ...{ entity: 'sectionPeriod', field: 'plannedHours', recordId: sectionId, periodId },
    ...{ before: String(was), after: String(now) },
  }));
}

/** Of hours: their own period. Of a teacher: all the open ones of the journal, for its laid lessons change hands. */
async function touchedPeriods({
  tx,
  input: { groupId, teachers, hours: planned },
}: RunArgs<Input>): Promise<PeriodKey[]> {
  const sections = teachers.filter((row) => row.teacherId !== row.was).map(({ sectionId }) => sectionId);
  const periods = await tx.sectionPeriod.findMany({
    where: { sectionId: { in: sections }, period: { groupPeriods: { some: { groupId, lockedAt: null } } } },
    select: { sectionId: true, periodId: true },
  });
  const changed = planned.filter((row) => row.hours !== row.was);
  return [...periods, ...changed].map(({ sectionId, periodId }) => ({ groupId, periodId, sectionId }));
}
