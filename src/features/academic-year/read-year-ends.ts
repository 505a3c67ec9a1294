import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

/** A student on the roll of a group when its year ends, with what the outcome depends on. */
export type StudentYearEnd = {
  enrollmentId: number;
  studentId: number;
  groupId: number;
  entryYear: number;
  termMonths: number;
  lastSemester: number | null;
  onLeave: boolean;
  debts: number;
  endsOn: LocalDate | null;
  /** Leaves by an order that is entered already. */
  leaving: boolean;
  /** Last day of the group's last period. */
  yearEnds: LocalDate;
};

/**
 * Students whom the end of a year meets: on the roll of a group on the last day of its last period and not gone since. Debts:
 * unsatisfactory grades of the year anywhere, and missing ones where the present group's plan asks for a control.
 */
export async function readYearEnds(tx: Db, yearId: number, today: LocalDate): Promise<StudentYearEnd[]> {
  return tx.$queryRaw<StudentYearEnd[]>`
    WITH p AS (SELECT id, ends_on FROM academic_period WHERE year_id = ${yearId} AND kind <> 'year'),
    studying AS (SELECT gp.group_id, max(a.ends_on) AS ends_on FROM group_period gp JOIN academic_period a ON a.id = gp.period_id
      WHERE a.year_id = ${yearId} GROUP BY gp.group_id),
    roll AS MATERIALIZED (
      SELECT e.id, e.student_id, e.group_id, e.starts_on, e.ends_on, e.exit_order_id, t.ends_on AS year_ends
      FROM studying t JOIN enrollment e ON e.group_id = t.group_id AND e.starts_on <= t.ends_on AND (e.ends_on IS NULL OR e.ends_on >= t.ends_on)
      WHERE e.exit_order_id IS NULL OR e.ends_on >= ${today}::date),
    taught AS MATERIALIZED (SELECT DISTINCT l.section_id, l.group_id, l.period_id FROM lesson l JOIN p ON p.id = l.period_id WHERE l.state <> 'cancelled'),
    bad AS (SELECT v.student_id, count(*) AS n FROM grade v JOIN p ON p.id = v.period_id WHERE v.value IN ('2', 'fail', 'notAttested') GROUP BY v.student_id),
    missing AS (
      SELECT r.id, count(*) AS n FROM roll r JOIN taught t ON t.group_id = r.group_id JOIN p ON p.id = t.period_id AND r.starts_on <= p.ends_on
        JOIN course_section c ON c.id = t.section_id
        JOIN section_period sp ON sp.section_id = t.section_id AND sp.period_id = t.period_id AND sp.control_form <> 'none'
        LEFT JOIN grade v ON v.section_id = t.section_id AND v.period_id = t.period_id AND v.student_id = r.student_id
      WHERE v.value IS NULL AND (c.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = c.subgroup_id
        AND m.student_id = r.student_id AND m.starts_on <= p.ends_on AND (m.ends_on IS NULL OR m.ends_on >= p.ends_on)))
      GROUP BY r.id)
    SELECT r.id AS "enrollmentId", r.student_id AS "studentId", r.group_id AS "groupId", g.entry_year AS "entryYear", sp.term_months AS "termMonths",
      (SELECT max(m.semester)::int FROM curriculum_item i JOIN curriculum_term m ON m.item_id = i.id WHERE i.curriculum_id = g.curriculum_id) AS "lastSemester",
      EXISTS (SELECT 1 FROM enrollment_status s WHERE s.enrollment_id = r.id AND s.kind = 'academicLeave' AND s.starts_on <= r.year_ends
        AND (s.ends_on IS NULL OR s.ends_on >= r.year_ends)) AS "onLeave",
      (coalesce(bad.n, 0) + coalesce(missing.n, 0))::int AS debts, r.ends_on::text AS "endsOn", r.exit_order_id IS NOT NULL AS leaving,
      r.year_ends::text AS "yearEnds"
    FROM roll r JOIN student_group g ON g.id = r.group_id JOIN curriculum u ON u.id = g.curriculum_id JOIN study_program sp ON sp.id = u.program_id
      LEFT JOIN bad ON bad.student_id = r.student_id LEFT JOIN missing ON missing.id = r.id
    ORDER BY r.id`;
}
