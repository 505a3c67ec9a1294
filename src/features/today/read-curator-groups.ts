import type { LocalDate, Presence } from '@/domain/types';
import type { Db } from '@/server/db';

type ReadStudent = {
  id: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  birthDate: LocalDate | null;
};

export type ReadAbsence = {
  studentId: number;
  lessonId: number;
  sectionId: number;
  date: LocalDate;
  classPeriod: number;
  index: string;
  hours: number;
  presence: Presence;
  reason: string | null;
};

export type ReadGroup = {
  id: number;
  name: string;
  /** On the roll today; `closed`: on leave or another form of study. */
  students: (ReadStudent & { closed: boolean })[];
  today: { lessonId: number; classPeriod: number; taken: boolean }[];
  absences: ReadAbsence[];
  unexplained: ReadAbsence[];
  unexplainedTotal: number;
  debts: { studentId: number; index: string; count: number; dueOn: LocalDate | null }[];
  /** Lessons of the week with their attendance entered, by pair; `absent` counts people. */
  week: { date: LocalDate; classPeriod: number; absent: number }[];
};

export type CuratorQuery = {
  groups: number[];
  today: LocalDate;
  week: { from: LocalDate; to: LocalDate };
  /** Codes that say nothing of a reason count as none. */
  openReasons: string[];
  /** Reasons of earlier lessons may no longer be set. */
  reasonsSince: LocalDate | null;
};

/** The curator's groups of today in one statement: at most twenty absences without a reason and all open dots of each. */
export async function readCuratorGroups(db: Db, query: CuratorQuery): Promise<ReadGroup[]> {
  const { groups, today, week, openReasons, reasonsSince } = query;
  return db.$queryRaw<ReadGroup[]>`
    WITH roll AS MATERIALIZED (
      SELECT e.student_id, e.group_id, EXISTS (SELECT 1 FROM enrollment_status st WHERE st.enrollment_id = e.id AND st.closes_journal
        AND st.starts_on <= ${today}::date AND (st.ends_on IS NULL OR st.ends_on >= ${today}::date)) AS closed
      FROM enrollment e WHERE e.group_id = ANY (${groups}::int[]) AND e.starts_on <= ${today}::date
        AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)),
    l AS MATERIALIZED (
      SELECT l.id, l.group_id, l.section_id, l.date, l.class_period, l.hours, l.attendance_taken, i.index FROM lesson l
        JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id
        JOIN group_period gp ON gp.group_id = l.group_id AND gp.period_id = l.period_id
        JOIN academic_year y ON y.id = c.year_id
      WHERE l.group_id = ANY (${groups}::int[]) AND l.state <> 'cancelled' AND l.date <= ${week.to}::date
        AND gp.locked_at IS NULL AND y.closed_at IS NULL),
    missed AS MATERIALIZED (
      SELECT l.*, ev.student_id, ev.presence, ev.reason FROM l JOIN attendance_event ev ON ev.lesson_id = l.id
        JOIN roll ON roll.student_id = ev.student_id AND roll.group_id = l.group_id
      WHERE ev.presence IS NOT NULL AND l.date <= ${today}::date),
    bare AS (SELECT *, row_number() OVER (PARTITION BY group_id ORDER BY date DESC, class_period DESC, student_id) AS turn,
        count(*) OVER (PARTITION BY group_id) AS total
      FROM missed WHERE presence = 'absent' AND (reason IS NULL OR reason = ANY (${openReasons}::text[]))
        AND (${reasonsSince}::date IS NULL OR date >= ${reasonsSince}::date))
    SELECT g.id, g.name,
      (SELECT coalesce(json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name,
          'middleName', p.middle_name, 'birthDate', p.birth_date, 'closed', roll.closed)), '[]')
        FROM roll JOIN person p ON p.id = roll.student_id WHERE roll.group_id = g.id) AS students,
      (SELECT coalesce(json_agg(json_build_object('lessonId', id, 'classPeriod', class_period, 'taken', attendance_taken)), '[]')
        FROM l WHERE group_id = g.id AND date = ${today}::date) AS today,
      (SELECT coalesce(json_agg(json_build_object('studentId', student_id, 'lessonId', id, 'sectionId', section_id, 'date', date,
          'classPeriod', class_period, 'index', index, 'hours', hours, 'presence', presence, 'reason', reason) ORDER BY class_period), '[]')
        FROM missed WHERE group_id = g.id AND date = ${today}::date) AS absences,
      (SELECT coalesce(json_agg(json_build_object('studentId', student_id, 'lessonId', id, 'sectionId', section_id, 'date', date,
          'classPeriod', class_period, 'index', index, 'hours', hours, 'presence', presence, 'reason', reason) ORDER BY turn), '[]')
        FROM bare WHERE group_id = g.id AND turn <= 20) AS unexplained,
      (SELECT coalesce(max(total), 0)::int FROM bare WHERE group_id = g.id) AS "unexplainedTotal",
      (SELECT coalesce(json_agg(json_build_object('studentId', d.student_id, 'index', d.index, 'count', d.count, 'dueOn', d.due_on)
          ORDER BY d.count DESC, d.index), '[]')
        FROM (SELECT m.student_id, l.index, count(*) AS count, min(a.due_on) AS due_on FROM l JOIN assignment a ON a.lesson_id = l.id
          JOIN mark m ON m.assignment_id = a.id AND m.required AND m.value IS NULL
          JOIN roll ON roll.student_id = m.student_id AND roll.group_id = l.group_id AND NOT roll.closed
          WHERE l.group_id = g.id GROUP BY m.student_id, l.index) d) AS debts,
      (SELECT coalesce(json_agg(json_build_object('date', w.date, 'classPeriod', w.class_period, 'absent', w.absent)), '[]')
        FROM (SELECT l.date, l.class_period, count(missed.student_id) AS absent FROM l
          LEFT JOIN missed ON missed.id = l.id AND missed.presence = 'absent'
          WHERE l.group_id = g.id AND l.date >= ${week.from}::date AND l.attendance_taken GROUP BY l.date, l.class_period) w) AS week
    FROM student_group g WHERE g.id = ANY (${groups}::int[]) ORDER BY g.name`;
}
