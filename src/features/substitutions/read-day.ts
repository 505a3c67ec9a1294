import type { Bell } from '@/domain/calendar/bells';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

export type ReadDayLesson = {
  id: number;
  teacherId: number;
  teacher: string;
  classPeriod: number;
  groupId: number;
  group: string;
  subgroup: string | null;
  courseId: number;
  course: string;
  room: string;
  state: 'planned' | 'held' | 'cancelled';
  filled: boolean;
  /** Somebody has taken the attendance, the curator for the whole day perhaps: it can be given, but neither moved nor cancelled. */
  attended: boolean;
  instead: string | null;
  substitution: { absent: string; reason: string; order: string; orderedOn: LocalDate } | null;
};
export type ReadChange = {
  id: number;
  lessonId: number;
  kind: 'cancelled' | 'moved' | 'replaced';
  classPeriod: number;
  group: string;
  course: string;
  reason: string;
  order: string;
  orderedOn: LocalDate | null;
  date: LocalDate;
  pair: number;
  given: string | null;
  filled: boolean;
};
export type ReadAbsence = {
  id: number;
  staffId: number;
  name: string;
  from: LocalDate;
  to: LocalDate;
  reason: string;
  orderNumber: string;
  orderedOn: LocalDate | null;
  /** Lessons without a decision on its other days, from `today` on. */
  ahead: { date: LocalDate; lessons: number }[];
};
export type ReadColleague = { id: number; name: string; courseIds: number[]; groupIds: number[] };
export type ReadDay = {
  lessons: ReadDayLesson[];
  changes: ReadChange[];
  absences: ReadAbsence[];
  colleagues: ReadColleague[];
  groups: { id: number; label: string }[];
  sections: { groupId: number; id: number; label: string }[];
  bells: Bell[];
  shortened: boolean;
};

