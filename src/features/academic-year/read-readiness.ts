import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { type Readiness, type ReadinessLine, readinessOf } from './readiness';

export type ReadinessScope = { yearId: number; groupIds: readonly number[]; today: LocalDate };

/**
 * What is missing today in the journals of groups in the periods of a year: one line a journal and period in which something
 * is, read set-wise for the whole college. Lessons ahead lack nothing. A period grade is expected, from the period's
 * last day on, of whoever is on the roll of a journal that held lessons when it ends and has no closing status then.
 */
export async function readReadinessLines(
  db: Db,
  { yearId, groupIds, today }: ReadinessScope,
  { lessonRequires: requires }: Pick<Regulation, 'lessonRequires'>,
): Promise<ReadinessLine[]> {
  return db.$queryRaw<ReadinessLine[]>`
    WITH p AS (SELECT id, ends_on FROM academic_period WHERE year_id = ${yearId} AND kind <> 'year'),
    l AS MATERIALIZED (
      SELECT l.id, l.section_id, l.group_id, l.period_id, l.date, l.class_period,
        (${!requires.topic} OR topic <> '') AND (${!requires.homework} OR homework <> '') AND (${!requires.attendance} OR attendance_taken)
          OR l.date > ${today}::date AS complete
      FROM lesson l JOIN p ON p.id = l.period_id WHERE l.group_id = ANY (${groupIds}::int[]) AND l.state <> 'cancelled'),
    s AS MATERIALIZED (
      SELECT section_id, group_id, period_id, count(*) FILTER (WHERE NOT complete)::int AS unfilled,
        (array_agg(id ORDER BY date, class_period) FILTER (WHERE NOT complete))[1] AS lesson_id,
        min(date) FILTER (WHERE NOT complete)::text AS lesson_date
      FROM l GROUP BY section_id, group_id, period_id),
    roll AS (
      SELECT e.group_id, e.student_id, p.id AS period_id, p.ends_on FROM enrollment e JOIN p ON e.starts_on <= p.ends_on AND (e.ends_on IS NULL OR e.ends_on >= p.ends_on)
      WHERE e.group_id = ANY (${groupIds}::int[]) AND NOT EXISTS (SELECT 1 FROM enrollment_status t WHERE t.enrollment_id = e.id
        AND t.closes_journal AND t.starts_on <= p.ends_on AND (t.ends_on IS NULL OR t.ends_on >= p.ends_on))),
    marked AS MATERIALIZED (
      SELECT l.section_id, l.period_id, m.student_id, bool_or(m.value IS NOT NULL) AS marked, count(*) FILTER (WHERE m.required AND m.value IS NULL) AS dots
      FROM l JOIN assignment a ON a.lesson_id = l.id JOIN mark m ON m.assignment_id = a.id GROUP BY l.section_id, l.period_id, m.student_id),
    g AS (
      SELECT s.section_id, s.period_id, count(*) FILTER (WHERE v.value IS NULL AND r.ends_on <= ${today}::date)::int AS missing,
        count(*) FILTER (WHERE v.value IS NULL AND k.marked AND r.ends_on <= ${today}::date)::int AS proposals,
        count(*) FILTER (WHERE v.value IS NOT NULL AND v.published_at IS NULL)::int AS unpublished, coalesce(sum(k.dots), 0)::int AS dots
      FROM s JOIN course_section c ON c.id = s.section_id JOIN roll r ON r.group_id = s.group_id AND r.period_id = s.period_id
        LEFT JOIN grade v ON v.section_id = s.section_id AND v.period_id = s.period_id AND v.student_id = r.student_id
        LEFT JOIN marked k ON k.section_id = s.section_id AND k.period_id = s.period_id AND k.student_id = r.student_id
      WHERE c.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = c.subgroup_id AND m.student_id = r.student_id
        AND m.starts_on <= r.ends_on AND (m.ends_on IS NULL OR m.ends_on >= r.ends_on))
      GROUP BY s.section_id, s.period_id)
    SELECT s.section_id AS "sectionId", s.group_id AS "groupId", s.period_id AS "periodId", i.index, o.name AS course, b.name AS subgroup,
      coalesce((SELECT json_agg(json_build_object('lastName', h.last_name, 'firstName', h.first_name, 'middleName', h.middle_name) ORDER BY t.starts_on, t.id)
        FROM teaching_assignment t JOIN person h ON h.id = t.teacher_id WHERE t.section_id = s.section_id), '[]'::json) AS teachers,
      s.unfilled, s.lesson_id AS "lessonId", s.lesson_date AS "lessonDate", coalesce(g.missing, 0) AS missing, coalesce(g.proposals, 0) AS proposals,
      coalesce(g.unpublished, 0) AS unpublished, coalesce(g.dots, 0) AS dots
    FROM s JOIN course_section c ON c.id = s.section_id JOIN curriculum_item i ON i.id = c.item_id JOIN course o ON o.id = i.course_id
      LEFT JOIN subgroup b ON b.id = c.subgroup_id LEFT JOIN g ON g.section_id = s.section_id AND g.period_id = s.period_id
    WHERE s.unfilled + coalesce(g.missing, 0) + coalesce(g.unpublished, 0) + coalesce(g.dots, 0) > 0
    ORDER BY s.period_id, i.index, b.name NULLS FIRST`;
}

/** The check list of groups: one row for each period by which a group studies. */
export async function readReadiness(
  db: Db,
  scope: ReadinessScope,
  regulation: Pick<Regulation, 'lessonRequires'>,
): Promise<Readiness[]> {
  const lines = await readReadinessLines(db, scope, regulation);
  const places = await db.$queryRaw<{ groupId: number; periodId: number; unprinted: boolean }[]>`
    SELECT gp.group_id AS "groupId", gp.period_id AS "periodId", p.ends_on <= ${scope.today}::date AND NOT EXISTS (SELECT 1 FROM printed_document d WHERE d.group_id = gp.group_id
      AND d.report_id = 'period-ledger' AND (d.params ->> 'period')::int = gp.period_id AND NOT d.params ? 'course' AND NOT d.params ? 'section') AS unprinted
    FROM group_period gp JOIN academic_period p ON p.id = gp.period_id
    WHERE p.year_id = ${scope.yearId} AND p.kind <> 'year' AND gp.group_id = ANY (${scope.groupIds}::int[])
      AND EXISTS (SELECT 1 FROM lesson l WHERE l.group_id = gp.group_id AND l.period_id = gp.period_id AND l.state <> 'cancelled')`;
  return readinessOf(lines, places);
}
