import type { Bell } from '@/domain/calendar/bells';
import type { EnrollmentStatus, GradeValue, LocalDate, MarkValue, Presence } from '@/domain/types';
import type { Db } from '@/server/db';
import { Prisma } from '@/server/prisma/client';

export type ReadLesson = {
  id: number;
  date: LocalDate;
  classPeriod: number;
  room: string;
  state: 'planned' | 'held';
  lessonType: string;
  hours: number;
  topic: string;
  plannedTopicId: number | null;
  homework: string;
  homeworkDueOn: LocalDate | null;
  attendanceTaken: boolean;
  version: number;
  enteredAt: number | null;
  enteredBy: string | null;
  substitute: string | null;
};

export type ReadAssignment = {
  id: number;
  lessonId: number;
  taskType: string;
  title: string;
  required: boolean;
  dueOn: LocalDate | null;
  version: number;
};

/** Compact tuples: they are the bulk of the read. Instants are seconds since 1970. */
export type ReadMark = [
  assignmentId: number,
  studentId: number,
  value: MarkValue | null,
  required: 0 | 1,
  version: number,
  at: number,
];
export type ReadAttendance = [
  lessonId: number,
  studentId: number,
  presence: Presence,
  presenceVersion: number,
  presenceAt: number,
  reason: string | null,
  reasonVersion: number,
];

type Span = { from: LocalDate; to: LocalDate | null; order: string | null };

export type ReadStudent = {
  id: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  birthDate: LocalDate | null;
  enrolments: (Span & { exit: string | null })[];
  statuses: (Span & { status: EnrollmentStatus })[];
  memberships: Span[] | null;
};

export type ReadGrade = {
  studentId: number;
  value: GradeValue | null;
  version: number;
  reason: string | null;
  publishedAt: string | null;
  enteredBy: string;
};

type ReadTopic = { id: number; no: number; title: string; homework: string; lessonType: string; hours: number };

export type JournalRead = {
  lessons: ReadLesson[];
  /** Lessons of the section before the period, as its plan sees them; `topic` is its first letter. */
  earlier: { id: number; topic: string; plannedTopicId: number | null; hours: number }[];
  assignments: ReadAssignment[];
  marks: ReadMark[];
  attendance: ReadAttendance[];
  individual: { lessonId: number; studentId: number; text: string; version: number }[];
  students: ReadStudent[];
  grades: ReadGrade[];
  topics: ReadTopic[];
  /** Topics of earlier versions of the plan that lessons of the section were given by; `now`: what goes on from it. */
  former: (ReadTopic & { now: number | null })[];
  bells: Bell[];
  /** Days with shorter lessons. */
  shortened: LocalDate[];
  substitutions: { date: LocalDate; by: string; insteadOf: string; reason: string; order: string }[];
};

/** Days of lessons, both included, and the period whose grades are wanted. */
export type JournalPlace = { sectionId: number; from: LocalDate; to: LocalDate; periodId: number };

/** Lessons, their works and students of one `section` in one `period`: both are named before in the same statement. */
export const journalParts = Prisma.sql`
  l AS (SELECT lesson.* FROM lesson, period WHERE section_id = (SELECT id FROM section) AND state <> 'cancelled'
    AND date BETWEEN period.starts_on AND period.ends_on),
  a AS (SELECT assignment.* FROM assignment JOIN l ON l.id = assignment.lesson_id),
  s AS (SELECT DISTINCT e.student_id FROM enrollment e, section, period
    WHERE e.group_id = section.group_id AND e.starts_on <= period.ends_on AND (e.ends_on IS NULL OR e.ends_on >= period.starts_on)
      AND (section.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = section.subgroup_id
        AND m.student_id = e.student_id AND m.starts_on <= period.ends_on AND (m.ends_on IS NULL OR m.ends_on >= period.starts_on))))`;

/** What comes without the names of its fields, in this order: half as long to build, send and parse. */
const tuples = {
  lessons: [
    ...['id', 'date', 'classPeriod', 'room', 'state', 'lessonType', 'hours', 'topic', 'plannedTopicId', 'homework'],
    ...['homeworkDueOn', 'attendanceTaken', 'version', 'enteredAt', 'enteredBy', 'substitute'],
  ],
  assignments: ['id', 'lessonId', 'taskType', 'title', 'required', 'dueOn', 'version'],
  students: ['id', 'lastName', 'firstName', 'middleName', 'birthDate', 'enrolments', 'statuses', 'memberships'],
  topics: ['id', 'no', 'title', 'homework', 'lessonType', 'hours'],
} as const;
type Tupled = keyof typeof tuples;

