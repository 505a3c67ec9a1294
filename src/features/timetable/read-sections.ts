import type { TimedSection } from '@/domain/timetable/week-place';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';

export type ReadPeriod = { id: number; yearId: number; name: string; startsOn: LocalDate; endsOn: LocalDate };

/** A period that the group studies by; null when there is none. */
export async function readGroupPeriod(db: Db, groupId: number, periodId: number): Promise<ReadPeriod | null> {
  const [row] = await db.$queryRaw<ReadPeriod[]>`
    SELECT p.id, p.year_id AS "yearId", p.name, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn"
    FROM academic_period p JOIN group_period gp ON gp.period_id = p.id
    WHERE p.id = ${periodId} AND gp.group_id = ${groupId} AND p.kind <> 'year'`;
  return row ?? null;
}

export type ReadSection = TimedSection & {
  index: string;
  course: string;
  subgroup: string | null;
  courseKind: string;
  /** Academic hours of the plan in the period. */
  hours: number;
};

/** The journals of a group in a period's year with their teachers by days and the plan's hours. */
export function readSections(db: Db, groupId: number, period: ReadPeriod): Promise<ReadSection[]> {
  return db.$queryRaw<ReadSection[]>`
    SELECT c.id AS "sectionId", c.group_id AS "groupId", c.subgroup_id AS "subgroupId", c.stream_id AS "streamId", i.index,
      k.name AS course, k.kind::text AS "courseKind", sg.name AS subgroup, coalesce(sp.planned_hours, 0)::int AS hours,
      coalesce((SELECT json_agg(json_build_object('teacherId', t.teacher_id, 'from', t.starts_on, 'to', t.ends_on) ORDER BY t.starts_on, t.id)
        FROM teaching_assignment t WHERE t.section_id = c.id), '[]'::json) AS teachers
    FROM course_section c JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      LEFT JOIN subgroup sg ON sg.id = c.subgroup_id
      LEFT JOIN section_period sp ON sp.section_id = c.id AND sp.period_id = ${period.id}
    WHERE c.group_id = ${groupId} AND c.year_id = ${period.yearId} ORDER BY i.index, k.name, sg.name, c.id`;
}
