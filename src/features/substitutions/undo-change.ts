import { z } from 'zod';
import type { LocalDate } from '@/domain/types';
import { idField, toDay } from '@/features/institution/inputs';
import { publishNotices } from '@/features/notices/publish-notices';
import { holdTimetable } from '@/features/timetable/hold-timetable';
import { withdrawLessons } from '@/features/timetable/write-lessons';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertFreeHour } from './assert-free-hour';
import { undoneNotice } from './change-notices';
import { lockLesson, periodsOfLessons } from './lock-lesson';

type Change = {
  id: number;
  lessonId: number;
  kind: 'cancelled' | 'moved' | 'replaced';
  insteadId: number | null;
  date: LocalDate;
  classPeriod: number;
  room: string;
};

/**
 * Takes a change of a day back: the lesson stands where the timetable has it. A lesson given in its place, or moved, that somebody has filled stays.
 * @throws Refusal NOT_FOUND, LESSON_FILLED, CLASH, PERIOD_LOCKED
 */
export const undoChange = defineCommand({
  name: 'timetable.undo-change',
  permission: 'substitution.enter',
  input: z.strictObject({ id: idField }),
  period: async ({ tx, input: { id } }) => periodsOfLessons(tx, [(await readChange(tx, id)).lessonId]),
  run: async ({ tx, actor, now, input: { id } }) => {
    await holdTimetable(tx);
    const change = await readChange(tx, id);
    const lesson = await lockLesson(tx, change.lessonId);
    if (lesson.filled) throw new Refusal('LESSON_FILLED');
    const undone = { insteadId: null, undoneAt: now, undoneById: actor.personId || null };
    await tx.lessonChange.update({ where: { id }, data: undone, select: { id: true } });
    const steps: AuditStep[] = change.insteadId === null ? [] : await withdrawInstead(tx, change.insteadId);
    const { date, classPeriod, room } = change;
    await assertFreeHour(tx, { ...lesson, date, classPeriod, except: [lesson.id] });
    const data = { state: 'planned', date: toDay(date), classPeriod, room } as const;
    await tx.lesson.update({ where: { id: lesson.id }, data, select: { id: true } });
    steps.push({ entity: 'lessonChange', field: 'deleted', recordId: id, before: change.kind, after: null });
    const told = undoneNotice({ ...lesson, date, classPeriod, room });
    const ahead = told.shownUntil >= actor.today ? [told] : [];
    steps.push(...(await publishNotices(tx, ahead, { by: actor.personId, at: now })));
    return { result: { id }, audit: { object: 'lessonChange', objectId: id, steps } };
  },
});

async function withdrawInstead(tx: Db, id: number): Promise<AuditStep[]> {
  const { filled } = await lockLesson(tx, id);
  if (filled) throw new Refusal('LESSON_FILLED', { detail: 'это занятие поставлено взамен' });
  return withdrawLessons(tx, [id]);
}

async function readChange(tx: Db, id: number): Promise<Change> {
  const [row] = await tx.$queryRaw<Change[]>`
    SELECT id, lesson_id AS "lessonId", kind::text, instead_id AS "insteadId", former_date::text AS date,
      former_class_period::int AS "classPeriod", former_room AS room
    FROM lesson_change WHERE id = ${id} AND undone_at IS NULL FOR UPDATE`;
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}