/** The journal as the database says it. */
export type SaidJournal = Omit<JournalRead, Tupled> & Record<Tupled, unknown[][]>;

export function readSaid(said: SaidJournal): JournalRead {
  return {
    ...said,
    lessons: said.lessons.map((values) => named<ReadLesson>(tuples.lessons, values)),
    assignments: said.assignments.map((values) => named<ReadAssignment>(tuples.assignments, values)),
    students: said.students.map((values) => named<ReadStudent>(tuples.students, values)),
    topics: said.topics.map((values) => named<ReadTopic>(tuples.topics, values)),
  };
}

function named<T>(names: readonly string[], values: readonly unknown[]): T {
  const record: Record<string, unknown> = {};
  for (const [place, name] of names.entries()) record[name] = values[place];
  return record as T;
}

/**
 * The journal of these parts as one `SaidJournal`. Marks are joined as text, twice as fast as `json_build_array`; the statement
 * gives the whole as text, parsed once: Prisma would walk through every value of a json column.
 */
export const journalValue = Prisma.sql`json_build_object(
    'lessons', (SELECT coalesce(json_agg(json_build_array(l.id, l.date, l.class_period, l.room, l.state, l.lesson_type, l.hours,
        l.topic, l.planned_topic_id, l.homework, l.homework_due_on, l.attendance_taken, l.version, extract(epoch FROM l.entered_at)::int,
        p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', ''),
        CASE WHEN x.lesson_id IS NOT NULL
          THEN t.last_name || ' ' || left(t.first_name, 1) || '.' || coalesce(' ' || left(t.middle_name, 1) || '.', '') END)
        ORDER BY l.date, l.class_period), '[]')
      FROM l LEFT JOIN person p ON p.id = l.entered_by_id LEFT JOIN substitution x ON x.lesson_id = l.id JOIN person t ON t.id = l.teacher_id),
    'earlier', (SELECT coalesce(json_agg(json_build_object('id', id, 'topic', left(topic, 1), 'plannedTopicId', planned_topic_id,
        'hours', hours) ORDER BY date, class_period), '[]') FROM lesson
      WHERE section_id = (SELECT id FROM section) AND state <> 'cancelled' AND date < (SELECT starts_on FROM period)),
    'assignments', (SELECT coalesce(json_agg(json_build_array(id, lesson_id, task_type, title, required, due_on, version)
        ORDER BY lesson_id, ordinal), '[]') FROM a),
    'marks', (SELECT ('[' || coalesce(string_agg('[' || concat_ws(',', m.assignment_id, m.student_id, coalesce(to_json(m.value)::text, 'null'),
        m.required::int, m.version, date_part('epoch', m.entered_at)::int) || ']', ','), '') || ']')::json
      FROM mark m JOIN a ON a.id = m.assignment_id),
    'attendance', (SELECT ('[' || coalesce(string_agg('[' || concat_ws(',', e.lesson_id, e.student_id, coalesce(to_json(e.presence)::text, 'null'),
        e.presence_version, coalesce(date_part('epoch', e.presence_at)::int, 0), coalesce(to_json(e.reason)::text, 'null'),
        e.reason_version) || ']', ','), '') || ']')::json
      FROM attendance_event e JOIN l ON l.id = e.lesson_id),
    'individual', (SELECT coalesce(json_agg(json_build_object('lessonId', h.lesson_id, 'studentId', h.student_id, 'text', h.text,
        'version', h.version)), '[]') FROM individual_homework h JOIN l ON l.id = h.lesson_id),
    'students', (SELECT coalesce(json_agg(json_build_array(p.id, p.last_name, p.first_name, p.middle_name, p.birth_date,
        (SELECT json_agg(json_build_object('from', e.starts_on, 'to', e.ends_on, 'order', o.number, 'exit', x.kind) ORDER BY e.starts_on)
          FROM enrollment e JOIN administrative_order o ON o.id = e.entry_order_id LEFT JOIN administrative_order x ON x.id = e.exit_order_id
          WHERE e.student_id = p.id AND e.group_id = (SELECT group_id FROM section)),
        (SELECT coalesce(json_agg(json_build_object('from', st.starts_on, 'to', st.ends_on, 'status', st.kind, 'order', o.number)), '[]')
          FROM enrollment_status st JOIN enrollment e ON e.id = st.enrollment_id JOIN administrative_order o ON o.id = st.order_id
          WHERE st.closes_journal AND e.student_id = p.id AND e.group_id = (SELECT group_id FROM section)),
        (SELECT CASE WHEN (SELECT subgroup_id FROM section) IS NOT NULL THEN coalesce(json_agg(json_build_object(
            'from', m.starts_on, 'to', m.ends_on, 'order', NULL)), '[]') END
          FROM subgroup_membership m WHERE m.student_id = p.id AND m.subgroup_id = (SELECT subgroup_id FROM section)))), '[]')
      FROM s JOIN person p ON p.id = s.student_id),
    'grades', (SELECT coalesce(json_agg(json_build_object('studentId', g.student_id, 'value', g.value, 'version', g.version,
        'reason', g.reason, 'publishedAt', g.published_at, 'enteredBy', p.last_name || ' ' || left(p.first_name, 1) || '.')), '[]')
      FROM grade g JOIN person p ON p.id = g.entered_by_id WHERE g.section_id = (SELECT id FROM section) AND g.period_id = (SELECT id FROM period)),
    'topics', (SELECT coalesce(json_agg(json_build_array(id, ordinal, title, homework, lesson_type, hours) ORDER BY ordinal), '[]')
      FROM planned_topic WHERE scheme_id = (SELECT scheme_id FROM section)),
    'former', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'no', o.ordinal, 'title', o.title, 'homework', o.homework,
        'lessonType', o.lesson_type, 'hours', o.hours, 'now', (SELECT n.id FROM planned_topic n
          WHERE n.scheme_id = (SELECT scheme_id FROM section) AND coalesce(n.origin_id, n.id) = coalesce(o.origin_id, o.id)))), '[]')
      FROM planned_topic o WHERE (SELECT version > 1 FROM scheme_of_work WHERE id = (SELECT scheme_id FROM section))
        AND o.scheme_id <> (SELECT scheme_id FROM section)
        AND o.id IN (SELECT planned_topic_id FROM lesson WHERE section_id = (SELECT id FROM section))),
    'bells', (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('number', b.number, 'startsAt', to_char(b.starts_at, 'FMHH24:MI'),
        'endsAt', to_char(b.ends_at, 'FMHH24:MI'), 'shortened', b.shortened, 'groupId', b.group_id, 'weekday', b.weekday, 'date', b.date))), '[]')
      FROM bell_line b, period WHERE (b.group_id IS NULL OR b.group_id = (SELECT group_id FROM section))
        AND (b.date IS NULL OR b.date BETWEEN period.starts_on AND period.ends_on)),
    'shortened', (SELECT coalesce(json_agg(date), '[]') FROM calendar_exception, period
      WHERE kind = 'shortened' AND date BETWEEN period.starts_on AND period.ends_on),
    'substitutions', (SELECT coalesce(json_agg(json_build_object('date', l.date, 'by', t.last_name || ' ' || left(t.first_name, 1) || '.' ||
        coalesce(' ' || left(t.middle_name, 1) || '.', ''), 'insteadOf', ab.last_name || ' ' || left(ab.first_name, 1) || '.' ||
        coalesce(' ' || left(ab.middle_name, 1) || '.', ''), 'reason', x.reason, 'order', x.order_number) ORDER BY l.date), '[]')
      FROM l JOIN substitution x ON x.lesson_id = l.id JOIN person t ON t.id = l.teacher_id JOIN person ab ON ab.id = x.absent_teacher_id)
  )`;

/** A section's journal of any days, for who has asked before whether it is in sight. */
export async function readJournal(db: Db, place: JournalPlace): Promise<JournalRead> {
  const [row] = await db.$queryRaw<{ journal: string }[]>`
    WITH section AS (SELECT * FROM course_section WHERE id = ${place.sectionId}),
    period AS (SELECT ${place.periodId}::int AS id, ${place.from}::date AS starts_on, ${place.to}::date AS ends_on),
    ${journalParts}
    SELECT ${journalValue}::text AS journal`;
  if (!row) throw new Error('one row expected');
  return readSaid(JSON.parse(row.journal) as SaidJournal);
}
