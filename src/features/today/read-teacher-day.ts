import type { Bell } from '@/domain/calendar/bells';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { controlFormLabels } from '@/texts/labels';

export type ReadLesson = {
  id: number;
  sectionId: number;
  groupId: number;
  date: LocalDate;
  classPeriod: number;
  group: string;
  subgroup: string | null;
  index: string;
  topic: string;
  homework: string;
  attendanceTaken: boolean;
};

/** With what a write from the page is based on. */
export type ReadUnfilled = ReadLesson & {
  homeworkDueOn: LocalDate | null;
  version: number;
};

type ReadOwnLesson = ReadLesson & {
  course: string;
  room: string;
  hours: number;
  /** Whom the actor stands in for. */
  insteadOf: { lastName: string; firstName: string; middleName: string | null } | null;
  absent: number;
  marks: number;
};

export type ReadWork = {
  assignmentId: number;
  lessonId: number;
  sectionId: number;
  date: LocalDate;
  classPeriod: number;
  group: string;
  taskType: string;
  title: string;
  own: boolean;
  checked: number;
  total: number;
};

export type ReadDebt = {
  assignmentId: number;
  lessonId: number;
  sectionId: number;
  group: string;
  taskType: string;
  title: string;
  dueOn: LocalDate | null;
  count: number;
  total: number;
  /** `shared`: somebody else of the group bears the surname too. */
  students: { lastName: string; firstName: string; middleName: string | null; shared: boolean }[];
};

export type ReadGrades = {
  sectionId: number;
  periodId: number;
  period: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  group: string;
  index: string;
  controlForm: keyof typeof controlFormLabels;
  given: number;
  total: number;
  /** Given and not in the diary yet; `waitingSince`: when the oldest of them was entered. */
  unpublished: number;
  waitingSince: string | null;
};

export type TeacherDayRead = {
  lessons: ReadOwnLesson[];
  nextDate: LocalDate | null;
  unfilled: ReadUnfilled[];
  works: ReadWork[];
  debts: ReadDebt[];
  grades: ReadGrades[];
  /** First day of the period of today. */
  periodStart: LocalDate | null;
  bells: Bell[];
  shortened: LocalDate[];
};

export type TeacherDayQuery = {
  personId: number;
  teaches: number[];
  substituted: number[];
  now: Date;
  today: LocalDate;
  week: { from: LocalDate; to: LocalDate };
  requires: { topic: boolean; attendance: boolean; homework: boolean };
  /** Kinds of work whose marks have a term. */
  timedTypes: string[];
  worksSince: LocalDate;
};

