import type { Bell } from '@/domain/calendar/bells';
import type { EnrollmentStatus, LocalDate, MarkValue, Presence } from '@/domain/types';
import type { Db } from '@/server/db';
import { type DiaryHead, headSql } from './diary-head';
import type { DiaryReader } from './diary-reader';
import type { DiaryFile } from './diary-view';

/** A mark or dot of a lesson as a tuple: they are the bulk of the read. */
export type ReadMark = [
  value: MarkValue | null,
  required: boolean,
  taskType: string,
  title: string,
  comment: string | null,
];

type Name = { lastName: string; firstName: string; middleName: string | null };

export type ReadLesson = {
  id: number;
  groupId: number;
  date: LocalDate;
  classPeriod: number;
  courseId: number;
  course: string;
  state: 'planned' | 'held' | 'cancelled';
  topic: string;
  homework: string;
  homeworkDueOn: LocalDate | null;
  ownHomework: string | null;
  room: string;
  teacher: Name;
  substituted: boolean;
  /** Of a lesson that was moved: the day on which it stood. */
  movedFrom: LocalDate | null;
  presence: Presence;
  reason: string | null;
  marks: ReadMark[] | null;
  files: DiaryFile[] | null;
};

export type ReadDebt = {
  assignmentId: number;
  courseId: number;
  course: string;
  taskType: string;
  title: string;
  issuedOn: LocalDate;
  dueOn: LocalDate | null;
  presence: Presence;
  reason: string | null;
};

export type WeekRead = DiaryHead & {
  lessons: ReadLesson[];
  debts: ReadDebt[];
  /** Of changes that are still ahead, the latest first. */
  notices: { id: number; title: string; text: string; byHand: boolean }[];
  /** Dates of the nearest lessons before and after the week. */
  previous: LocalDate | null;
  next: LocalDate | null;
  exceptions: { date: LocalDate; kind: 'holiday' | 'workday' | 'shortened'; name: string }[];
  periods: { from: LocalDate; to: LocalDate }[];
  closed: { from: LocalDate; to: LocalDate | null; status: EnrollmentStatus }[];
  bells: Bell[];
};

/**
 * A week of one student in one statement: lessons of every group and subgroup the student was in on the day, without days on
 * which the row is closed. The caller has asked `diaryReader` before.
 */
