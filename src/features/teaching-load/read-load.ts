import type { ControlForm, CourseKind } from '@/domain/curriculum/plan';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

/** A teacher's days in a journal. `given`: hours of its lessons in those days; `order`: «№ 12 от 01.09.2026». */
export type Assignment = {
  id: number;
  teacherId: number;
  name: string;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
  given: number;
  order: { number: string; orderedOn: LocalDate } | null;
};

/** A journal: the whole group or one subgroup. `filled`: hours of the lessons that have been entered; `laid`: of all that stand. */
export type Part = {
  sectionId: number;
  subgroupId: number | null;
  subgroup: string | null;
  division: string | null;
  stream: { id: number; name: string } | null;
  teachers: Assignment[];
  periods: { periodId: number; hours: number }[];
  filled: number;
  laid: number;
};

export type LoadRow = {
  groupId: number;
  itemId: number;
  courseId: number;
  index: string;
  course: string;
  kind: CourseKind;
  terms: { half: 1 | 2; hours: number; controlForm: ControlForm; withCoursework: boolean }[];
  parts: Part[];
};

type Wanted = { yearId: number; startYear: number; groupId: number | null };

/**
 * What the plans ask of groups in a year, line by line, with the journals that are there for it; also journals by a line that the plan
 * no longer has in this year.
 */
export function readLoad(tx: Db, { yearId, startYear, groupId }: Wanted): Promise<LoadRow[]> {
  return tx.$queryRaw<LoadRow[]>`
    WITH studying AS (
      SELECT g.id, g.curriculum_id, (${startYear}::int - g.entry_year) * 2 AS before FROM student_group g
      WHERE (${groupId}::int IS NULL OR g.id = ${groupId}::int) AND EXISTS (
        SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id WHERE gp.group_id = g.id AND p.year_id = ${yearId}))
    SELECT g.id AS "groupId", i.id AS "itemId", k.id AS "courseId", i.index, k.name AS course, k.kind::text AS kind,
      coalesce((SELECT json_agg(json_build_object('half', t.semester - g.before, 'hours', t.hours, 'controlForm', t.control_form,
          'withCoursework', t.with_coursework) ORDER BY t.semester) FROM curriculum_term t WHERE t.item_id = i.id AND t.semester - g.before IN (1, 2)), '[]') AS terms,
      coalesce((SELECT json_agg(json_build_object('sectionId', s.id, 'subgroupId', s.subgroup_id, 'subgroup', sub.name,
          'division', sub.division, 'stream', CASE WHEN st.id IS NULL THEN NULL ELSE json_build_object('id', st.id, 'name', st.name) END,
          'teachers', coalesce((SELECT json_agg(json_build_object('id', a.id, 'teacherId', a.teacher_id,
              'name', p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', ''),
              'startsOn', a.starts_on::text, 'endsOn', a.ends_on::text,
              'order', CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('number', o.number, 'orderedOn', o.ordered_on::text) END,
              'given', coalesce((SELECT sum(l.hours) FROM lesson l WHERE l.section_id = s.id AND l.state <> 'cancelled'
                AND l.date >= a.starts_on AND (a.ends_on IS NULL OR l.date <= a.ends_on)), 0)::int)
            ORDER BY a.starts_on, a.id) FROM teaching_assignment a JOIN person p ON p.id = a.teacher_id
            LEFT JOIN planning_order o ON o.id = a.order_id WHERE a.section_id = s.id), '[]'::json),
          'periods', coalesce((SELECT json_agg(json_build_object('periodId', sp.period_id, 'hours', sp.planned_hours))
            FROM section_period sp WHERE sp.section_id = s.id), '[]'::json),
          'filled', coalesce((SELECT sum(l.hours) FROM lesson l WHERE l.section_id = s.id AND l.entered_at IS NOT NULL
            AND l.state <> 'cancelled'), 0)::int,
          'laid', coalesce((SELECT sum(l.hours) FROM lesson l WHERE l.section_id = s.id AND l.state <> 'cancelled'), 0)::int)
        ORDER BY sub.division, sub.name, s.id)
        FROM course_section s LEFT JOIN subgroup sub ON sub.id = s.subgroup_id LEFT JOIN teaching_stream st ON st.id = s.stream_id
        WHERE s.group_id = g.id AND s.year_id = ${yearId} AND s.item_id = i.id), '[]') AS parts
    FROM studying g JOIN curriculum_item i ON i.curriculum_id = g.curriculum_id JOIN course k ON k.id = i.course_id
    WHERE EXISTS (SELECT 1 FROM curriculum_term t WHERE t.item_id = i.id AND t.semester - g.before IN (1, 2))
      OR EXISTS (SELECT 1 FROM course_section s WHERE s.group_id = g.id AND s.year_id = ${yearId} AND s.item_id = i.id)
    ORDER BY g.id, i.ordinal, i.id`;
}

/** Lines that have a journal at all; a module and the final attestation have none, an internship may have one. */
export const opensAlone = ({ kind }: Pick<LoadRow, 'kind'>): boolean =>
  kind !== 'professionalModule' && kind !== 'finalAssessment' && kind !== 'internship';

export const mayOpen = ({ kind }: Pick<LoadRow, 'kind'>): boolean =>
  kind !== 'professionalModule' && kind !== 'finalAssessment';

/** Who has the journal now or will have it: the last of its teachers, unless the days are over before the year ends. */
export function holderOf({ teachers }: Pick<Part, 'teachers'>): Assignment | null {
  const last = teachers.at(-1);
  return last && last.endsOn === null ? last : (teachers.find(({ endsOn }) => endsOn === null) ?? null);
}
