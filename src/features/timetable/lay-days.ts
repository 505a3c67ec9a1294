import { z } from 'zod';
import { type CalendarException, studyCalendar, studyDays } from '@/domain/calendar/school-days';
import { isPractice } from '@/domain/timetable/practice';
import { teacherOn } from '@/domain/timetable/week-place';
import { meets } from '@/domain/year/meets';
import { dateField, idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';
import { fullDate } from '@/texts/format';
import { holdTimetable } from './hold-timetable';
import { type ReadRelay, readRelay } from './read-relay';
import { type ReadSection, readGroupPeriod } from './read-sections';
import { insertLessons, type LessonToLay, withdrawLessons } from './write-lessons';

const input = z
  .strictObject({
    groupId: idField,
    periodId: idField,
    sectionId: idField,
    from: dateField,
    to: dateField,
    /** Пары of each day; one alone may be a whole day of practice. */
    classPeriods: z.array(z.int().min(1).max(12)).min(1).max(6),
    /** Academic hours of each lesson. */
    hours: z.int().min(1).max(12),
    room: z.string().trim().max(40),
    lessonType: z.string(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] });
type Input = z.output<typeof input>;

/**
 * Lessons outside the week: practice «за день», consultations and exams of a session, on every study day from `from` to `to` until the plan's
 * hours are given. Lessons of the week that stand in their way and that nobody has filled give way.
 * @throws Refusal NOT_FOUND, INVALID, CLASH, PERIOD_LOCKED
 */
export const layDays = defineCommand({
  name: 'timetable.lay-days',
  permission: 'timetable.enter',
  input,
  period: async ({ input: { groupId, periodId, sectionId } }) => [{ groupId, periodId, sectionId }],
  run: async ({ tx, actor, input: days }) => {
    await holdTimetable(tx);
    const period = await readGroupPeriod(tx, days.groupId, days.periodId);
    if (!period) throw new Refusal('NOT_FOUND');
    if (days.from < period.startsOn || days.to > period.endsOn)
      throw new Refusal('INVALID', { fields: ['from', 'to'] });
    const { lessonTypes, lessonHours } = await activeRegulation(actor.today, tx);
    if (!lessonTypes.some(({ id }) => id === days.lessonType)) throw new Refusal('INVALID', { fields: ['lessonType'] });
    if (days.hours > lessonHours.max) throw new Refusal('INVALID', { fields: ['hours'] });
    const read = await readRelay(tx, { groupId: days.groupId, period, today: actor.today }, lessonHours.usual);
    const section = read.sections.find(({ sectionId }) => sectionId === days.sectionId);
    if (!section) throw new Refusal('NOT_FOUND');
    const standing = read.plan.lessons.filter(({ cancelled, fixed }) => !cancelled && fixed);
    const given = standing.filter(({ sectionId }) => sectionId === section.sectionId);
    const left = section.hours - given.reduce((sum, { hours }) => sum + hours, 0);
    const lessons = await wanted(tx, days, section, left);
    if (lessons.length === 0)
      throw new Refusal('INVALID', { detail: 'часы плана в этом периоде уже отданы или учебных дней нет' });
    assertFree(lessons, read, section);
    const gone = await withdrawLessons(tx, inTheWay(lessons, read, section));
    const laid = await insertLessons(tx, lessons);
    return {
      result: { laid: lessons.length, withdrawn: gone.length },
      audit: { object: 'timetable', objectId: null, steps: [...gone, ...laid.steps] },
    };
  },
});

/** A day of practice is a whole day; any other lesson takes its hour alone. */
function inTheWay(lessons: readonly LessonToLay[], { plan, sections }: ReadRelay, section: ReadSection): number[] {
  const wholeDay = isPractice(section.courseKind);
  const subgroups = new Map(sections.map(({ sectionId, subgroupId }) => [sectionId, subgroupId]));
  const own = new Set(lessons.flatMap(({ date, classPeriod }) => [date, `${date} ${classPeriod}`]));
  return plan.lessons.flatMap(({ id, fixed, cancelled, date, classPeriod, sectionId }) => {
    const stays = fixed || cancelled || !meets(subgroups.get(sectionId) ?? null, section.subgroupId);
    return !stays && own.has(wholeDay ? date : `${date} ${classPeriod}`) ? [id] : [];
  });
}

/** @throws Refusal CLASH naming the day and hour at which the group or the teacher is busy already */
function assertFree(lessons: readonly LessonToLay[], { plan, sections }: ReadRelay, section: ReadSection): void {
  const subgroups = new Map(sections.map(({ sectionId, subgroupId }) => [sectionId, subgroupId]));
  const taken = new Set(
    plan.lessons
      .filter(({ fixed, cancelled }) => fixed && !cancelled)
      .filter(({ sectionId }) => meets(subgroups.get(sectionId) ?? null, section.subgroupId))
      .map(({ date, classPeriod }) => `${date} ${classPeriod}`),
  );
  const busy = new Set(plan.busy.map(({ teacherId, date, classPeriod }) => `${teacherId} ${date} ${classPeriod}`));
  for (const { date, classPeriod, teacherId } of lessons) {
    const hour = `${fullDate(date)}, ${classPeriod}-я пара`;
    if (taken.has(`${date} ${classPeriod}`))
      throw new Refusal('CLASH', { detail: `${hour}: у группы уже есть занятие` });
    if (busy.has(`${teacherId} ${date} ${classPeriod}`)) {
      throw new Refusal('CLASH', { detail: `${hour}: преподаватель ведёт занятие в другой группе` });
    }
  }
}

async function wanted(
  tx: Db,
  { periodId, sectionId, from, to, classPeriods, hours, room, lessonType }: Input,
  { teachers }: { teachers: Parameters<typeof teacherOn>[0] },
  left: number,
): Promise<LessonToLay[]> {
  const exceptions = await tx.$queryRaw<CalendarException[]>`
    SELECT date::text, kind::text, name, follows_weekday::int AS "followsWeekday" FROM calendar_exception
    WHERE date BETWEEN ${from}::date AND ${to}::date`;
  const lessons: LessonToLay[] = [];
  let rest = left;
  for (const { date } of studyDays(from, to, studyCalendar(6, exceptions))) {
    const teacherId = teacherOn(teachers, date);
    if (teacherId === null) throw new Refusal('INVALID', { detail: 'у дисциплины в эти дни нет преподавателя' });
    for (const classPeriod of classPeriods) {
      const own = Math.min(hours, rest);
      if (own <= 0) return lessons;
      rest -= own;
      const place = { sectionId, periodId, teacherId, timetableEntryId: null, date, classPeriod };
      lessons.push({ ...place, room, lessonType, hours: own });
    }
  }
  return lessons;
}
