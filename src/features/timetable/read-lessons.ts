import type { Bell } from '@/domain/calendar/bells';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

export type LessonFilter = {
  from: LocalDate;
  to: LocalDate;
  groupId: number | null;
  teacherId: number | null;
  room: string | null;
};
type Name = { lastName: string; firstName: string; middleName: string | null };
export type ReadTimetableLesson = {
  id: number;
  date: LocalDate;
  classPeriod: number;
  course: string;
  groupId: number;
  group: string;
  subgroup: string | null;
  room: string;
  teacher: Name;
  state: 'planned' | 'held' | 'cancelled';
  substituted: boolean;
  /** Of a moved lesson. */
  formerDate: LocalDate | null;
  formerPair: number | null;
  /** The course in whose place this one is given. */
  insteadOf: string | null;
};
export type ReadTimetable = {
  lessons: ReadTimetableLesson[];
  bells: Bell[];
  exceptions: { date: LocalDate; name: string; shortened: boolean }[];
  periodStart: LocalDate | null;
};

/** Lessons of some days, of one group, teacher or room or of the whole college, in one statement. */
export async function readTimetable(db: Db, filter: LessonFilter): Promise<ReadTimetable> {
  const { from, to, groupId, teacherId, room } = filter;
  const rows = await db.$queryRaw<{ read: ReadTimetable }[]>`
    SELECT json_build_object(
      'lessons', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'date', l.date, 'classPeriod', l.class_period, 'course', k.name,
          'groupId', l.group_id, 'group', g.name, 'subgroup', sg.name, 'room', l.room, 'state', l.state, 'substituted', x.lesson_id IS NOT NULL,
          'teacher', json_build_object('lastName', t.last_name, 'firstName', t.first_name, 'middleName', t.middle_name),
          'formerDate', m.former_date, 'formerPair', m.former_class_period, 'insteadOf', r.course) ORDER BY l.date, l.class_period, g.name, sg.name, l.id), '[]')
        FROM lesson l JOIN student_group g ON g.id = l.group_id JOIN course_section c ON c.id = l.section_id
          JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id JOIN person t ON t.id = l.teacher_id
          LEFT JOIN subgroup sg ON sg.id = l.subgroup_id LEFT JOIN substitution x ON x.lesson_id = l.id
          LEFT JOIN lesson_change m ON m.lesson_id = l.id AND m.kind = 'moved' AND m.undone_at IS NULL
          LEFT JOIN LATERAL (SELECT ck.name AS course FROM lesson_change ch JOIN lesson o ON o.id = ch.lesson_id
            JOIN course_section oc ON oc.id = o.section_id JOIN curriculum_item oi ON oi.id = oc.item_id JOIN course ck ON ck.id = oi.course_id
            WHERE ch.instead_id = l.id AND ch.undone_at IS NULL) r ON true
        WHERE l.date BETWEEN ${from}::date AND ${to}::date AND (${groupId}::int IS NULL OR l.group_id = ${groupId}::int)
          AND (${teacherId}::int IS NULL OR l.teacher_id = ${teacherId}::int OR x.absent_teacher_id = ${teacherId}::int)
          AND (${room}::text IS NULL OR l.room = ${room}::text)),
      'bells', (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('number', b.number, 'startsAt', to_char(b.starts_at, 'FMHH24:MI'),
          'endsAt', to_char(b.ends_at, 'FMHH24:MI'), 'shortened', b.shortened, 'groupId', b.group_id, 'weekday', b.weekday, 'date', b.date))), '[]')
        FROM bell_line b WHERE b.date IS NULL OR b.date BETWEEN ${from}::date AND ${to}::date),
      'exceptions', (SELECT coalesce(json_agg(json_build_object('date', date, 'name', name, 'shortened', kind = 'shortened')), '[]') FROM calendar_exception
        WHERE date BETWEEN ${from}::date AND ${to}::date),
      'periodStart', (SELECT max(starts_on) FROM academic_period WHERE kind <> 'year' AND ${from}::date <= ends_on AND ${to}::date >= starts_on)) AS read`;
  const [row] = rows;
  if (!row) throw new Error('one row expected');
  return row.read;
}
