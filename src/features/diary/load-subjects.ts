import type { Actor } from '@/access/actor';
import { missedHours } from '@/domain/attendance/missed-hours';
import { averageOf } from '@/domain/grading/average';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { DiaryOwner, DiarySubjects, SubjectRow } from './diary-view';
import { type CourseRecord, coursesOf, debtsOf, openPeriod, valuesOf } from './open-period';

/** Missing less than so many hundredths to the next mark is worth saying. */
const near = 25;

/**
 * Every subject of a period (default: the last one begun) with its latest marks, average, proposal and published grade
 * . Null when the diary, its marks or the period is not in sight.
 */
export async function loadSubjects(
  actor: Actor,
  studentId: number,
  periodId?: number,
): Promise<{ owner: DiaryOwner; subjects: DiarySubjects } | null> {
  const opened = await openPeriod(actor, studentId, { periodId });
  if (!opened?.shows('marks')) return null;
  const { owner, read, regulation, period, tabs, shows } = opened;
  const courses = coursesOf(opened).sort((one, other) => compareTitles(one.course, other.course));
  const rows = courses.map((course) => subjectRow(course, period !== null && period.endsOn >= actor.today));
  const hours = missedHours(shows('attendance') ? read.attendance : [], regulation.attendance.codes);
  const all = averageOf(
    courses.flatMap(({ counted }) => counted),
    regulation.periodMark,
  );
  return {
    owner,
    subjects: {
      studentId,
      periods: tabs,
      rows,
      average: all?.hundredths ?? null,
      debts: rows.reduce((sum, { debts }) => sum + (debts?.count ?? 0), 0),
      missedHours: hours.total,
      sickHours: hours.sick,
    },
  };
}

/** `running`: the period is not over yet, the proposal may still rise. */
function subjectRow({ courseId, course, marks, average, proposal, grade }: CourseRecord, running: boolean): SubjectRow {
  const dots = debtsOf(marks);
  const next = proposal?.next;
  return {
    courseId,
    course,
    recent: valuesOf(marks).slice(-3),
    average: average?.hundredths ?? null,
    proposed: proposal?.value ?? null,
    grade: grade?.value ?? null,
    debts: dots.length === 0 ? null : { count: dots.length, dueOn: earliest(dots.map(({ dueOn }) => dueOn)) },
    nearly: running && !grade && next && next.missing <= near ? { value: next.value, missing: next.missing } : null,
    note: '',
  };
}

function earliest(dates: readonly (LocalDate | null)[]): LocalDate | null {
  return dates.filter((date) => date !== null).sort()[0] ?? null;
}
