import type { Db } from '@/server/db';
import type { ConflictKind, EditConflict } from './cell-edits';

/** Entities whose rows keep no author: the history does. */
const entityOf: Partial<Record<ConflictKind, string>> = {
  assignment: 'assignment',
  removal: 'assignment',
  homework: 'homework',
};

type LastStep = { entity: string; place: string; by: string; at: Date };

/**
 * Names who wrote the newer value of an assignment or of individual homework and when: their last step in the history
 * (R-077, T-083). Other conflicts bring both along. One query, and none where nothing is to be found.
 */
export async function withAuthors(tx: Db, conflicts: readonly EditConflict[]): Promise<EditConflict[]> {
  const unsigned = conflicts.filter(({ kind }) => entityOf[kind] !== undefined);
  if (unsigned.length === 0) return [...conflicts];
  const lessons = [...new Set(unsigned.map(({ lessonId }) => lessonId ?? 0))];
  const steps = await tx.$queryRaw<LastStep[]>`
    SELECT DISTINCT ON (c.entity, place) c.entity, place, e.at,
      coalesce(p.last_name || ' ' || left(p.first_name, 1) || '.', '') AS by
    FROM audit_change c JOIN audit_event e ON e.id = c.event_id LEFT JOIN person p ON p.id = e.person_id,
      LATERAL (SELECT coalesce(c.assignment_id::text, c.lesson_id || ' ' || c.student_id) AS place) k
    WHERE c.lesson_id = ANY (${lessons}::int[]) AND c.entity IN ('assignment', 'homework')
    ORDER BY c.entity, place, c.id DESC`;
  const last = new Map(steps.map((step) => [`${step.entity} ${step.place}`, step]));
  return conflicts.map((conflict) => {
    const { kind, assignmentId, lessonId, studentId } = conflict;
    const step = last.get(`${entityOf[kind]} ${assignmentId ?? `${lessonId} ${studentId}`}`);
    return step ? { ...conflict, by: step.by, at: step.at.toISOString() } : conflict;
  });
}
