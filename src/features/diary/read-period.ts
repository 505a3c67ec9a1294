import type { GradeValue, LocalDate, MarkValue, PeriodKind, Presence } from '@/domain/types';
import type { Db } from '@/server/db';
import type { controlFormLabels } from '@/texts/labels';
import { type DiaryHead, headSql } from './diary-head';
import type { DiaryReader } from './diary-reader';

export type ReadPeriod = {
  id: number;
  kind: PeriodKind;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate;
  year: string;
  yearStartsOn: LocalDate;
};

/** A journal in which the student was during the period. `since`: first day in its group, `member`: in its subgroup. */
export type ReadSection = {
  id: number;
  groupId: number;
  courseId: number;
  course: string;
  index: string;
  passFail: boolean;
  entryYear: number;
  since: LocalDate;
  member: LocalDate | null;
  controlForm: keyof typeof controlFormLabels;
  teachers: { lastName: string; firstName: string; middleName: string | null }[] | null;
};

/** A mark, or a dot while `value` is null; `at` is the real moment of entry in seconds since 1970. */
export type ReadPeriodMark = {
  sectionId: number;
  assignmentId: number;
  date: LocalDate;
  topic: string;
  taskType: string;
  title: string;
  dueOn: LocalDate | null;
  value: MarkValue | null;
  comment: string | null;
  at: number;
  presence: Presence;
  reason: string | null;
  /** A dot can still be settled: the period is open, or this journal is reopened. */
  open: boolean;
};

export type ReadAttendance = {
  lessonId: number;
  sectionId: number;
  date: LocalDate;
  classPeriod: number;
  hours: number;
  presence: Presence;
  reason: string | null;
};

export type PeriodRead = DiaryHead & {
  /** All periods of all years in which the student was on the roll. */
  periods: ReadPeriod[];
  chosen: number | null;
  /** The regulation under which a locked period was lived. */
  periodRegulationId: number | null;
  sections: ReadSection[];
  /** In the order of lessons and their assignments. */
  marks: ReadPeriodMark[];
  attendance: ReadAttendance[];
  /** Published ones only. */
  grades: { sectionId: number; value: GradeValue; proposed: MarkValue | null; reason: string | null }[];
};

/**
 * One student's record of a period (default: the last one begun) over every group of that time, in one statement. The caller
 * has asked `diaryReader` before. `courseId` keeps the record to one course and its periods.
 */
