import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

export type ReadGroupLine = {
  groupId: number;
  name: string;
  entryYear: number;
  program: string;
  programName: string;
  curator: { lastName: string; firstName: string; middleName: string | null } | null;
  students: number;
  journals: number;
  /** Lessons that are entered or past their deadline. */
  lessons: number;
  complete: number;
  overdue: number;
  /** Of the entered ones. */
  withoutHomework: number;
  /** People × lessons whose attendance is entered, and how many of them were absent. */
  expected: number;
  absent: number;
  debts: number;
};

export type OverviewQuery = {
  groups: number[];
  yearId: number;
  periods: number[];
  today: LocalDate;
  /** Lessons up to this date are past their deadline. */
  overdueTo: LocalDate;
  requires: { topic: boolean; attendance: boolean; homework: boolean };
};

/** One line per group over its present period, in one statement (all groups of a college: sums, no rows of lessons). */
export async function readGroupsOverview(db: Db, query: OverviewQuery): Promise<ReadGroupLine[]> {
  const { groups, yearId, periods, today, overdueTo, requires } = query;
  return db.$queryRaw<ReadGroupLine[]>`
    WITH l AS MATERIALIZED (
      SELECT id, group_id, subgroup_id, date, attendance_taken, homework = '' AND entered_at IS NOT NULL AS homeless,
        (${!requires.topic} OR topic <> '') AND (${!requires.homework} OR homework <> '') AND (${!requires.attendance} OR attendance_taken) AS complete
      FROM lesson WHERE group_id = ANY (${groups}::int[]) AND period_id = ANY (${periods}::int[]) AND state <> 'cancelled' AND date <= ${today}::date
        AND (date <= ${overdueTo}::date OR entered_at IS NOT NULL)),
    filled AS (SELECT group_id, count(*) AS lessons, count(*) FILTER (WHERE complete) AS complete,
        count(*) FILTER (WHERE NOT complete AND date <= ${overdueTo}::date) AS overdue,
        count(*) FILTER (WHERE homeless) AS homeless FROM l GROUP BY group_id),
    taken AS (SELECT group_id, subgroup_id, date, count(*) AS lessons FROM l WHERE attendance_taken GROUP BY group_id, subgroup_id, date),
    attended AS (
      SELECT e.id, e.group_id, t.date, t.lessons FROM taken t JOIN enrollment e ON e.group_id = t.group_id AND t.subgroup_id IS NULL
        AND e.starts_on <= t.date AND (e.ends_on IS NULL OR e.ends_on >= t.date)
      UNION ALL
      SELECT e.id, e.group_id, t.date, t.lessons FROM taken t JOIN subgroup_membership m ON m.subgroup_id = t.subgroup_id
        AND m.starts_on <= t.date AND (m.ends_on IS NULL OR m.ends_on >= t.date)
        JOIN enrollment e ON e.student_id = m.student_id AND e.group_id = t.group_id AND e.starts_on <= t.date AND (e.ends_on IS NULL OR e.ends_on >= t.date)),
    expected AS (SELECT a.group_id, sum(a.lessons) AS people FROM attended a LEFT JOIN enrollment_status st ON st.enrollment_id = a.id
        AND st.closes_journal AND st.starts_on <= a.date AND (st.ends_on IS NULL OR st.ends_on >= a.date)
      WHERE st.id IS NULL GROUP BY a.group_id),
    missed AS (SELECT l.group_id, count(*) AS people FROM l JOIN attendance_event ev ON ev.lesson_id = l.id AND ev.presence = 'absent'
      WHERE l.attendance_taken GROUP BY l.group_id),
    roll AS (SELECT e.group_id, e.student_id FROM enrollment e WHERE e.group_id = ANY (${groups}::int[])
      AND e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)),
    dots AS (SELECT l.group_id, count(*) AS dots FROM l JOIN assignment a ON a.lesson_id = l.id
        JOIN mark m ON m.assignment_id = a.id AND m.required AND m.value IS NULL
        JOIN roll ON roll.group_id = l.group_id AND roll.student_id = m.student_id GROUP BY l.group_id)
    SELECT g.id AS "groupId", g.name, g.entry_year AS "entryYear", p.code AS program, p.name AS "programName",
      (SELECT json_build_object('lastName', h.last_name, 'firstName', h.first_name, 'middleName', h.middle_name)
        FROM curatorship k JOIN person h ON h.id = k.staff_id WHERE k.group_id = g.id AND k.starts_on <= ${today}::date
          AND (k.ends_on IS NULL OR k.ends_on >= ${today}::date) LIMIT 1) AS curator,
      (SELECT count(*)::int FROM roll WHERE roll.group_id = g.id) AS students,
      (SELECT count(*)::int FROM course_section c WHERE c.group_id = g.id AND c.year_id = ${yearId}) AS journals,
      coalesce(filled.lessons, 0)::int AS lessons, coalesce(filled.complete, 0)::int AS complete, coalesce(filled.overdue, 0)::int AS overdue,
      coalesce(filled.homeless, 0)::int AS "withoutHomework", coalesce(expected.people, 0)::int AS expected, coalesce(missed.people, 0)::int AS absent,
      coalesce(dots.dots, 0)::int AS debts
    FROM student_group g JOIN curriculum u ON u.id = g.curriculum_id JOIN study_program p ON p.id = u.program_id
      LEFT JOIN filled ON filled.group_id = g.id LEFT JOIN expected ON expected.group_id = g.id
      LEFT JOIN missed ON missed.group_id = g.id LEFT JOIN dots ON dots.group_id = g.id
    WHERE g.id = ANY (${groups}::int[])`;
}
