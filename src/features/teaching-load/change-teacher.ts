import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay } from '@/features/institution/inputs';
import { loadOrder } from '@/features/planning-orders/find-order';
import { orderInput } from '@/features/planning-orders/order-fields';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDate } from '@/texts/format';
import { assertEmployed, handOverLessons } from './hand-over';
import { type HeldSection, holdSections } from './hold-sections';

const input = z.strictObject({
  sectionId: idField,
  /** Who had the journal when the page was opened. */
  was: idField,
  teacherId: idField,
  from: dateField,
  order: orderInput,
});
type Input = z.output<typeof input>;

/**
 * Another teacher takes a journal over from a day on, by an order: the former one keeps what was before it, lessons from it on
 * that nobody has entered go over. Journals of a stream go over together.
 * @throws Refusal CONFLICT, INVALID, PERIOD_LOCKED, DUPLICATE with the hours at which the new teacher is elsewhere
 */
export const changeTeacher = defineCommand({
  name: 'teaching-load.change-teacher',
  permission: 'load.enter',
  input,
  period: touchedPeriods,
  run: async ({ tx, actor, now, input: { sectionId, was, teacherId, from, order } }) => {
    if (order.orderedOn > actor.today) throw new Refusal('INVALID', { fields: ['дата приказа'] });
    const sectionIds = await withStream(tx, sectionId);
    const sections = await holdSections(tx, sectionIds, null);
    await assertEmployed(tx, [{ teacherId, from }]);
    const steps: AuditStep[] = [];
    const registered = await loadOrder(tx, { actor, now }, order);
    for (const section of sections) {
      steps.push(...(await takeOver(tx, section, { was, teacherId, from, orderId: registered.id })));
    }
    const lessons = await handOverLessons(tx, { sectionIds, from, to: teacherId });
    const all = [...registered.steps, ...steps, ...lessons];
    return { result: { lessons: lessons.length }, audit: { object: 'section', objectId: sectionId, steps: all } };
  },
});

type Next = { was: number; teacherId: number; from: string; orderId: number };

async function takeOver(tx: Db, section: HeldSection, { was, teacherId, from, orderId }: Next): Promise<AuditStep[]> {
  const { sectionId, title, assignments } = section;
  const last = assignments.at(-1);
  if (last?.teacherId !== was) throw new Refusal('CONFLICT', { detail: `преподавателя журнала ${title} уже сменили` });
  if (teacherId === was)
    throw new Refusal('INVALID', { fields: ['преподаватель'], detail: 'журнал уже у этого преподавателя' });
  const soonest = addDays(last.startsOn, 1);
  if (from < soonest || from > section.to) {
    const span = `с ${fullDate(soonest)} по ${fullDate(section.to)}`;
    throw new Refusal('INVALID', { fields: ['с какого числа'], detail: `журнал ${title} можно передать ${span}` });
  }
  const endsOn = addDays(from, -1);
  await tx.teachingAssignment.update({ where: { id: last.id }, data: { endsOn: toDay(endsOn) }, select: { id: true } });
  await tx.teachingAssignment.create({
    data: { sectionId, teacherId, startsOn: toDay(from), orderId },
    select: { id: true },
  });
  return [
    { entity: 'teachingAssignment', field: 'endsOn', recordId: sectionId, before: last.endsOn, after: endsOn },
    createdStep('teachingAssignment', sectionId, { teacherId, startsOn: from, orderId }),
  ];
}

async function withStream(tx: Db, sectionId: number): Promise<number[]> {
  const section = await tx.courseSection.findUnique({ where: { id: sectionId }, select: { streamId: true } });
  if (!section) throw new Refusal('NOT_FOUND');
  if (section.streamId === null) return [sectionId];
  const all = await tx.courseSection.findMany({ where: { streamId: section.streamId }, select: { id: true } });
  return all.map(({ id }) => id);
}

/** Every period of the journals that ends on the day or after it: whose the journal was in a locked one is printed. */
async function touchedPeriods({ tx, input: { sectionId, from } }: RunArgs<Input>): Promise<PeriodKey[]> {
  const rows = await tx.sectionPeriod.findMany({
    where: { sectionId: { in: await withStream(tx, sectionId) }, period: { endsOn: { gte: toDay(from) } } },
    select: { sectionId: true, periodId: true, section: { select: { groupId: true } } },
  });
  return rows.map(({ section, ...place }) => ({ ...place, groupId: section.groupId }));
}
