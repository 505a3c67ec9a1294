import type { Actor } from '@/access/actor';
import { sectionsVisibleTo } from '@/access/scope';
import { fillDeadline, isLate } from '@/domain/deadlines/deadlines';
import { db } from '@/server/db';
import { activeRegulation } from '@/server/regulation';
import { roleLabels } from '@/texts/labels';

export type HistoryEntry = {
  at: string;
  by: string;
  role: string;
  /** «mark», «presence», «reason», «topic» … the field's own name. */
  what: string;
  assignment: string | null;
  before: string | null;
  after: string | null;
  late: boolean;
};

type Row = Omit<HistoryEntry, 'at' | 'role' | 'late'> & { at: Date; roles: string; date: string };

/**
 * Every value that a cell (lesson × student) or a lesson had, oldest first, with author, role and real time (R-077, T-086).
 * Null when the lesson is not in the actor's sight.
 */
export async function loadHistory(
  actor: Actor,
  place: { sectionId: number; lessonId: number; studentId: number | null },
): Promise<HistoryEntry[] | null> {
  const { sectionId, lessonId, studentId } = place;
  const lesson = await db().lesson.findFirst({
    where: { id: lessonId, section: { AND: [{ id: sectionId }, sectionsVisibleTo(actor)] } },
    select: { id: true },
  });
  if (!lesson) return null;
  const rows = await db().$queryRaw<Row[]>`
    SELECT e.at, coalesce(p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', ''), 'Ведомость') AS by,
      e.roles, CASE WHEN c.entity = 'attendance' OR c.entity = 'lesson' THEN c.field ELSE c.entity END AS what,
      a.title AS assignment, c.before, c.after, l.date::text AS date
    FROM audit_change c JOIN audit_event e ON e.id = c.event_id JOIN lesson l ON l.id = c.lesson_id
      LEFT JOIN person p ON p.id = e.person_id LEFT JOIN assignment a ON a.id = c.assignment_id
    WHERE c.lesson_id = ${lessonId} AND c.student_id IS NOT DISTINCT FROM ${studentId}::int
      AND NOT (c.entity = 'mark' AND c.field <> 'value' AND c.after = 'false')
    ORDER BY c.id LIMIT 500`;
  const { deadlines } = await activeRegulation(actor.today);
  return rows.map(({ at, roles, date, ...row }) => ({
    ...row,
    at: at.toISOString(),
    role: roleWords(roles),
    late: isLate(at, fillDeadline(date, deadlines, actor.timeZone)),
  }));
}

function roleWords(roles: string): string {
  const known = roles
    .split(' ')
    .flatMap((role) => (role in roleLabels ? [roleLabels[role as keyof typeof roleLabels]] : []));
  return known.join(', ');
}