export async function readPeriod(
  db: Db,
  reader: DiaryReader,
  query: { today: LocalDate; periodId: number | null; courseId: number | null },
): Promise<PeriodRead> {
  const { today, periodId, courseId } = query;
  const student = reader.studentId;
  const rows = await db.$queryRaw<{ period: PeriodRead }[]>`
    WITH e AS MATERIALIZED (SELECT * FROM enrollment WHERE student_id = ${student}),
    periods AS MATERIALIZED (
      SELECT DISTINCT p.id, p.kind, p.name, p.starts_on, p.ends_on, p.year_id, y.name AS year, y.starts_on AS year_starts_on
      FROM e JOIN group_period gp ON gp.group_id = e.group_id JOIN academic_period p ON p.id = gp.period_id
        JOIN academic_year y ON y.id = p.year_id AND y.starts_on <= ${today}::date
      WHERE e.starts_on <= p.ends_on AND (e.ends_on IS NULL OR e.ends_on >= p.starts_on)
        AND (${courseId}::int IS NULL OR EXISTS (SELECT 1 FROM course_section c JOIN curriculum_item i ON i.id = c.item_id
          WHERE c.group_id = e.group_id AND c.year_id = p.year_id AND i.course_id = ${courseId}))),
    chosen AS MATERIALIZED (SELECT * FROM periods
      WHERE CASE WHEN ${periodId}::int IS NULL THEN kind <> 'year' ELSE id = ${periodId} END
      ORDER BY starts_on > ${today}::date, abs(starts_on - ${today}::date), ends_on LIMIT 1),
    s AS MATERIALIZED (
      SELECT c.id, c.group_id, c.year_id, c.subgroup_id, i.course_id, k.name AS course, i.index, i.pass_fail, g.entry_year,
        max(e.starts_on) AS since, max(m.starts_on) AS member
      FROM chosen JOIN e ON e.starts_on <= chosen.ends_on AND (e.ends_on IS NULL OR e.ends_on >= chosen.starts_on)
        JOIN course_section c ON c.group_id = e.group_id AND c.year_id = chosen.year_id
        JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id JOIN student_group g ON g.id = c.group_id
        LEFT JOIN subgroup_membership m ON m.subgroup_id = c.subgroup_id AND m.student_id = ${student}
          AND m.starts_on <= chosen.ends_on AND (m.ends_on IS NULL OR m.ends_on >= chosen.starts_on)
      WHERE (c.subgroup_id IS NULL OR m.id IS NOT NULL) AND (${courseId}::int IS NULL OR i.course_id = ${courseId})
        AND EXISTS (SELECT 1 FROM lesson l WHERE l.section_id = c.id AND l.state <> 'cancelled'
          AND (l.period_id = chosen.id OR chosen.kind = 'year'))
      GROUP BY c.id, i.id, k.id, g.id),
    l AS (SELECT l.* FROM chosen, s JOIN lesson l ON l.section_id = s.id AND l.state <> 'cancelled'
      WHERE l.period_id = chosen.id OR chosen.kind = 'year')
    SELECT json_build_object(${headSql(reader, today)},
      'periods', (SELECT coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'name', name, 'startsOn', starts_on, 'endsOn', ends_on,
          'year', year, 'yearStartsOn', year_starts_on) ORDER BY year_starts_on DESC, kind = 'year', starts_on), '[]') FROM periods),
      'chosen', (SELECT id FROM chosen),
      'periodRegulationId', (SELECT gp.regulation_id FROM chosen JOIN group_period gp ON gp.period_id = chosen.id
        JOIN e ON e.group_id = gp.group_id ORDER BY e.starts_on DESC LIMIT 1),
      'sections', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'groupId', s.group_id, 'courseId', s.course_id, 'course', s.course,
          'index', s.index, 'passFail', s.pass_fail, 'entryYear', s.entry_year, 'since', s.since, 'member', s.member,
          'controlForm', coalesce((SELECT sp.control_form FROM section_period sp WHERE sp.section_id = s.id AND sp.period_id = chosen.id), 'none'),
          'teachers', (SELECT json_agg(json_build_object('lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)
              ORDER BY t.starts_on) FROM teaching_assignment t JOIN person p ON p.id = t.teacher_id WHERE t.section_id = s.id
            AND t.starts_on <= chosen.ends_on AND (t.ends_on IS NULL OR t.ends_on >= least(chosen.ends_on, ${today}::date))))), '[]')
        FROM s, chosen),
      'marks', (SELECT coalesce(json_agg(json_build_object('sectionId', l.section_id, 'assignmentId', a.id, 'date', l.date, 'topic', l.topic,
          'taskType', a.task_type, 'title', a.title, 'dueOn', a.due_on, 'value', m.value, 'comment', m.comment,
          'at', extract(epoch FROM m.entered_at)::int, 'presence', ev.presence, 'reason', ev.reason,
          'open', (gp.locked_at IS NULL OR EXISTS (SELECT 1 FROM section_reopening r WHERE r.section_id = l.section_id
            AND r.period_id = l.period_id AND r.open_until > app_now())))
          ORDER BY l.date, l.class_period, a.ordinal), '[]')
        FROM mark m JOIN assignment a ON a.id = m.assignment_id JOIN l ON l.id = a.lesson_id
          JOIN group_period gp ON gp.group_id = l.group_id AND gp.period_id = l.period_id
          LEFT JOIN attendance_event ev ON ev.lesson_id = l.id AND ev.student_id = m.student_id
        WHERE m.student_id = ${student} AND (m.value IS NOT NULL OR m.required)),
      'attendance', (SELECT coalesce(json_agg(json_build_object('lessonId', l.id, 'sectionId', l.section_id, 'date', l.date,
          'classPeriod', l.class_period, 'hours', l.hours, 'presence', ev.presence, 'reason', ev.reason) ORDER BY l.date, l.class_period), '[]')
        FROM attendance_event ev JOIN l ON l.id = ev.lesson_id WHERE ev.student_id = ${student} AND ev.presence IS NOT NULL),
      'grades', (SELECT coalesce(json_agg(json_build_object('sectionId', g.section_id, 'value', g.value, 'proposed', g.proposed,
          'reason', g.reason)), '[]')
        FROM chosen JOIN grade g ON g.period_id = chosen.id AND g.student_id = ${student} AND g.section_id IN (SELECT id FROM s)
        WHERE g.published_at IS NOT NULL AND g.value IS NOT NULL)) AS period`;
  const [row] = rows;
  if (!row) throw new Error('one row expected');
  return row.period;
}
