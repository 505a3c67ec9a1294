import type { Actor } from '@/access/actor';
import type { Db } from '@/server/db';

/** A journal that a scheme can be written for; academic hours of its year by the load. */
export type SchemeJournal = {
  id: number;
  group: string;
  subgroup: string | null;
  index: string;
  hours: number;
  chosen: boolean;
};

type Place = { id: number; firstId: number | null; courseId: number };

/**
 * Journals of the course in open years that are the actor's (`taught`) or chosen already, that nobody else writes a scheme for
 * and whose lessons follow no other one.
 */
export async function journalsOfScheme(
  db: Db,
  actor: Actor,
  scheme: Place,
  taught: readonly number[],
): Promise<SchemeJournal[]> {
  const line = scheme.firstId ?? scheme.id;
  return db.$queryRaw<SchemeJournal[]>`
    SELECT c.id, g.name AS "group", sg.name AS subgroup, i.index,
      (SELECT coalesce(sum(planned_hours), 0)::int FROM section_period WHERE section_id = c.id) AS hours,
      EXISTS (SELECT 1 FROM scheme_section WHERE scheme_id = ${scheme.id} AND section_id = c.id) AS chosen
    FROM course_section c JOIN curriculum_item i ON i.id = c.item_id JOIN academic_year y ON y.id = c.year_id
      JOIN student_group g ON g.id = c.group_id LEFT JOIN subgroup sg ON sg.id = c.subgroup_id
    WHERE i.course_id = ${scheme.courseId} AND y.closed_at IS NULL AND y.ends_on >= ${actor.today}::date
      AND (c.id = ANY (${[...taught]}::int[]) OR EXISTS (SELECT 1 FROM scheme_section WHERE scheme_id = ${scheme.id} AND section_id = c.id))
      AND NOT EXISTS (SELECT 1 FROM scheme_section t JOIN scheme_of_work w ON w.id = t.scheme_id
        WHERE t.section_id = c.id AND w.state <> 'approved' AND w.id <> ${scheme.id})
      AND NOT EXISTS (SELECT 1 FROM lesson l JOIN planned_topic p ON p.id = l.planned_topic_id JOIN scheme_of_work w ON w.id = p.scheme_id
        WHERE l.section_id = c.id AND coalesce(w.first_id, w.id) <> ${line})
    ORDER BY g.name, sg.name, c.id`;
}