/** Everything of a teacher's start page in one statement; lists are bounded here. */
export async function readTeacherDay(db: Db, query: TeacherDayQuery): Promise<TeacherDayRead> {
  const { personId, teaches, substituted, now, today, week, requires, timedTypes, worksSince } = query;
  const rows = await db.$queryRaw<{ day: TeacherDayRead }[]>`
    WITH mine AS MATERIALIZED (
      SELECT l.*, g.name AS group_name, sg.name AS subgroup_name, i.index AS item_index, k.name AS course_name, x.absent_teacher_id,
        gp.locked_at IS NULL OR EXISTS (SELECT 1 FROM section_reopening o, academic_year y WHERE o.section_id = l.section_id
          AND o.period_id = l.period_id AND o.open_until > ${now} AND y.id = c.year_id AND y.closed_at IS NULL) AS open
      FROM lesson l JOIN group_period gp ON gp.group_id = l.group_id AND gp.period_id = l.period_id
        JOIN course_section c ON c.id = l.section_id JOIN student_group g ON g.id = l.group_id
        JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
        LEFT JOIN subgroup sg ON sg.id = l.subgroup_id LEFT JOIN substitution x ON x.lesson_id = l.id
      WHERE l.state <> 'cancelled' AND ((l.section_id = ANY (${teaches}::int[]) AND (x.lesson_id IS NULL OR l.teacher_id = ${personId}))
        OR l.id = ANY (${substituted}::int[]))),
    shown AS (SELECT * FROM mine WHERE teacher_id = ${personId} AND date BETWEEN ${week.from}::date AND ${week.to}::date),
    roster AS (SELECT e.student_id, e.group_id, c.id AS section_id FROM course_section c
      JOIN enrollment e ON e.group_id = c.group_id AND e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)
      WHERE c.id = ANY (${teaches}::int[])
        AND NOT EXISTS (SELECT 1 FROM enrollment_status st WHERE st.enrollment_id = e.id AND st.closes_journal
          AND st.starts_on <= ${today}::date AND (st.ends_on IS NULL OR st.ends_on >= ${today}::date))
        AND (c.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = c.subgroup_id
          AND m.student_id = e.student_id AND m.starts_on <= ${today}::date AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date)))),
    works AS (
      SELECT a.id, l.id AS lesson_id, l.section_id, l.date, l.class_period, l.group_name, a.task_type, a.title, l.absent_teacher_id,
        count(*) FILTER (WHERE m.value IS NOT NULL) AS checked,
        count(*) FILTER (WHERE m.value IS NOT NULL OR ev.presence IS DISTINCT FROM 'absent') AS total
      FROM mine l JOIN assignment a ON a.lesson_id = l.id AND a.task_type = ANY (${timedTypes}::text[])
        JOIN enrollment e ON e.group_id = l.group_id AND e.starts_on <= l.date AND (e.ends_on IS NULL OR e.ends_on >= l.date)
        LEFT JOIN mark m ON m.assignment_id = a.id AND m.student_id = e.student_id
        LEFT JOIN attendance_event ev ON ev.lesson_id = l.id AND ev.student_id = e.student_id
      WHERE l.open AND l.date BETWEEN ${worksSince}::date AND ${today}::date
        AND NOT EXISTS (SELECT 1 FROM enrollment_status st WHERE st.enrollment_id = e.id AND st.closes_journal
          AND st.starts_on <= l.date AND (st.ends_on IS NULL OR st.ends_on >= l.date))
        AND (l.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership s WHERE s.subgroup_id = l.subgroup_id
          AND s.student_id = e.student_id AND s.starts_on <= l.date AND (s.ends_on IS NULL OR s.ends_on >= l.date)))
      GROUP BY a.id, l.id, l.section_id, l.date, l.class_period, l.group_name, a.task_type, a.title, l.absent_teacher_id),
    dots AS (
      SELECT a.id, l.id AS lesson_id, l.section_id, l.group_id, l.group_name, a.task_type, a.title, a.due_on, l.date, count(*) AS count,
        sum(count(*)) OVER () AS total, array_agg(m.student_id) AS students
      FROM mine l JOIN assignment a ON a.lesson_id = l.id JOIN mark m ON m.assignment_id = a.id
        JOIN roster r ON r.section_id = l.section_id AND r.student_id = m.student_id
      WHERE l.open AND l.section_id = ANY (${teaches}::int[]) AND m.required AND m.value IS NULL
      GROUP BY a.id, l.id, l.section_id, l.group_id, l.group_name, a.task_type, a.title, a.due_on, l.date
      ORDER BY a.due_on NULLS LAST, l.date, a.id LIMIT 10),
    ending AS (
      SELECT c.id AS section_id, p.id AS period_id, p.name, p.starts_on, p.ends_on, g.name AS group_name, i.index,
        coalesce(sp.control_form, 'none') AS control_form
      FROM course_section c JOIN student_group g ON g.id = c.group_id JOIN curriculum_item i ON i.id = c.item_id
        JOIN academic_period p ON p.year_id = c.year_id AND p.kind <> 'year'
        JOIN group_period gp ON gp.group_id = c.group_id AND gp.period_id = p.id AND gp.locked_at IS NULL
        LEFT JOIN section_period sp ON sp.section_id = c.id AND sp.period_id = p.id
      WHERE c.id = ANY (${teaches}::int[]) AND ${today}::date BETWEEN p.ends_on - 14 AND p.ends_on + 31
        AND EXISTS (SELECT 1 FROM lesson l WHERE l.section_id = c.id AND l.period_id = p.id AND l.state <> 'cancelled'))
    SELECT json_build_object(
      'lessons', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'sectionId', l.section_id, 'groupId', l.group_id, 'date', l.date,
          'classPeriod', l.class_period, 'group', l.group_name, 'subgroup', l.subgroup_name, 'index', l.item_index, 'course', l.course_name,
          'topic', l.topic, 'homework', l.homework, 'attendanceTaken', l.attendance_taken, 'room', l.room, 'hours', l.hours,
          'insteadOf', (SELECT json_build_object('lastName', last_name, 'firstName', first_name, 'middleName', middle_name)
            FROM person WHERE id = l.absent_teacher_id),
          'absent', CASE WHEN l.date = ${today}::date THEN (SELECT count(*) FROM attendance_event ev WHERE ev.lesson_id = l.id AND ev.presence = 'absent') ELSE 0 END,
          'marks', CASE WHEN l.date = ${today}::date THEN (SELECT count(*) FROM assignment a JOIN mark m ON m.assignment_id = a.id
            WHERE a.lesson_id = l.id AND m.value IS NOT NULL) ELSE 0 END) ORDER BY l.date, l.class_period, l.id), '[]') FROM shown l),
      'nextDate', (SELECT min(date) FROM lesson WHERE teacher_id = ${personId} AND date > ${today}::date AND state <> 'cancelled'),
      'unfilled', (SELECT coalesce(json_agg(json_build_object('id', id, 'sectionId', section_id, 'date', date, 'classPeriod', class_period,
          'groupId', group_id, 'group', group_name, 'subgroup', subgroup_name, 'index', item_index, 'topic', topic, 'homework', homework,
          'homeworkDueOn', homework_due_on, 'version', version, 'attendanceTaken', attendance_taken)
          ORDER BY date, class_period, id), '[]')
        FROM (SELECT * FROM mine WHERE open AND date <= ${today}::date AND ((${requires.topic} AND topic = '') OR (${requires.homework} AND homework = '')
          OR (${requires.attendance} AND NOT attendance_taken)) ORDER BY date, class_period, id LIMIT 50) u),
      'works', (SELECT coalesce(json_agg(json_build_object('assignmentId', id, 'lessonId', lesson_id, 'sectionId', section_id, 'date', date,
          'classPeriod', class_period, 'group', group_name, 'taskType', task_type, 'title', title, 'own', absent_teacher_id IS NULL,
          'checked', checked, 'total', total) ORDER BY date, class_period, id), '[]') FROM (SELECT * FROM works WHERE checked < total ORDER BY date, id LIMIT 60) w),
      'debts', (SELECT coalesce(json_agg(json_build_object('assignmentId', d.id, 'lessonId', d.lesson_id, 'sectionId', d.section_id,
          'group', d.group_name, 'taskType', d.task_type, 'title', d.title, 'dueOn', d.due_on, 'count', d.count, 'total', d.total,
          'students', (SELECT json_agg(json_build_object('lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name,
              'shared', EXISTS (SELECT 1 FROM roster o JOIN person n ON n.id = o.student_id
                WHERE o.section_id = d.section_id AND n.id <> p.id AND n.last_name = p.last_name)) ORDER BY p.last_name, p.first_name, p.id)
            FROM person p WHERE p.id = ANY (d.students))) ORDER BY d.due_on NULLS LAST, d.date, d.id), '[]') FROM dots d),
      'grades', (SELECT coalesce(json_agg(json_build_object('sectionId', n.section_id, 'periodId', n.period_id, 'period', n.name,
          'startsOn', n.starts_on, 'endsOn', n.ends_on, 'group', n.group_name, 'index', n.index, 'controlForm', n.control_form,
          'total', (SELECT count(*) FROM roster r WHERE r.section_id = n.section_id),
          'given', v.given, 'unpublished', v.unpublished, 'waitingSince', v.since) ORDER BY n.group_name, n.index), '[]')
        FROM ending n, LATERAL (SELECT count(*) AS given, count(*) FILTER (WHERE v.published_at IS NULL) AS unpublished,
            min(v.entered_at) FILTER (WHERE v.published_at IS NULL) AS since
          FROM grade v JOIN roster r ON r.section_id = v.section_id AND r.student_id = v.student_id
          WHERE v.section_id = n.section_id AND v.period_id = n.period_id AND v.value IS NOT NULL) v),
      'periodStart', (SELECT min(starts_on) FROM academic_period WHERE kind <> 'year' AND ${today}::date BETWEEN starts_on AND ends_on),
      'bells', (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('number', b.number, 'startsAt', to_char(b.starts_at, 'HH24:MI'),
          'endsAt', to_char(b.ends_at, 'HH24:MI'), 'shortened', b.shortened, 'groupId', b.group_id, 'weekday', b.weekday, 'date', b.date))), '[]')
        FROM bell_line b WHERE (b.group_id IS NULL OR b.group_id IN (SELECT group_id FROM mine))
          AND (b.date IS NULL OR b.date BETWEEN ${week.from}::date AND ${week.to}::date)),
      'shortened', (SELECT coalesce(json_agg(date), '[]') FROM calendar_exception WHERE kind = 'shortened'
        AND date BETWEEN ${week.from}::date AND ${week.to}::date)) AS day`;
  const [row] = rows;
  if (!row) throw new Error('one row expected');
  return row.day;
}
