import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { publishNotices } from '@/features/notices/publish-notices';
import { holdTimetable } from '@/features/timetable/hold-timetable';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { assertFreeHour } from './assert-free-hour';
import { undoneNotice } from './change-notices';
import { lockLesson, periodsOfLessons } from './lock-lesson';

/** Gives a lesson back to its own teacher before the substitute has filled it. @throws Refusal NOT_FOUND, LESSON_FILLED, CLASH, PERIOD_LOCKED */
export const withdrawSubstitution = defineCommand({
  name: 'timetable.withdraw-substitution',
  permission: 'substitution.enter',
  input: z.strictObject({ lessonId: idField }),
  period: ({ tx, input: { lessonId } }) => periodsOfLessons(tx, [lessonId]),
  run: async ({ tx, actor, now, input: { lessonId } }) => {
    await holdTimetable(tx);
    const lesson = await lockLesson(tx, lessonId);
    const where = { lessonId };
    const given = await tx.substitution.findUnique({ where, select: { absentTeacherId: true } });
    if (!given) throw new Refusal('NOT_FOUND');
    if (lesson.filled) throw new Refusal('LESSON_FILLED');
    const teacherId = given.absentTeacherId;
    await assertFreeHour(tx, { ...lesson, teacherId, except: [lessonId] });
    await tx.substitution.delete({ where, select: { lessonId: true } });
    await tx.lesson.update({ where: { id: lessonId }, data: { teacherId }, select: { id: true } });
    const step = { entity: 'lesson', field: 'teacher_id', lessonId, recordId: lessonId };
    const told = { ...undoneNotice(lesson), personIds: [teacherId, lesson.teacherId] };
    const notices = await publishNotices(tx, told.shownUntil >= actor.today ? [told] : [], {
      by: actor.personId,
      at: now,
    });
    return {
      result: { lessonId },
      audit: {
        object: 'timetable',
        objectId: null,
        steps: [{ ...step, before: String(lesson.teacherId), after: String(teacherId) }, ...notices],
      },
    };
  },
});
