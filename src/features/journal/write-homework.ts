import type { Db } from '@/server/db';
import type { AuthoredStep, Authorship, WriteResult } from './written';

type Cell = { lessonId: number; studentId: number };
export type HomeworkWrite = Cell & Authorship & { text: string; version: number };
type StoredHomework = Cell & { text: string; version: number };

const keyOf = (cell: Cell) => `${cell.lessonId} ${cell.studentId}`;

/** Individual homework of a batch; an emptied text keeps its row. */
export async function writeHomework(
  tx: Db,
  writes: readonly HomeworkWrite[],
): Promise<WriteResult<Cell & { version: number }>> {
  if (writes.length === 0) return { written: [], conflicts: [], steps: [] };
  const stored = await read(tx, writes);
  const fresh = writes.filter((write) => (stored.get(keyOf(write))?.version ?? 0) === write.version);
  const rows = await tx.$queryRaw<(Cell & { version: number })[]>`
    INSERT INTO individual_homework AS h (lesson_id, student_id, text, version)
    SELECT "lessonId", "studentId", text, version + 1
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) AS w("lessonId" int, "studentId" int, text text, version int)
    ORDER BY 1, 2
    ON CONFLICT (lesson_id, student_id) DO UPDATE SET text = excluded.text, version = h.version + 1, voided_at = NULL
    WHERE h.version = excluded.version - 1
    RETURNING lesson_id AS "lessonId", student_id AS "studentId", version`;
  const written = new Set(rows.map(keyOf));
  const missed = writes.filter((write) => !written.has(keyOf(write)));
  const newer = missed.length === 0 ? stored : await read(tx, missed);
  return {
    written: rows,
    conflicts: missed.map((write) => ({
      kind: 'homework',
      lessonId: write.lessonId,
      studentId: write.studentId,
      assignmentId: null,
      version: newer.get(keyOf(write))?.version ?? 0,
      value: newer.get(keyOf(write))?.text ?? null,
      required: false,
      by: '',
      at: '',
    })),
    steps: fresh.filter((write) => written.has(keyOf(write))).map((write) => stepOf(write, stored.get(keyOf(write)))),
  };
}

async function read(tx: Db, cells: readonly Cell[]): Promise<Map<string, StoredHomework>> {
  const rows = await tx.$queryRaw<StoredHomework[]>`
    SELECT lesson_id AS "lessonId", student_id AS "studentId", text, version FROM individual_homework
    WHERE (lesson_id, student_id) IN (
      SELECT * FROM unnest(${cells.map((cell) => cell.lessonId)}::int[], ${cells.map((cell) => cell.studentId)}::int[]))
    ORDER BY lesson_id, student_id FOR UPDATE`;
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function stepOf(write: HomeworkWrite, before: StoredHomework | undefined): AuthoredStep {
  return {
    entity: 'homework',
    field: 'text',
    lessonId: write.lessonId,
    studentId: write.studentId,
    before: before?.text ?? null,
    after: write.text,
    version: write.version + 1,
    by: write.by,
    at: write.at,
  };
}
