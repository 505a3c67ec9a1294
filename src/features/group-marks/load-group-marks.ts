import { type Actor, can } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { missedHours } from '@/domain/attendance/missed-hours';
import { averageOf, type WeightedMark } from '@/domain/grading/average';
import { explainAverage } from '@/domain/grading/explain';
import { compareNames, compareTitles, distinctNames } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { enrollmentStatusLabels } from '@/texts/labels';
import { fallingStudents } from './falling-students';
import type { GroupMarks, MarksCourse, MarksRow } from './marks-view';
import { type GroupRecord, readGroupRecords } from './read-record';

type Period = { id: number; name: string; startsOn: LocalDate; endsOn: LocalDate; yearStartsOn: LocalDate };

/**
 * The group's marks in every course (student × course) over a period, default: the present one. Null when the group or the
 * period is not in sight (T-022).
 */
export async function loadGroupMarks(actor: Actor, groupId: number, periodId?: number): Promise<GroupMarks | null> {
  const seen = await db().studentGroup.findFirst({
    where: { AND: [{ id: groupId }, groupsVisibleTo(actor)] },
    select: { id: true },
  });
  if (!seen) return null;
  const periods = await periodsOf(groupId, actor.today);
  const period =
    periodId === undefined
      ? (periods.find(({ endsOn }) => endsOn >= actor.today) ?? periods.at(-1))
      : periods.find(({ id }) => id === periodId);
  const regulation = await regulationOf(actor);
  if (!period) return null;
  const isOver = period.endsOn < actor.today;
  const to = isOver ? period.endsOn : actor.today;
  const former = regulation.periodMark.formerSectionMarks === 'count';
  const [record] = await readGroupRecords(db(), { groups: [groupId], from: period.yearStartsOn, to, former });
  if (!record) return null;
  const own = within(record, period.startsOn, to);
  const courses = [...own.courses].sort((one, other) => compareTitles(one.index, other.index));
  return {
    groupId,
    group: record.name,
    period: { id: period.id, name: period.name },
    periods: periods.map(({ id, name }) => ({ id, name })),
    courses: courses.map((course) => courseOf(course, own, regulation)),
    rows: rowsOf({ ...own, courses }, regulation),
    average:
      averageOf(
        own.marks.map((mark) => weighted(mark, regulation)),
        regulation.periodMark,
      )?.hundredths ?? null,
    falling: !isOver ? fallingStudents(record, actor.today, regulation) : [],
    diaries: can(actor, 'diary.viewCurated') && actor.curates.includes(groupId),
  };
}

/** Periods of the present year that have begun. */
async function periodsOf(groupId: number, today: LocalDate): Promise<Period[]> {
  return db().$queryRaw<Period[]>`
    SELECT p.id, p.name, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", y.starts_on::text AS "yearStartsOn"
    FROM group_period gp JOIN academic_period p ON p.id = gp.period_id JOIN academic_year y ON y.id = p.year_id
    WHERE gp.group_id = ${groupId} AND p.starts_on <= ${today}::date
      AND y.id = (SELECT id FROM academic_year WHERE starts_on <= ${today}::date ORDER BY starts_on DESC LIMIT 1)
    ORDER BY p.kind = 'year', p.starts_on`;
}

/** Marks and absences of the days; courses stay those of the whole year. Debts stay until they are settled. */
function within(record: GroupRecord, from: LocalDate, to: LocalDate): GroupRecord {
  const during = (date: LocalDate) => date >= from && date <= to;
  return {
    ...record,
    marks: record.marks.filter(([, , date]) => during(date)),
    debts: record.debts.filter(([, , date]) => during(date)),
    absences: record.absences.filter(([, date]) => during(date)),
  };
}

function weighted(mark: GroupRecord['marks'][number], { taskTypes }: Regulation): WeightedMark {
  return { value: mark[4], weight: taskTypes.find(({ id }) => id === mark[3])?.weight ?? 1 };
}

function courseOf(
  { courseId, index, course, journals }: GroupRecord['courses'][number],
  record: GroupRecord,
  regulation: Regulation,
): MarksCourse {
  const marks = record.marks.filter((mark) => mark[1] === courseId).map((mark) => weighted(mark, regulation));
  return {
    ...{ courseId, index, course },
    journals: journals.map(({ sectionId, subgroup }) => ({
      sectionId,
      label: subgroup && journals.length > 1 ? `подгр. ${subgroup}` : '',
    })),
    average: averageOf(marks, regulation.periodMark)?.hundredths ?? null,
    debts: record.debts.filter((debt) => debt[1] === courseId).length,
  };
}

function rowsOf(record: GroupRecord, regulation: Regulation): MarksRow[] {
  const names = distinctNames(record.students);
  return [...record.students].sort(compareNames).map((student) => {
    const marks = record.marks.filter(([id]) => id === student.id);
    const debts = record.debts.filter(([id]) => id === student.id);
    const absences = record.absences.filter(([id]) => id === student.id);
    const missed = absences.map(([, , hours, presence, reason]) => ({ hours, presence, reason }));
    const closed = student.closedBy && enrollmentStatusLabels[student.closedBy];
    return {
      studentId: student.id,
      name: names.get(student.id) ?? student.lastName,
      closed,
      cells: record.courses.map(({ courseId }) => ({
        ...summed(
          marks.filter((mark) => mark[1] === courseId),
          regulation,
        ),
        debts: debts.filter((debt) => debt[1] === courseId).length,
      })),
      ...summed(marks, regulation),
      debts: debts.length,
      missed: missedHours(missed, regulation.attendance.codes),
    };
  });
}

function summed(marks: readonly GroupRecord['marks'][number][], regulation: Regulation) {
  const average = averageOf(
    marks.map((mark) => weighted(mark, regulation)),
    regulation.periodMark,
  );
  if (!average) return { average: null, marks: '' };
  return { average: average.hundredths, marks: explainAverage(average, regulation.periodMark).marks };
}