/** The day of the whole college as a dispatcher sees it, in one statement. */
export async function readDay(db: Db, { date, today }: { date: LocalDate; today: LocalDate }): Promise<ReadDay> {
  const rows = await db.$queryRaw<{ day: ReadDay }[]>`
    WITH names AS MATERIALIZED (SELECT p.id, p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '') AS name
        FROM person p JOIN staff_member f ON f.id = p.id AND (f.left_on IS NULL OR f.left_on >= ${date}::date)),
    load AS MATERIALIZED (
      SELECT t.teacher_id, c.id AS section_id, c.group_id, i.course_id, concat_ws(', ', i.index || ' ' || k.name, sg.name) AS label
      FROM course_section c JOIN academic_year y ON y.id = c.year_id AND ${date}::date BETWEEN y.starts_on AND y.ends_on
        JOIN teaching_assignment t ON t.section_id = c.id AND t.starts_on <= ${date}::date AND (t.ends_on IS NULL OR t.ends_on >= ${date}::date)
        JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup sg ON sg.id = c.subgroup_id),
    l AS MATERIALIZED (
      SELECT l.*, g.name AS group_name, sg.name AS subgroup_name, i.course_id, k.name AS course,
        l.state = 'held' OR l.entered_at IS NOT NULL OR l.topic <> ''
          OR EXISTS (SELECT 1 FROM assignment a WHERE a.lesson_id = l.id) AS filled,
        l.attendance_taken OR EXISTS (SELECT 1 FROM attendance_event e WHERE e.lesson_id = l.id AND e.presence IS NOT NULL) AS attended
      FROM lesson l JOIN student_group g ON g.id = l.group_id JOIN course_section c ON c.id = l.section_id
        JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup sg ON sg.id = l.subgroup_id
      WHERE l.date = ${date}::date OR l.id IN (SELECT lesson_id FROM lesson_change WHERE former_date = ${date}::date AND undone_at IS NULL))
    SELECT json_build_object(
      'lessons', (SELECT coalesce(json_agg(json_build_object('id', l.id, 'teacherId', l.teacher_id, 'teacher', n.name, 'classPeriod', l.class_period,
          'groupId', l.group_id, 'group', l.group_name, 'subgroup', l.subgroup_name, 'courseId', l.course_id, 'course', l.course,
          'room', l.room, 'state', l.state, 'filled', l.filled, 'attended', l.attended,
          'instead', (SELECT 'да' FROM lesson_change c WHERE c.instead_id = l.id AND c.undone_at IS NULL),
          'substitution', (SELECT json_build_object('absent', a.last_name || ' ' || left(a.first_name, 1) || '.' || coalesce(' ' || left(a.middle_name, 1) || '.', ''),
              'reason', x.reason, 'order', x.order_number, 'orderedOn', x.ordered_on) FROM substitution x JOIN person a ON a.id = x.absent_teacher_id
            WHERE x.lesson_id = l.id)) ORDER BY l.class_period, l.group_name, l.id), '[]')
        FROM l LEFT JOIN names n ON n.id = l.teacher_id
        WHERE l.date = ${date}::date),
      'changes', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'lessonId', l.id, 'kind', c.kind, 'classPeriod', c.former_class_period,
          'group', concat_ws(', ', l.group_name, l.subgroup_name), 'course', l.course, 'reason', c.reason, 'order', c.order_number, 'orderedOn', c.ordered_on,
          'date', l.date, 'pair', l.class_period, 'filled', l.filled OR l.attended OR coalesce(g.state = 'held' OR g.topic <> '', false),
          'given', (SELECT k.name FROM course_section s JOIN curriculum_item i ON i.id = s.item_id JOIN course k ON k.id = i.course_id WHERE s.id = g.section_id))
          ORDER BY c.former_class_period, l.group_name, c.id), '[]')
        FROM lesson_change c JOIN l ON l.id = c.lesson_id LEFT JOIN lesson g ON g.id = c.instead_id
        WHERE c.former_date = ${date}::date AND c.undone_at IS NULL),
      'absences', (SELECT coalesce(json_agg(json_build_object('id', a.id, 'staffId', a.staff_id, 'name', n.name, 'from', a.starts_on, 'to', a.ends_on,
          'reason', a.reason, 'orderNumber', a.order_number, 'orderedOn', a.ordered_on,
          'ahead', (SELECT coalesce(json_agg(json_build_object('date', d.date, 'lessons', d.lessons) ORDER BY d.date), '[]') FROM (
            SELECT o.date, count(*)::int AS lessons FROM lesson o WHERE o.teacher_id = a.staff_id AND o.date BETWEEN a.starts_on AND a.ends_on
              AND o.date <> ${date}::date AND o.date >= ${today}::date AND o.state = 'planned' AND o.entered_at IS NULL AND o.topic = ''
              AND NOT EXISTS (SELECT 1 FROM assignment t WHERE t.lesson_id = o.id) GROUP BY o.date) d)) ORDER BY n.name), '[]')
        FROM staff_absence a JOIN names n ON n.id = a.staff_id
        WHERE a.withdrawn_at IS NULL AND ${date}::date BETWEEN a.starts_on AND a.ends_on),
      'colleagues', (SELECT coalesce(json_agg(json_build_object('id', n.id, 'name', n.name,
          'courseIds', ARRAY(SELECT DISTINCT course_id FROM load WHERE teacher_id = n.id),
          'groupIds', ARRAY(SELECT DISTINCT group_id FROM load WHERE teacher_id = n.id)) ORDER BY n.name), '[]')
        FROM names n WHERE EXISTS (SELECT 1 FROM load WHERE teacher_id = n.id) OR EXISTS (SELECT 1 FROM staff_position s WHERE s.staff_id = n.id
          AND s.role = 'teacher' AND s.starts_on <= ${date}::date AND (s.ends_on IS NULL OR s.ends_on >= ${date}::date))),
      'groups', (SELECT coalesce(json_agg(json_build_object('id', g.id, 'label', g.name) ORDER BY g.name), '[]') FROM student_group g
        WHERE g.id IN (SELECT group_id FROM load)),
      'sections', (SELECT coalesce(json_agg(json_build_object('groupId', group_id, 'id', section_id, 'label', label) ORDER BY label), '[]')
        FROM (SELECT DISTINCT group_id, section_id, label FROM load WHERE group_id IN (SELECT group_id FROM l)) d),
      'bells', (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('number', b.number, 'startsAt', to_char(b.starts_at, 'FMHH24:MI'),
          'endsAt', to_char(b.ends_at, 'FMHH24:MI'), 'shortened', b.shortened, 'groupId', b.group_id, 'weekday', b.weekday, 'date', b.date))), '[]')
        FROM bell_line b WHERE b.date IS NULL OR b.date = ${date}::date),
      'shortened', EXISTS (SELECT 1 FROM calendar_exception WHERE date = ${date}::date AND kind = 'shortened')) AS day`;
  const [row] = rows;
  if (!row) throw new Error('one row expected');
  return row.day;
}
