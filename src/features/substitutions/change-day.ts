import { z } from 'zod';
import { dateField, idField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { type NoticeDraft, publishNotices } from '@/features/notices/publish-notices';
import { holdTimetable } from '@/features/timetable/hold-timetable';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertFreeHour } from './assert-free-hour';
import { cancelledNotice, movedNotice, replacedNotice } from './change-notices';
import { giveInstead } from './give-instead';
import { type LockedLesson, lockLesson, periodsOfLessons } from './lock-lesson';
import { orderFields } from './order-fields';

/** Whose lesson it was on the dispatcher's screen: somebody else may have changed it since. */
const lesson = { lessonId: idField, teacherId: idField, ...orderFields };
const input = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('cancel'), ...lesson }),
  z.strictObject({
    act: z.literal('move'),
    ...lesson,
    date: dateField,
    classPeriod: z.int().min(1).max(12),
    room: z.string().trim().max(40),
  }),
  z.strictObject({ act: z.literal('replace'), ...lesson, sectionId: idField, room: z.string().trim().max(40) }),
]);
type Input = z.output<typeof input>;
type Done = {
  kind: 'cancelled' | 'moved' | 'replaced';
  insteadId: number | null;
  steps: AuditStep[];
  told: NoticeDraft;
};

/**
 * Cancels a lesson, moves it, or gives another course at its hour. What somebody has filled stays. Group and teachers are told of
 * what is still ahead. @throws Refusal NOT_FOUND, TIMETABLE_CHANGED, LESSON_FILLED, CLASH, INVALID, PERIOD_LOCKED
 */
export const changeDay = defineCommand({
  name: 'timetable.change-day',
  permission: 'substitution.enter',
  input,
  period: ({ tx, input: { lessonId } }) => periodsOfLessons(tx, [lessonId]),
  run: async ({ tx, actor, now, input: wish }) => {
    await holdTimetable(tx);
    const found = await lockLesson(tx, wish.lessonId);
    if (found.teacherId !== wish.teacherId || found.state === 'cancelled') {
      throw new Refusal('TIMETABLE_CHANGED');
    }
    if (found.filled) throw new Refusal('LESSON_FILLED');
    const done = await perform(tx, wish, found);
    const change = await tx.lessonChange.create({
      data: {
        ...{ lessonId: found.id, kind: done.kind, insteadId: done.insteadId, reason: wish.reason },
        ...{ formerDate: toDay(found.date), formerClassPeriod: found.classPeriod, formerRoom: found.room },
        ...{ orderNumber: wish.orderNumber, orderedOn: toDayOrNull(wish.orderedOn) },
        ...{ madeById: actor.personId || null, madeAt: now },
      },
      select: { id: true },
    });
    const ahead = done.told.shownUntil >= actor.today ? [done.told] : [];
    const notices = await publishNotices(tx, ahead, { by: actor.personId, at: now });
    return {
      result: { id: change.id },
      audit: { object: 'lessonChange', objectId: change.id, steps: [...done.steps, ...notices] },
    };
  },
});

function perform(tx: Db, wish: Input, found: LockedLesson): Promise<Done> {
  switch (wish.act) {
    case 'cancel':
      return cancel(tx, found);
    case 'move':
      return move(tx, found, wish);
    case 'replace':
      return replace(tx, found, wish);
  }
}

async function cancel(tx: Db, found: LockedLesson): Promise<Done> {
  await tx.lesson.update({ where: { id: found.id }, data: { state: 'cancelled' }, select: { id: true } });
  return { kind: 'cancelled', insteadId: null, steps: [stateStep(found, 'cancelled')], told: cancelledNotice(found) };
}

async function move(tx: Db, found: LockedLesson, to: Extract<Input, { act: 'move' }>): Promise<Done> {
  const { date, classPeriod, room } = to;
  if (date === found.date && classPeriod === found.classPeriod) throw new Refusal('INVALID', { fields: ['date'] });
  const inPeriod = await tx.academicPeriod.count({
    where: { id: found.periodId, startsOn: { lte: toDay(date) }, endsOn: { gte: toDay(date) } },
  });
  if (inPeriod === 0) throw new Refusal('INVALID', { detail: 'день лежит вне учебного периода', fields: ['date'] });
  await assertFreeHour(tx, { ...found, date, classPeriod, except: [found.id] });
  const data = { date: toDay(date), classPeriod, room };
  await tx.lesson.update({ where: { id: found.id }, data, select: { id: true } });
  const [before, after] = [`${found.date} ${found.classPeriod}`, `${date} ${classPeriod}`];
  const step = { entity: 'lesson', field: 'place', lessonId: found.id, recordId: found.id, before, after };
  return { kind: 'moved', insteadId: null, steps: [step], told: movedNotice(found, to) };
}

async function replace(tx: Db, found: LockedLesson, to: Extract<Input, { act: 'replace' }>): Promise<Done> {
  await tx.lesson.update({ where: { id: found.id }, data: { state: 'cancelled' }, select: { id: true } });
  const given = await giveInstead(tx, found, to);
  return {
    kind: 'replaced',
    insteadId: given.id,
    steps: [stateStep(found, 'cancelled'), ...given.steps],
    told: replacedNotice(found, given),
  };
}

function stateStep({ id, state }: LockedLesson, after: string): AuditStep {
  return { entity: 'lesson', field: 'state', lessonId: id, recordId: id, before: state, after };
}