export async function readWeek(
  db: Db,
  reader: DiaryReader,
  days: { from: LocalDate; to: LocalDate; today: LocalDate },
): Promise<WeekRead> {
  const { from, to, today } = days;
  const student = reader.studentId;
  const rows = await db.$queryRaw<{ week: WeekRead }[]>`
    WITH e AS MATERIALIZED (SELECT * FROM enrollment WHERE student_id = ${student}),
    closed AS (SELECT st.* FROM e JOIN enrollment_status st ON st.enrollment_id = e.id AND st.closes_journal
      AND st.starts_on <= ${to}::date AND (st.ends_on IS NULL OR st.ends_on >= ${from}::date)),
    l AS MATERIALIZED (SELECT l.*, i.course_id, k.name AS course FROM e JOIN lesson l ON l.group_id = e.group_id
        AND l.date BETWEEN greatest(e.starts_on, ${from}::date) AND least(e.ends_on, ${to}::date)
        JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      WHERE (l.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = l.subgroup_id
          AND m.student_id = ${student} AND m.starts_on <= l.date AND (m.ends_on IS NULL OR m.ends_on >= l.date)))
        AND NOT EXISTS (SELECT 1 FROM closed WHERE closed.starts_on <= l.date AND (closed.ends_on IS NULL OR closed.ends_on >= l.date)))
    SELECT json_build_object(${headSql(reader, today)},
      'lessons', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'groupId', l.group_id, 'date', l.date, 'classPeriod', l.class_period, 'courseId', l.course_id,
          'course', l.course, 'state', l.state, 'topic', l.topic, 'homework', l.homework, 'homeworkDueOn', l.homework_due_on,
          'ownHomework', (SELECT h.text FROM individual_homework h WHERE h.lesson_id = l.id AND h.student_id = ${student}),
          'room', l.room, 'teacher', json_build_object('lastName', t.last_name, 'firstName', t.first_name, 'middleName', t.middle_name),
          'substituted', x.lesson_id IS NOT NULL, 'movedFrom', m.former_date, 'presence', ev.presence, 'reason', ev.reason,
          'files', (SELECT json_agg(json_build_object('id', f.key, 'part', f.part, 'name', f.name, 'size', f.size) ORDER BY f.id)
            FROM lesson_file f WHERE f.lesson_id = l.id AND f.removed_at IS NULL),
          'marks', (SELECT json_agg(json_build_array(m.value, m.required, a.task_type, a.title, m.comment) ORDER BY a.ordinal)
            FROM assignment a JOIN mark m ON m.assignment_id = a.id AND m.student_id = ${student}
            WHERE a.lesson_id = l.id AND (m.value IS NOT NULL OR m.required))) ORDER BY l.date, l.class_period, l.id), '[]')
        FROM l JOIN person t ON t.id = l.teacher_id LEFT JOIN substitution x ON x.lesson_id = l.id
          LEFT JOIN lesson_change m ON m.lesson_id = l.id AND m.kind = 'moved' AND m.undone_at IS NULL
          LEFT JOIN attendance_event ev ON ev.lesson_id = l.id AND ev.student_id = ${student}),
      'debts', (SELECT coalesce(json_agg(json_build_object('assignmentId', a.id, 'courseId', i.course_id, 'course', k.name,
          'taskType', a.task_type, 'title', a.title, 'issuedOn', d.date, 'dueOn', a.due_on, 'presence', ev.presence, 'reason', ev.reason)
          ORDER BY a.due_on NULLS LAST, d.date, a.id), '[]')
        FROM mark m JOIN assignment a ON a.id = m.assignment_id JOIN lesson d ON d.id = a.lesson_id AND d.state <> 'cancelled'
          JOIN group_period gp ON gp.group_id = d.group_id AND gp.period_id = d.period_id AND (gp.locked_at IS NULL OR EXISTS (SELECT 1 FROM section_reopening r WHERE r.section_id = d.section_id
            AND r.period_id = d.period_id AND r.open_until > app_now()))
          JOIN course_section c ON c.id = d.section_id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
          LEFT JOIN attendance_event ev ON ev.lesson_id = d.id AND ev.student_id = m.student_id
        WHERE m.student_id = ${student} AND m.required AND m.value IS NULL),
      'notices', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'title', n.title, 'text', n.text, 'byHand', n.by_hand) ORDER BY n.id DESC), '[]') FROM notice n
        WHERE n.shown_until >= ${today}::date AND n.withdrawn_at IS NULL AND (n.audience = 'everybody' OR EXISTS (SELECT 1 FROM notice_group ng JOIN e ON e.group_id = ng.group_id
            AND e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)
          WHERE ng.notice_id = n.id AND (ng.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership sm
            WHERE sm.subgroup_id = ng.subgroup_id AND sm.student_id = ${student} AND sm.starts_on <= ${today}::date
              AND (sm.ends_on IS NULL OR sm.ends_on >= ${today}::date)))))),
      'previous', (SELECT max(near.date) FROM e CROSS JOIN LATERAL (SELECT n.date FROM lesson n WHERE n.group_id = e.group_id
          AND n.date >= e.starts_on AND n.date < ${from}::date AND (e.ends_on IS NULL OR n.date <= e.ends_on) ORDER BY n.date DESC LIMIT 1) near),
      'next', (SELECT min(near.date) FROM e CROSS JOIN LATERAL (SELECT n.date FROM lesson n WHERE n.group_id = e.group_id
          AND n.date >= e.starts_on AND n.date > ${to}::date AND (e.ends_on IS NULL OR n.date <= e.ends_on) ORDER BY n.date LIMIT 1) near),
      'exceptions', (SELECT coalesce(json_agg(json_build_object('date', date, 'kind', kind, 'name', name)), '[]')
        FROM calendar_exception WHERE date BETWEEN ${from}::date AND ${to}::date),
      'periods', (SELECT coalesce(json_agg(json_build_object('from', starts_on, 'to', ends_on)), '[]')
        FROM academic_period WHERE kind <> 'year' AND starts_on <= ${to}::date AND ends_on >= ${from}::date),
      'closed', (SELECT coalesce(json_agg(json_build_object('from', starts_on, 'to', ends_on, 'status', kind)), '[]') FROM closed),
      'bells', (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('number', b.number, 'startsAt', to_char(b.starts_at, 'HH24:MI'),
          'endsAt', to_char(b.ends_at, 'HH24:MI'), 'shortened', b.shortened, 'groupId', b.group_id, 'weekday', b.weekday, 'date', b.date))), '[]')
        FROM bell_line b WHERE (b.group_id IS NULL OR b.group_id IN (SELECT group_id FROM e)) AND (b.date IS NULL OR b.date BETWEEN ${from}::date AND ${to}::date))) AS week`;
  const [row] = rows;
  if (!row) throw new Error('one row expected');
  return row.week;
}
