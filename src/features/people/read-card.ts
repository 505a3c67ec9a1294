import { db } from '@/server/db';
import type { CourseMarks, StayLine } from './card-view';

/** Stays by orders, the latest first; the caller has asked for the right. */
export function readStays(studentId: number): Promise<StayLine[]> {
  return db().$queryRaw<StayLine[]>`
    SELECT e.id, g.name AS group, e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn",
      json_build_object('id', o.id, 'name', '№ ' || o.number || ' от ' || to_char(o.date, 'DD.MM.YYYY')) AS entry,
      (SELECT json_build_object('id', x.id, 'name', '№ ' || x.number || ' от ' || to_char(x.date, 'DD.MM.YYYY'))
        FROM administrative_order x WHERE x.id = e.exit_order_id) AS exit,
      (SELECT coalesce(json_agg(json_build_object('kind', st.kind, 'startsOn', st.starts_on, 'endsOn', st.ends_on) ORDER BY st.starts_on), '[]')
        FROM enrollment_status st WHERE st.enrollment_id = e.id) AS statuses
    FROM enrollment e JOIN student_group g ON g.id = e.group_id JOIN administrative_order o ON o.id = e.entry_order_id
    WHERE e.student_id = ${studentId} ORDER BY e.starts_on DESC`;
}

/** Marks and published grades of every group and year, each under the journal in which it was given. */
export function readMarks(studentId: number): Promise<CourseMarks[]> {
  return db().$queryRaw<CourseMarks[]>`
    WITH given AS (
      SELECT l.section_id, json_agg(m.value ORDER BY l.date, l.class_period, a.ordinal) AS marks FROM mark m
        JOIN assignment a ON a.id = m.assignment_id JOIN lesson l ON l.id = a.lesson_id AND l.state <> 'cancelled'
      WHERE m.student_id = ${studentId} AND m.value IS NOT NULL GROUP BY l.section_id),
    graded AS (
      SELECT gr.section_id, json_agg(json_build_object('period', p.name, 'value', gr.value) ORDER BY p.starts_on) AS grades
      FROM grade gr JOIN academic_period p ON p.id = gr.period_id
      WHERE gr.student_id = ${studentId} AND gr.value IS NOT NULL AND gr.published_at IS NOT NULL GROUP BY gr.section_id)
    SELECT c.id AS "sectionId", concat_ws(' ', i.index, k.name) AS course, g.name AS group, y.name AS year,
      coalesce(given.marks, '[]') AS marks, coalesce(graded.grades, '[]') AS grades
    FROM course_section c LEFT JOIN given ON given.section_id = c.id LEFT JOIN graded ON graded.section_id = c.id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id JOIN student_group g ON g.id = c.group_id
      JOIN academic_year y ON y.id = c.year_id
    WHERE given.section_id IS NOT NULL OR graded.section_id IS NOT NULL ORDER BY y.starts_on DESC, i.index, g.name`;
}
