import { type Actor, can } from '@/access/actor';
import { refuseAttendanceFact } from '@/access/policies';
import { groupsVisibleTo } from '@/access/scope';
import { maySet } from '@/domain/attendance/may-set';
import { bellTimes, type PairTimes } from '@/domain/calendar/bells';
import { compareNames, distinctNames } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { clockTime, phaseOf } from '@/features/today/school-time';
import { db } from '@/server/db';
import { regulationOfPeriod } from '@/server/regulation';
import { errorText } from '@/texts/errors';
import { fullDate } from '@/texts/format';
import { enrollmentStatusLabels } from '@/texts/labels';
import type { DayCell, DayColumn, DayLesson, DayRow, DaySheet } from './day-view';
import { type ReadDay, type ReadDayLesson, readDay } from './read-day';

/** Attendance of a group on a day: student × class period. Null when the group is not in sight (T-022). */
export async function loadDaySheet(actor: Actor, groupId: number, date = actor.today): Promise<DaySheet | null> {
  const seen = await db().studentGroup.findFirst({
    where: { AND: [{ id: groupId }, groupsVisibleTo(actor)] },
    select: { id: true },
  });
  const read = seen ? await readDay(db(), groupId, date) : undefined;
  if (!read) return null;
  const regulation = await regulationOfPeriod(actor, read.regulationId);
  const times = bellTimes(read.bells, read.shortened ? [date] : []);
  const columns = columnsOf(read, date, times, actor, regulation);
  const lessons = columns.flatMap((column) => column.lessons);
  return {
    groupId: read.id,
    group: read.name,
    date,
    today: actor.today,
    previous: read.previous,
    next: read.next,
    columns,
    rows: rowsOf(read, columns, actor.curates.includes(groupId)),
    codes: regulation.attendance.codes,
    hours: Object.fromEntries(read.lessons.map(({ id, hours }) => [id, hours])),
    editable: lessons.some((lesson) => lesson.presenceClosed === null || lesson.reasonClosed === null),
    diaries: can(actor, 'diary.viewCurated') && actor.curates.includes(groupId),
    excuses: curatesHere(actor, groupId) && maySet('curator', 'reason', regulation.attendance),
    timeZone: actor.timeZone,
  };
}

function curatesHere(actor: Actor, groupId: number): boolean {
  return can(actor, 'journal.setReason') && actor.curates.includes(groupId);
}

function columnsOf(
  read: ReadDay,
  date: LocalDate,
  times: PairTimes,
  actor: Actor,
  regulation: Regulation,
): DayColumn[] {
  const periods = [...new Set(read.lessons.map(({ classPeriod }) => classPeriod))].sort((one, other) => one - other);
  return periods.map((classPeriod) => {
    const lessons = read.lessons
      .filter((lesson) => lesson.classPeriod === classPeriod)
      .map((lesson) => dayLesson(lesson, { groupId: read.id, date }, actor, regulation));
    const pair = times(date, classPeriod, read.id);
    const phase = phaseOf({ date, classPeriod, groupId: read.id }, times, actor);
    const taken = lessons.every((lesson) => lesson.taken);
    return { classPeriod, time: pair ? clockTime(pair.startsAt) : '', lessons, ...stateOf(phase, taken) };
  });
}

function stateOf(phase: 'past' | 'now' | 'ahead', taken: boolean): Pick<DayColumn, 'state' | 'words'> {
  if (taken) return { state: 'done', words: 'отмечено' };
  if (phase === 'now') return { state: 'now', words: 'идёт' };
  if (phase === 'ahead') return { state: 'ahead', words: 'впереди' };
  return { state: 'attention', words: 'не отмечено' };
}

function dayLesson(
  lesson: ReadDayLesson,
  place: { groupId: number; date: LocalDate },
  actor: Actor,
  regulation: Regulation,
): DayLesson {
  const { id, sectionId, classPeriod, course, taken, index, subgroup } = lesson;
  const facts = { id, sectionId, reopened: lesson.reopened, ...place };
  const closed = (field: 'presence' | 'reason') =>
    lesson.locked ? 'PERIOD_LOCKED' : refuseAttendanceFact(actor, facts, field, regulation);
  const words = (field: 'presence' | 'reason') => {
    const refusal = closed(field);
    if (refusal === null) return null;
    return refusal === 'FORBIDDEN' ? 'Посещаемость этой группы открыта вам только для чтения.' : errorText(refusal);
  };
  return {
    ...{ id, sectionId, classPeriod, course, taken },
    title: subgroup ? `${index}, подгр. ${subgroup}` : index,
    presenceClosed: words('presence'),
    reasonClosed: words('reason'),
  };
}

/** Remarks beside reasons are the curator's own. */
function rowsOf(read: ReadDay, columns: readonly DayColumn[], withNotes: boolean): DayRow[] {
  const names = distinctNames(read.students);
  const members = new Set(read.members.map(({ subgroupId, studentId }) => `${subgroupId} ${studentId}`));
  const subgroups = new Map(read.lessons.map(({ id, subgroupId }) => [id, subgroupId]));
  const events = new Map(read.events.map(({ lessonId, studentId, ...event }) => [`${lessonId} ${studentId}`, event]));
  const lessonOf = (column: DayColumn, studentId: number) =>
    column.lessons.find(({ id }) => {
      const subgroup = subgroups.get(id) ?? null;
      return subgroup === null || members.has(`${subgroup} ${studentId}`);
    });
  const cellOf = (column: DayColumn, studentId: number): DayCell | null => {
    const lesson = lessonOf(column, studentId);
    if (!lesson) return null;
    const { note, ...facts } = events.get(`${lesson.id} ${studentId}`) ?? nothingSaid;
    return { lessonId: lesson.id, ...facts, note: withNotes ? (note ?? '') : '' };
  };
  return [...read.students].sort(compareNames).map((student) => ({
    studentId: student.id,
    name: names.get(student.id) ?? student.lastName,
    closed: student.closedBy && `${enrollmentStatusLabels[student.closedBy]} с ${fullDate(student.closedSince ?? '')}`,
    cells: columns.map((column) => (student.closedBy ? null : cellOf(column, student.id))),
  }));
}

const nothingSaid = { presence: null, presenceVersion: 0, reason: null, reasonVersion: 0, note: '' };
