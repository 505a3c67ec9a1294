import type { AuthorKind } from '@/domain/types';
import type { SectionContext } from './section-context';
import { cellKey, type StoredAttendance } from './write-attendance';

/** In which quality presence and reason of a cell were written last; null: nobody has. */
export type AttendanceAuthors = { presence: AuthorKind | null; reason: AuthorKind | null };

type Row = { lessonId: number; studentId: number; presence: boolean | null; reason: boolean | null };

/**
 * Who wrote the present values, as far as C-01 «who wins» asks it: whether the author spoke for the side that prevails on
 * the day of entry. Somebody who was both counts for that side. Keyed by cell; empty where the later entry stands.
 */
export async function attendanceAuthors(
  { tx, regulation, section, actor }: SectionContext,
  stored: ReadonlyMap<string, StoredAttendance>,
): Promise<ReadonlyMap<string, AttendanceAuthors>> {
  const { prevails } = regulation.attendance;
  if (prevails === 'last' || stored.size === 0) return new Map();
  const cells = [...stored.values()];
  const rows = await tx.$queryRaw<Row[]>`
    WITH term AS (
      SELECT staff_id AS person, starts_on, ends_on FROM curatorship WHERE ${prevails} = 'curator' AND group_id = ${section.groupId}
      UNION ALL
      SELECT teacher_id, starts_on, ends_on FROM teaching_assignment WHERE ${prevails} = 'teacher' AND section_id = ${section.id}),
    entry AS (
      SELECT e.lesson_id, e.student_id, l.teacher_id, f.*
      FROM attendance_event e JOIN lesson l ON l.id = e.lesson_id, LATERAL (VALUES
        ('presence', e.presence_by_id, (e.presence_at AT TIME ZONE ${actor.timeZone})::date),
        ('reason', e.reason_by_id, (e.reason_at AT TIME ZONE ${actor.timeZone})::date)) AS f(field, person, entered_on)
      WHERE f.person IS NOT NULL AND (e.lesson_id, e.student_id) IN (
        SELECT * FROM unnest(${cells.map((cell) => cell.lessonId)}::int[], ${cells.map((cell) => cell.studentId)}::int[]))),
    judged AS (
      SELECT lesson_id, student_id, field, (${prevails} = 'teacher' AND teacher_id = entry.person) OR EXISTS (SELECT 1 FROM term
        WHERE term.person = entry.person AND starts_on <= entered_on AND (ends_on IS NULL OR ends_on >= entered_on)) AS prevails
      FROM entry)
    SELECT lesson_id AS "lessonId", student_id AS "studentId", bool_or(prevails) FILTER (WHERE field = 'presence') AS presence,
      bool_or(prevails) FILTER (WHERE field = 'reason') AS reason
    FROM judged GROUP BY lesson_id, student_id`;
  const other = prevails === 'curator' ? 'teacher' : 'curator';
  const kind = (isPrevailing: boolean | null) => (isPrevailing === null ? null : isPrevailing ? prevails : other);
  return new Map(rows.map((row) => [cellKey(row), { presence: kind(row.presence), reason: kind(row.reason) }]));
}
