import { type Actor, can } from '@/access/actor';
import { db } from '@/server/db';
import type { ProgrammeLine } from './scheme-view';

/** Lines of the plans that are taught in the year, with the day on which their programme was approved; null without the right. */
export async function loadProgrammes(actor: Actor, yearId: number): Promise<ProgrammeLine[] | null> {
  if (!can(actor, 'scheme.approve')) return null;
  return db().$queryRaw<ProgrammeLine[]>`
    SELECT i.id AS "itemId", i.index, k.name AS course, sp.code || ', ' || cu.entry_year AS program,
      string_agg(DISTINCT g.name, ', ') AS groups, wp.approved_on::text AS "approvedOn"
    FROM course_section c JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      JOIN curriculum cu ON cu.id = i.curriculum_id JOIN study_program sp ON sp.id = cu.program_id
      JOIN student_group g ON g.id = c.group_id LEFT JOIN work_programme wp ON wp.item_id = i.id
    WHERE c.year_id = ${yearId} AND k.kind::text <> 'finalAssessment'
    GROUP BY i.id, i.index, k.name, sp.code, cu.entry_year, wp.approved_on
    ORDER BY wp.approved_on IS NOT NULL, sp.code, cu.entry_year, i.index`;
}
