import { type Actor, can } from '@/access/actor';
import { codeOf } from '@/domain/attendance/codes';
import { missedHours } from '@/domain/attendance/missed-hours';
import { addDays, mondayOf } from '@/domain/calendar/local-date';
import { compareNames, distinctNames } from '@/domain/people/name';
import type { AbsenceCode } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { schoolWeek } from './load-teacher-day';
import { type ReadAbsence, type ReadGroup, readCuratorGroups } from './read-curator-groups';
import type { AbsentToday, CuratorToday } from './today-view';

const debtorsShown = 12;

/** The curator's own groups today: absent people, absences without a reason, debts, the week. */
export async function loadCuratorGroups(actor: Actor): Promise<CuratorToday[]> {
  if (!can(actor, 'journal.viewCurated') || actor.curates.length === 0) return [];
  const { attendance } = await regulationOf(actor);
  const monday = mondayOf(actor.today);
  const groups = await readCuratorGroups(db(), {
    groups: [...actor.curates],
    today: actor.today,
    week: { from: monday, to: addDays(monday, 6) },
    openReasons: attendance.codes
      .filter(({ class: of }) => of === 'unclassified' || of === 'unknown')
      .map(({ id }) => id),
    reasonsSince: attendance.reasonDays === null ? null : addDays(actor.today, -attendance.reasonDays),
  });
  return groups.map((group) => curatorGroup(group, actor.today, attendance.codes));
}

function curatorGroup(read: ReadGroup, today: LocalDate, codes: readonly AbsenceCode[]): CuratorToday {
  const names = distinctNames(read.students);
  const nameOf = (studentId: number) => names.get(studentId) ?? '';
  const studied = read.students.filter(({ closed }) => !closed);
  return {
    groupId: read.id,
    group: read.name,
    date: today,
    studentCount: studied.length,
    lessonsTaken: read.today.filter(({ taken }) => taken).length,
    lessonsTotal: read.today.length,
    absent: [...studied].sort(compareNames).flatMap(({ id }) => absentToday(id, nameOf(id), read.absences, codes)),
    unexplained: read.unexplained.map(({ presence: _, reason: __, ...absence }) => ({
      ...absence,
      name: nameOf(absence.studentId),
    })),
    unexplainedTotal: read.unexplainedTotal,
    debts: debtorsOf(read, nameOf),
    heat: heatOf(read, mondayOf(today)),
  };
}

/** One row for somebody who missed or was late to a lesson of the day, none for the others. */
function absentToday(
  studentId: number,
  name: string,
  absences: readonly ReadAbsence[],
  codes: readonly AbsenceCode[],
): AbsentToday[] {
  const own = absences.filter((absence) => absence.studentId === studentId);
  if (own.length === 0) return [];
  const { total, unclassified } = missedHours(own, codes);
  const lessons = own.flatMap((absence) => {
    const code = codeOf(absence, codes);
    return code ? { classPeriod: absence.classPeriod, symbol: code.symbol, label: code.label } : [];
  });
  return [{ studentId, name, lessons, hours: total, explained: unclassified === 0 }];
}

function debtorsOf({ debts }: ReadGroup, nameOf: (studentId: number) => string): CuratorToday['debts'] {
  const debtors = [...new Set(debts.map(({ studentId }) => studentId))];
  return debtors
    .map((studentId) => ({ studentId, own: debts.filter((debt) => debt.studentId === studentId) }))
    .map(({ studentId, own }) => ({
      studentId,
      name: nameOf(studentId),
      byCourse: own.map(({ index, count }) => `${index} ${count}`).join(', '),
      count: own.reduce((sum, { count }) => sum + count, 0),
      oldestDueOn: own.map(({ dueOn }) => dueOn).sort(nullsLast)[0] ?? null,
    }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name, 'ru'))
    .slice(0, debtorsShown);
}

function nullsLast(one: LocalDate | null, other: LocalDate | null): number {
  return (one ?? '9999').localeCompare(other ?? '9999');
}

function heatOf({ week }: ReadGroup, monday: LocalDate): CuratorToday['heat'] {
  const days = schoolWeek(monday, week);
  const pairs = [...new Set(week.map(({ classPeriod }) => classPeriod))].sort((one, other) => one - other);
  const absentAt = (date: LocalDate, classPeriod: number) =>
    week.find((lesson) => lesson.date === date && lesson.classPeriod === classPeriod)?.absent ?? null;
  return { days, rows: pairs.map((pair) => ({ classPeriod: pair, absent: days.map((day) => absentAt(day, pair)) })) };
}
