import type { PersonName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

/** A step of the audit that touched a journal of the group. */
export type ReadAccess = {
  at: Date;
  person: PersonName | null;
  course: string;
  /** Of a lesson; null for a grade of a period. */
  date: LocalDate | null;
  topic: string;
  period: string;
  periodEnd: LocalDate;
  student: PersonName | null;
  entity: string;
  field: string;
  assignment: string | null;
  taskType: string | null;
  before: string | null;
  after: string | null;
  /** The period's own version, where it is locked. */
  regulationId: number | null;
  /** How many steps there are, with those left out. */
  total: number;
};

export type AccessScope = {
  groupId: number;
  section: number | null;
  teacher: number | null;
  period: number | null;
  since: Date | null;
  until: Date | null;
};

/** The newest `most` steps of a group's journals, the latest first, in one statement. */
export function readAccess(db: Db, scope: AccessScope, most: number): Promise<ReadAccess[]> {
  const { groupId, section, teacher, period, since, until } = scope;
  return db.$queryRaw<ReadAccess[]>`
    WITH journals AS MATERIALIZED (
      SELECT c.id, i.index || coalesce(', ' || sg.name, '') AS course FROM course_section c JOIN curriculum_item i ON i.id = c.item_id
        LEFT JOIN subgroup sg ON sg.id = c.subgroup_id
      WHERE c.group_id = ${groupId} AND (${section}::int IS NULL OR c.id = ${section}::int)),
    steps AS (
      SELECT c.id, c.event_id, c.entity, c.field, c.assignment_id, c.student_id, c.before, c.after, l.section_id, l.period_id, l.date, l.topic
      FROM audit_change c JOIN lesson l ON l.id = c.lesson_id
      WHERE l.section_id IN (SELECT id FROM journals) AND (${period}::int IS NULL OR l.period_id = ${period}::int)
        AND c.entity IN ('attendance', 'mark', 'assignment', 'homework', 'lesson') AND c.field NOT IN ('planned_topic_id', 'teacher_id')
      UNION ALL
      SELECT c.id, c.event_id, c.entity, c.field, NULL, c.student_id, c.before, c.after, c.record_id, c.period_id, NULL, ''
      FROM audit_change c
      WHERE c.entity = 'grade' AND c.record_id IN (SELECT id FROM journals) AND (${period}::int IS NULL OR c.period_id = ${period}::int)),
    told AS (
      SELECT s.*, e.at, e.person_id, count(*) OVER ()::int AS total FROM steps s JOIN audit_event e ON e.id = s.event_id
      WHERE (s.before IS NOT NULL OR s.after IS NOT NULL) AND (${teacher}::int IS NULL OR e.person_id = ${teacher}::int)
        AND (${since}::timestamptz IS NULL OR e.at >= ${since}) AND (${until}::timestamptz IS NULL OR e.at < ${until})
      ORDER BY s.id DESC LIMIT ${most})
    SELECT t.at, j.course, t.date::text AS date, t.topic, ap.name AS period, ap.ends_on::text AS "periodEnd", t.entity, t.field,
      nullif(a.title, '') AS assignment, a.task_type AS "taskType", t.before, t.after, gp.regulation_id AS "regulationId", t.total,
      CASE WHEN p.id IS NOT NULL THEN json_build_object('lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) END AS person,
      CASE WHEN st.id IS NOT NULL THEN json_build_object('lastName', st.last_name, 'firstName', st.first_name, 'middleName', st.middle_name) END AS student
    FROM told t JOIN journals j ON j.id = t.section_id JOIN academic_period ap ON ap.id = t.period_id
      JOIN group_period gp ON gp.group_id = ${groupId} AND gp.period_id = t.period_id
      LEFT JOIN assignment a ON a.id = t.assignment_id LEFT JOIN person p ON p.id = t.person_id LEFT JOIN person st ON st.id = t.student_id
    ORDER BY t.id DESC`;
}
