import { localDateOf } from '@/domain/deadlines/zone';
import { markIsLate } from '@/domain/journal/lateness';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import type { SubjectEntry } from './diary-view';
import { missedLesson, workTitle } from './diary-words';
import type { CourseRecord, OpenedPeriod } from './open-period';
import type { ReadAttendance, ReadPeriodMark } from './read-period';

type Moment = { today: LocalDate; timeZone: string };
type AbsenceEntry = Extract<SubjectEntry, { kind: 'absence' }>;

/** Marks, dots and absences of a course, newest first; absences of one kind in a row are one entry. */
export function subjectEntries(course: CourseRecord, opened: OpenedPeriod, moment: Moment): SubjectEntry[] {
  const { read, regulation, shows } = opened;
  const own = new Set(read.sections.filter(({ courseId }) => courseId === course.courseId).map(({ id }) => id));
  const missed = shows('attendance') ? read.attendance.filter(({ sectionId }) => own.has(sectionId)) : [];
  const entries = [
    ...course.marks.map((mark) => markEntry(mark, regulation, shows('topics'), moment)),
    ...absenceRuns(missed, regulation),
  ];
  return entries.sort((one, other) => dateOf(other).localeCompare(dateOf(one)));
}

function markEntry(
  mark: ReadPeriodMark,
  regulation: Regulation,
  withTopic: boolean,
  { today, timeZone }: Moment,
): SubjectEntry {
  const { date, dueOn, value, taskType } = mark;
  const work = workTitle(mark, regulation);
  if (value === null) return { kind: 'debt', date, work, dueOn, overdue: dueOn !== null && dueOn < today };
  const enteredAt = new Date(mark.at * 1000);
  const late = markIsLate({ enteredAt, lessonDate: date, taskType }, regulation, timeZone);
  return {
    kind: 'mark',
    date,
    work,
    topic: withTopic ? mark.topic : '',
    comment: mark.comment ?? '',
    value,
    lateOn: late ? localDateOf(enteredAt, timeZone) : null,
  };
}

/** Neighbouring absences with the same code; a run is broken by another code, not by days without lessons. */
function absenceRuns(missed: readonly ReadAttendance[], { attendance }: Regulation): AbsenceEntry[] {
  const runs: AbsenceEntry[] = [];
  for (const lesson of missed) {
    const missing = missedLesson(lesson, attendance.codes);
    if (!missing) continue;
    const { sign, hours } = missing;
    const last = runs.at(-1);
    const near = last && withinDays(last.to, lesson.date, 10);
    if (last && near && last.sign.symbol === sign.symbol) {
      last.to = lesson.date;
      last.lessons += 1;
      last.hours += hours;
    } else runs.push({ kind: 'absence', from: lesson.date, to: lesson.date, lessons: 1, hours, sign });
  }
  return runs;
}

function withinDays(from: LocalDate, to: LocalDate, days: number): boolean {
  return Date.parse(to) - Date.parse(from) <= days * 86_400_000;
}

function dateOf(entry: SubjectEntry): LocalDate {
  return entry.kind === 'absence' ? entry.to : entry.date;
}
