import type { MarkValue } from '@/domain/types';
import type { Db } from '@/server/db';
import { Prisma } from '@/server/prisma/client';
import type { StoredAssignment } from './write-assignments';

export type StoredMark = {
  lessonId: number;
  assignmentId: number;
  studentId: number;
  value: MarkValue | null;
  required: boolean;
  comment: string | null;
  version: number;
  by: string;
  byId: number;
  at: Date;
};

type Cell = { assignmentId: number; studentId: number };
type MarkRow = Omit<StoredMark, 'at'> & { at: string };

export const markKey = ({ assignmentId, studentId }: Cell) => `${assignmentId} ${studentId}`;

/** Present rows of the cells; locked in key order, so that two batches never wait for each other crosswise. */
const lockedMarks = (cells: readonly Cell[]) => Prisma.sql`
  SELECT a.lesson_id AS "lessonId", m.assignment_id AS "assignmentId", m.student_id AS "studentId", m.value, m.required,
    m.comment, m.version, p.last_name || ' ' || left(p.first_name, 1) || '.' AS by, m.entered_by_id AS "byId", m.entered_at AS at
  FROM mark m JOIN assignment a ON a.id = m.assignment_id JOIN person p ON p.id = m.entered_by_id
  JOIN unnest(${cells.map((cell) => cell.assignmentId)}::int[], ${cells.map((cell) => cell.studentId)}::int[]) AS k(a, s)
    ON k.a = m.assignment_id AND k.s = m.student_id
  ORDER BY m.assignment_id, m.student_id FOR UPDATE OF m`;

export async function lockMarks(tx: Db, cells: readonly Cell[]): Promise<Map<string, StoredMark>> {
  if (cells.length === 0) return new Map();
  const rows = await tx.$queryRaw<StoredMark[]>(lockedMarks(cells));
  return new Map(rows.map((row) => [markKey(row), row]));
}

/** All assignments of the lessons and the present marks of the cells, in one statement: a save is made of few. */
export async function lockCells(
  tx: Db,
  lessonIds: readonly number[],
  cells: readonly Cell[],
): Promise<{ assignments: StoredAssignment[]; marks: Map<string, StoredMark> }> {
  if (lessonIds.length === 0) return { assignments: [], marks: new Map() };
  const [row] = await tx.$queryRaw<{ assignments: StoredAssignment[]; marks: MarkRow[] }[]>`
    WITH assignments AS (
      SELECT id, lesson_id AS "lessonId", task_type AS "taskType", title, required, ordinal, due_on::text AS "dueOn", version
      FROM assignment WHERE lesson_id = ANY (${[...lessonIds]}::int[]) ORDER BY id FOR NO KEY UPDATE),
    marks AS (${lockedMarks(cells)})
    SELECT coalesce((SELECT json_agg(assignments) FROM assignments), '[]') AS assignments,
      coalesce((SELECT json_agg(marks) FROM marks), '[]') AS marks`;
  const marks = (row?.marks ?? []).map((mark): StoredMark => ({ ...mark, at: new Date(mark.at) }));
  return { assignments: row?.assignments ?? [], marks: new Map(marks.map((mark) => [markKey(mark), mark])) };
}
