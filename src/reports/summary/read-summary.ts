import type { AttendedLesson } from '@/domain/attendance/missed-hours';
import type { NamedPerson } from '@/domain/people/name';
import type { GradeValue, LocalDate, Presence } from '@/domain/types';
import type { Db } from '@/server/db';
import type { controlFormLabels } from '@/texts/labels';
import type { Span } from './find-span';

/** A course of the group in a period of the span. */
export type ReadCourse = {
  courseId: number;
  name: string;
  index: string;
  periodId: number;
  form: keyof typeof controlFormLabels;
};

/** Who was on the roll of the group on a day (domain.md B.4). */
export function readStudents(tx: Db, groupId: number, on: LocalDate): Promise<NamedPerson[]> {
  return tx.$queryRaw<NamedPerson[]>`
    SELECT p.id, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", p.birth_date::text AS "birthDate"
    FROM enrollment e JOIN person p ON p.id = e.student_id
    WHERE e.group_id = ${groupId} AND e.starts_on <= ${on}::date AND (e.ends_on IS NULL OR e.ends_on >= ${on}::date)`;
}

/** Courses by period; the subgroups of a course are one column. */
export function readCourses(tx: Db, groupId: number, { year, periods }: Span): Promise<ReadCourse[]> {
  return tx.$queryRaw<ReadCourse[]>`
    SELECT DISTINCT ON (i.course_id, p.id) i.course_id AS "courseId", c.name, i.index, p.id AS "periodId",
      coalesce(sp.control_form::text, 'none') AS form
    FROM course_section s JOIN curriculum_item i ON i.id = s.item_id JOIN course c ON c.id = i.course_id
      JOIN academic_period p ON p.id = ANY (${periods.map(({ id }) => id)}::int[])
      LEFT JOIN section_period sp ON sp.section_id = s.id AND sp.period_id = p.id
    WHERE s.group_id = ${groupId} AND s.year_id = ${year.id} AND c.kind <> 'extracurricular'
      AND (sp.section_id IS NOT NULL OR EXISTS (SELECT 1 FROM lesson l WHERE l.section_id = s.id AND l.period_id = p.id)
        OR EXISTS (SELECT 1 FROM grade g WHERE g.section_id = s.id AND g.period_id = p.id AND g.value IS NOT NULL))
    ORDER BY i.course_id, p.id, sp.control_form`;
}

/** Final marks of these students in courses and periods, wherever they were given: a mark stays in its section (G-07). */
export function readGrades(
  tx: Db,
  students: readonly number[],
  { periods }: Span,
): Promise<{ studentId: number; courseId: number; periodId: number; value: GradeValue }[]> {
  return tx.$queryRaw`
    SELECT DISTINCT ON (g.student_id, i.course_id, g.period_id) g.student_id AS "studentId", i.course_id AS "courseId",
      g.period_id AS "periodId", g.value
    FROM grade g JOIN course_section s ON s.id = g.section_id JOIN curriculum_item i ON i.id = s.item_id
    WHERE g.value IS NOT NULL AND g.student_id = ANY (${[...students]}::int[]) AND g.period_id = ANY (${periods.map(({ id }) => id)}::int[])
    ORDER BY g.student_id, i.course_id, g.period_id, g.entered_at DESC`;
}

/** Lessons missed or come late to, in whatever group the student then was. */
export function readMissed(
  tx: Db,
  students: readonly number[],
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<({ studentId: number; presence: Presence; reason: string | null } & AttendedLesson)[]> {
  return tx.$queryRaw`
    SELECT e.student_id AS "studentId", e.presence, e.reason, l.hours::int AS hours
    FROM attendance_event e JOIN lesson l ON l.id = e.lesson_id
    WHERE e.student_id = ANY (${[...students]}::int[]) AND e.presence IS NOT NULL AND l.state <> 'cancelled'
      AND l.date BETWEEN ${from}::date AND ${to}::date`;
}
