import { type Actor, canAny } from '@/access/actor';
import { db } from '@/server/db';
import type { LibraryLine } from './scheme-view';

const most = 100;

/**
 * The base of approved КТП: the newest version of each, by words of the course, the programme or the author. `courseId`
 * of a journal: those that can be the beginning of its own. Null without the right.
 */
export async function loadLibrary(
  actor: Actor,
  { query = '', sectionId = null }: { query?: string; sectionId?: number | null },
): Promise<LibraryLine[] | null> {
  if (!canAny(actor, ['scheme.enter', 'scheme.approve', 'journal.viewAll'])) return null;
  const words = `%${query.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  return db().$queryRaw<LibraryLine[]>`
    WITH found AS (
      SELECT w.id, w.title, k.name AS course, w.version, w.approved_on::text AS "approvedOn",
        p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '') AS author,
        coalesce((SELECT string_agg(DISTINCT sp.code || ' ' || sp.name, ', ') FROM curriculum_item i JOIN curriculum cu ON cu.id = i.curriculum_id
          JOIN study_program sp ON sp.id = cu.program_id WHERE EXISTS (SELECT 1 FROM course_section c WHERE c.item_id = i.id
            AND (c.scheme_id = w.id OR EXISTS (SELECT 1 FROM scheme_section t WHERE t.scheme_id = w.id AND t.section_id = c.id)))), '') AS programs
      FROM scheme_of_work w JOIN course k ON k.id = w.course_id JOIN person p ON p.id = w.author_id
      WHERE w.state = 'approved' AND (${sectionId}::int IS NULL OR w.course_id = (SELECT i.course_id FROM course_section c
          JOIN curriculum_item i ON i.id = c.item_id WHERE c.id = ${sectionId}))
        AND NOT EXISTS (SELECT 1 FROM scheme_of_work later WHERE later.first_id = coalesce(w.first_id, w.id) AND later.state = 'approved'
          AND later.version > w.version))
    SELECT found.*, n.topics::int, n.hours::int FROM found
      JOIN LATERAL (SELECT count(*) AS topics, coalesce(sum(hours), 0) AS hours FROM planned_topic WHERE scheme_id = found.id) n ON true
    WHERE title ILIKE ${words} OR course ILIKE ${words} OR author ILIKE ${words} OR programs ILIKE ${words}
    ORDER BY course, "approvedOn" DESC, id DESC LIMIT ${most}`;
}
