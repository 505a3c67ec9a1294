import type { EnrollmentStatus, LocalDate, MarkValue, Presence } from '@/domain/types';
import type { Db } from '@/server/db';

export type RecordStudent = {
  id: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  birthDate: LocalDate | null;
  closedBy: EnrollmentStatus | null;
};

/** A course of the group with its journals: one, or one a subgroup. */
export type RecordCourse = {
  courseId: number;
  index: string;
  course: string;
  journals: { sectionId: number; subgroup: string | null }[];
};

export type RecordMark = [studentId: number, courseId: number, date: LocalDate, taskType: string, value: MarkValue];
export type RecordDebt = [studentId: number, courseId: number, date: LocalDate, dueOn: LocalDate | null];
export type RecordAbsence = [
  studentId: number,
  date: LocalDate,
  hours: number,
  presence: Presence,
  reason: string | null,
];

export type GroupRecord = {
  id: number;
  name: string;
  students: RecordStudent[];
  courses: RecordCourse[];
  marks: RecordMark[];
  debts: RecordDebt[];
  absences: RecordAbsence[];
};

export type RecordQuery = {
  groups: number[];
  from: LocalDate;
  to: LocalDate;
  /** Marks that a student brought from another group count (G-07). */
  former: boolean;
};

/** Everything that the people of a group got over some days, as compact rows. The caller has asked for the right. */
export async function readGroupRecords(db: Db, { groups, from, to, former }: RecordQuery): Promise<GroupRecord[]> {
  return db.$queryRaw<GroupRecord[]>`
    WITH roll AS MATERIALIZED (
      SELECT e.group_id, e.student_id, e.starts_on AS since, st.kind FROM enrollment e LEFT JOIN enrollment_status st
        ON st.enrollment_id = e.id AND st.closes_journal AND st.starts_on <= ${to}::date AND (st.ends_on IS NULL OR st.ends_on >= ${to}::date)
      WHERE e.group_id = ANY (${groups}::int[]) AND e.starts_on <= ${to}::date AND (e.ends_on IS NULL OR e.ends_on >= ${to}::date)),
    held AS MATERIALIZED (
      SELECT l.id, l.group_id, l.section_id, l.date, l.hours, i.course_id FROM lesson l
        JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id
      WHERE l.group_id = ANY (${groups}::int[]) AND l.date BETWEEN ${from}::date AND ${to}::date AND l.state <> 'cancelled'),
    moved AS MATERIALIZED (SELECT * FROM roll WHERE ${former} AND since > ${from}::date),
    own AS MATERIALIZED (
      SELECT DISTINCT held.group_id, c.id, i.course_id, i.index, k.name, sg.name AS subgroup FROM held
        JOIN course_section c ON c.id = held.section_id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
        LEFT JOIN subgroup sg ON sg.id = c.subgroup_id),
    m AS MATERIALIZED (
      SELECT roll.group_id, m.student_id, held.course_id, held.date, a.task_type, m.value, a.due_on
      FROM held JOIN assignment a ON a.lesson_id = held.id JOIN mark m ON m.assignment_id = a.id AND (m.value IS NOT NULL OR m.required)
        JOIN roll ON roll.student_id = m.student_id AND roll.group_id = held.group_id
      UNION ALL
      SELECT moved.group_id, m.student_id, i.course_id, l.date, a.task_type, m.value, a.due_on
      FROM moved JOIN mark m ON m.student_id = moved.student_id AND m.value IS NOT NULL JOIN assignment a ON a.id = m.assignment_id
        JOIN lesson l ON l.id = a.lesson_id AND l.state <> 'cancelled' AND l.group_id <> moved.group_id
          AND l.date BETWEEN ${from}::date AND ${to}::date
        JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id),
    away AS MATERIALIZED (
      SELECT roll.group_id, ev.student_id, held.date, held.hours, ev.presence, ev.reason
      FROM held JOIN attendance_event ev ON ev.lesson_id = held.id AND ev.presence IS NOT NULL
        JOIN roll ON roll.student_id = ev.student_id AND roll.group_id = held.group_id
      UNION ALL
      SELECT moved.group_id, ev.student_id, l.date, l.hours, ev.presence, ev.reason
      FROM moved JOIN attendance_event ev ON ev.student_id = moved.student_id AND ev.presence IS NOT NULL
        JOIN lesson l ON l.id = ev.lesson_id AND l.state <> 'cancelled' AND l.group_id <> moved.group_id
          AND l.date BETWEEN ${from}::date AND ${to}::date)
    SELECT g.id, g.name,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
          'middleName', p.middle_name, 'birthDate', p.birth_date, 'closedBy', roll.kind)), '[]')
        FROM roll JOIN person p ON p.id = roll.student_id WHERE roll.group_id = g.id) AS students,
      (SELECT coalesce(json_agg(c), '[]') FROM (SELECT course_id AS "courseId", min(index) AS index, min(name) AS course,
          json_agg(json_build_object('sectionId', id, 'subgroup', subgroup) ORDER BY subgroup) AS journals
        FROM own WHERE group_id = g.id GROUP BY course_id) c) AS courses,
      (SELECT coalesce(json_agg(json_build_array(student_id, course_id, date, task_type, value) ORDER BY date), '[]')
        FROM m WHERE group_id = g.id AND value IS NOT NULL) AS marks,
      (SELECT coalesce(json_agg(json_build_array(student_id, course_id, date, due_on)), '[]')
        FROM m WHERE group_id = g.id AND value IS NULL) AS debts,
      (SELECT coalesce(json_agg(json_build_array(student_id, date, hours, presence, reason) ORDER BY date), '[]')
        FROM away WHERE group_id = g.id) AS absences
    FROM student_group g WHERE g.id = ANY (${groups}::int[]) ORDER BY g.name`;
}
