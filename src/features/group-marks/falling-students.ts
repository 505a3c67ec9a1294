import { codeOf } from '@/domain/attendance/codes';
import { addDays } from '@/domain/calendar/local-date';
import {
  type DatedMark,
  type Falling,
  fallingOf,
  type UnexcusedHours,
  usualFallingRule,
} from '@/domain/forecast/falling';
import { averageOf } from '@/domain/grading/average';
import { distinctNames } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import type { GroupRecord } from './read-record';

export type FallingStudent = Falling & {
  studentId: number;
  name: string;
  /** Averages in hundredths by month, oldest first; null: no marks in it. */
  months: readonly { month: LocalDate; average: number | null }[];
  /** The course with the lowest average of the last weeks. */
  worst: { index: string; average: number } | null;
};

const worstNeeds = 2;

/** Students of a group whose last weeks are worse than the time before, the deepest fall first. */
export function fallingStudents(record: GroupRecord, today: LocalDate, regulation: Regulation): FallingStudent[] {
  const names = distinctNames(record.students);
  const marksOf = marksByStudent(record, regulation);
  const hoursOf = unexcusedByStudent(record, regulation);
  return record.students
    .filter(({ closedBy }) => closedBy === null)
    .flatMap(({ id }): FallingStudent[] => {
      const marks = marksOf.get(id) ?? [];
      const falling = fallingOf(marks, hoursOf.get(id) ?? [], today, regulation.periodMark);
      if (!falling) return [];
      const months = monthsOf(marks, today, regulation);
      return [
        {
          ...falling,
          studentId: id,
          name: names.get(id) ?? '',
          months,
          worst: worstOf(record, marks, today, regulation),
        },
      ];
    })
    .sort((one, other) => (one.change ?? 0) - (other.change ?? 0) || other.unexcusedHours - one.unexcusedHours);
}

type CourseMark = DatedMark & { courseId: number };

function marksByStudent({ marks }: GroupRecord, { taskTypes }: Regulation): Map<number, CourseMark[]> {
  const weights = new Map(taskTypes.map(({ id, weight }) => [id, weight]));
  const byStudent = new Map<number, CourseMark[]>();
  for (const [studentId, courseId, date, taskType, value] of marks) {
    const list = byStudent.get(studentId) ?? [];
    list.push({ courseId, date, value, weight: weights.get(taskType) ?? 1 });
    byStudent.set(studentId, list);
  }
  return byStudent;
}

/** Only what was said to be without a good reason; an absence still to be explained accuses nobody. */
function unexcusedByStudent({ absences }: GroupRecord, { attendance }: Regulation): Map<number, UnexcusedHours[]> {
  const byStudent = new Map<number, UnexcusedHours[]>();
  for (const [studentId, date, hours, presence, reason] of absences) {
    if (codeOf({ presence, reason }, attendance.codes)?.class !== 'invalid') continue;
    const list = byStudent.get(studentId) ?? [];
    list.push({ date, hours });
    byStudent.set(studentId, list);
  }
  return byStudent;
}

/** The last four months with the present one; fewer at the beginning of a year. */
function monthsOf(
  marks: readonly CourseMark[],
  today: LocalDate,
  { periodMark }: Regulation,
): FallingStudent['months'] {
  const known = [...new Set([...marks.map(({ date }) => date.slice(0, 7)), today.slice(0, 7)])].sort().slice(-4);
  return known.map((month) => ({
    month: `${month}-01`,
    average:
      averageOf(
        marks.filter(({ date }) => date.startsWith(month)),
        periodMark,
      )?.hundredths ?? null,
  }));
}

function worstOf(
  { courses }: GroupRecord,
  marks: readonly CourseMark[],
  today: LocalDate,
  { periodMark }: Regulation,
): FallingStudent['worst'] {
  const recent = lastWeeks(marks, today);
  const averages = courses.flatMap(({ courseId, index }) => {
    const average = averageOf(
      recent.filter((mark) => mark.courseId === courseId),
      periodMark,
    );
    return average && average.count >= worstNeeds ? [{ index, average: average.hundredths }] : [];
  });
  return averages.sort((one, other) => one.average - other.average)[0] ?? null;
}

function lastWeeks(marks: readonly CourseMark[], today: LocalDate): CourseMark[] {
  const since = addDays(today, 1 - 7 * usualFallingRule.weeks);
  return marks.filter(({ date }) => date >= since);
}
