import type { Bell } from '@/domain/calendar/bells';
import type { EnrollmentStatus, LocalDate, Presence } from '@/domain/types';
import type { Db } from '@/server/db';

export type ReadDayStudent = {
  id: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  birthDate: LocalDate | null;
  closedBy: EnrollmentStatus | null;
  closedSince: LocalDate | null;
};

export type ReadDayLesson = {
  id: number;
  sectionId: number;
  subgroupId: number | null;
  subgroup: string | null;
  classPeriod: number;
  hours: number;
  index: string;
  course: string;
  taken: boolean;
  locked: boolean;
  /** The period is locked, this journal open again. */
  reopened: boolean;
};

export type ReadDayEvent = {
  lessonId: number;
  studentId: number;
  presence: Presence;
  presenceVersion: number;
  reason: string | null;
  reasonVersion: number;
  note: string | null;
};

export type ReadDay = {
  id: number;
  name: string;
  students: ReadDayStudent[];
  lessons: ReadDayLesson[];
  /** Who is in a subgroup of the day's lessons. */
  members: { subgroupId: number; studentId: number }[];
  events: ReadDayEvent[];
  previous: LocalDate | null;
  next: LocalDate | null;
  bells: Bell[];
  shortened: boolean;
  /** Of the locked period in which the day lies. */
  regulationId: number | null;
};

/** A day of a group in one statement. The caller has asked that the group is in sight. */
export async function readDay(db: Db, groupId: number, date: LocalDate): Promise<ReadDay | undefined> {
  const rows = await db.$queryRaw<ReadDay[]>`
    WITH roll AS MATERIALIZED (
      SELECT e.student_id, st.kind, st.starts_on FROM enrollment e LEFT JOIN enrollment_status st ON st.enrollment_id = e.id
        AND st.closes_journal AND st.starts_on <= ${date}::date AND (st.ends_on IS NULL OR st.ends_on >= ${date}::date)
      WHERE e.group_id = ${groupId} AND e.starts_on <= ${date}::date AND (e.ends_on IS NULL OR e.ends_on >= ${date}::date)),
    l AS MATERIALIZED (
      SELECT l.*, i.index, k.name AS course, sg.name AS subgroup, gp.regulation_id, gp.locked_at IS NOT NULL AS shut,
        EXISTS (SELECT 1 FROM section_reopening r WHERE r.section_id = l.section_id AND r.period_id = l.period_id AND r.open_until > app_now()) AS open
      FROM lesson l JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
        JOIN group_period gp ON gp.group_id = l.group_id AND gp.period_id = l.period_id LEFT JOIN subgroup sg ON sg.id = l.subgroup_id
      WHERE l.group_id = ${groupId} AND l.date = ${date}::date AND l.state <> 'cancelled')
    SELECT g.id, g.name,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
          'middleName', p.middle_name, 'birthDate', p.birth_date, 'closedBy', roll.kind, 'closedSince', roll.starts_on)), '[]')
        FROM roll JOIN person p ON p.id = roll.student_id) AS students,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'sectionId', section_id, 'subgroupId', subgroup_id, 'subgroup', subgroup,
          'classPeriod', class_period, 'hours', hours, 'index', index, 'course', course, 'taken', attendance_taken, 'locked', shut AND NOT open, 'reopened', shut AND open)
          ORDER BY class_period, subgroup, id), '[]') FROM l) AS lessons,
      (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('subgroupId', m.subgroup_id, 'studentId', m.student_id)), '[]')
        FROM subgroup_membership m WHERE m.subgroup_id IN (SELECT subgroup_id FROM l) AND m.starts_on <= ${date}::date
          AND (m.ends_on IS NULL OR m.ends_on >= ${date}::date)) AS members,
      (SELECT coalesce(json_agg(json_build_object('lessonId', ev.lesson_id, 'studentId', ev.student_id, 'presence', ev.presence,
          'presenceVersion', ev.presence_version, 'reason', ev.reason, 'reasonVersion', ev.reason_version, 'note', ev.reason_note)), '[]')
        FROM attendance_event ev JOIN l ON l.id = ev.lesson_id) AS events,
      (SELECT max(date)::text FROM lesson WHERE group_id = g.id AND state <> 'cancelled' AND date < ${date}::date) AS previous,
      (SELECT min(date)::text FROM lesson WHERE group_id = g.id AND state <> 'cancelled' AND date > ${date}::date) AS next,
      (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('number', b.number, 'startsAt', to_char(b.starts_at, 'HH24:MI'),
          'endsAt', to_char(b.ends_at, 'HH24:MI'), 'shortened', b.shortened, 'groupId', b.group_id, 'weekday', b.weekday, 'date', b.date))), '[]')
        FROM bell_line b WHERE (b.group_id IS NULL OR b.group_id = ${groupId}) AND (b.date IS NULL OR b.date = ${date}::date)) AS bells,
      EXISTS (SELECT 1 FROM calendar_exception WHERE kind = 'shortened' AND date = ${date}::date) AS shortened,
      (SELECT max(regulation_id) FROM l) AS "regulationId"
    FROM student_group g WHERE g.id = ${groupId}`;
  return rows[0];
}
