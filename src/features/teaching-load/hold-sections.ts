import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

export type HeldSection = {
  sectionId: number;
  groupId: number;
  yearId: number;
  courseId: number;
  subgroupId: number | null;
  streamId: number | null;
  /** «ОП.04, ИСП-25-1 (1-я подгруппа)» */
  title: string;
  /** The first and the last day of its periods. */
  from: LocalDate;
  to: LocalDate;
  assignments: {
    id: number;
    teacherId: number;
    startsOn: LocalDate;
    endsOn: LocalDate | null;
    orderId: number | null;
  }[];
  /** Lessons that somebody has entered, and all that stand. */
  entered: number;
  laid: number;
};

/** Journals with their teachers, locked until the commit. @throws Refusal NOT_FOUND for one that is not there or of another group */
export async function holdSections(tx: Db, ids: readonly number[], groupId: number | null): Promise<HeldSection[]> {
  await tx.$queryRaw`SELECT id FROM course_section WHERE id = ANY (${ids}::int[]) ORDER BY id FOR NO KEY UPDATE`;
  const rows = await tx.$queryRaw<HeldSection[]>`
    SELECT s.id AS "sectionId", s.group_id AS "groupId", s.year_id AS "yearId", i.course_id AS "courseId", s.subgroup_id AS "subgroupId",
      s.stream_id AS "streamId", i.index || ', ' || g.name || coalesce(' (' || sub.name || ')', '') AS title,
      coalesce((SELECT min(p.starts_on) FROM section_period sp JOIN academic_period p ON p.id = sp.period_id WHERE sp.section_id = s.id), y.starts_on)::text AS from,
      coalesce((SELECT max(p.ends_on) FROM section_period sp JOIN academic_period p ON p.id = sp.period_id WHERE sp.section_id = s.id), y.ends_on)::text AS to,
      coalesce((SELECT json_agg(json_build_object('id', a.id, 'teacherId', a.teacher_id, 'startsOn', a.starts_on::text,
        'endsOn', a.ends_on::text, 'orderId', a.order_id) ORDER BY a.starts_on, a.id) FROM teaching_assignment a WHERE a.section_id = s.id), '[]') AS assignments,
      (SELECT count(*) FROM lesson l WHERE l.section_id = s.id AND l.entered_at IS NOT NULL)::int AS entered,
      (SELECT count(*) FROM lesson l WHERE l.section_id = s.id AND l.state <> 'cancelled')::int AS laid
    FROM course_section s JOIN curriculum_item i ON i.id = s.item_id JOIN student_group g ON g.id = s.group_id
      JOIN academic_year y ON y.id = s.year_id LEFT JOIN subgroup sub ON sub.id = s.subgroup_id
    WHERE s.id = ANY (${ids}::int[]) AND y.closed_at IS NULL AND (${groupId}::int IS NULL OR s.group_id = ${groupId}::int) ORDER BY s.id`;
  if (rows.length < new Set(ids).size) throw new Refusal('NOT_FOUND');
  return rows;
}
