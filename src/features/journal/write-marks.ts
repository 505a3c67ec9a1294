import type { MarkValue } from '@/domain/types';
import type { Db } from '@/server/db';
import type { EditConflict } from './cell-edits';
import { lockMarks, markKey, type StoredMark } from './lock-cells';
import type { AuthoredStep, Authorship, WriteResult } from './written';

/** A mark to be written over the version the author saw (0: no row yet). */
export type MarkWrite = Authorship & {
  lessonId: number;
  assignmentId: number;
  studentId: number;
  value: MarkValue | null;
  required: boolean;
  comment: string | null;
  version: number;
};

/** One statement for the whole batch; a row that changed meanwhile is not written but answered as a conflict. */
export async function writeMarks(
  tx: Db,
  writes: readonly MarkWrite[],
  stored: ReadonlyMap<string, StoredMark>,
): Promise<WriteResult<StoredMark>> {
  const fresh = writes.filter((write) => (stored.get(markKey(write))?.version ?? 0) === write.version);
  const rows = fresh.length === 0 ? [] : await upsert(tx, fresh);
  const written = new Set(rows.map(markKey));
  const missed = writes.filter((write) => !written.has(markKey(write)));
  const newer = missed.length === 0 ? stored : new Map([...stored, ...(await lockMarks(tx, missed))]);
  return {
    written: rows,
    conflicts: missed.flatMap((write) => conflictOf(write, newer.get(markKey(write)))),
    steps: fresh
      .filter((write) => written.has(markKey(write)))
      .flatMap((write) => stepsOf(write, stored.get(markKey(write)))),
  };
}

function upsert(tx: Db, writes: readonly MarkWrite[]): Promise<StoredMark[]> {
  return tx.$queryRaw<StoredMark[]>`
    WITH edit AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(writes)}::jsonb) AS e("lessonId" int, "assignmentId" int,
        "studentId" int, value text, required boolean, comment text, version int, by int, at timestamptz)),
    saved AS (
      INSERT INTO mark AS m (assignment_id, student_id, value, required, comment, version, entered_by_id, entered_at)
      SELECT "assignmentId", "studentId", value, required, comment, version + 1, by, at FROM edit
      ORDER BY "assignmentId", "studentId"
      ON CONFLICT (assignment_id, student_id) DO UPDATE SET value = excluded.value, required = excluded.required,
        comment = excluded.comment, version = m.version + 1, entered_by_id = excluded.entered_by_id,
        entered_at = excluded.entered_at, voided_at = NULL
      WHERE m.version = excluded.version - 1
      RETURNING m.*)
    SELECT edit."lessonId", saved.assignment_id AS "assignmentId", saved.student_id AS "studentId", saved.value, saved.required,
      saved.comment, saved.version, '' AS by, saved.entered_by_id AS "byId", saved.entered_at AS at
    FROM saved JOIN edit ON edit."assignmentId" = saved.assignment_id AND edit."studentId" = saved.student_id`;
}

function conflictOf(write: MarkWrite, current: StoredMark | undefined): EditConflict[] {
  return [
    {
      kind: 'mark',
      lessonId: write.lessonId,
      studentId: write.studentId,
      assignmentId: write.assignmentId,
      version: current?.version ?? 0,
      value: current?.value ?? null,
      required: current?.required ?? false,
      by: current?.by ?? '',
      at: current?.at.toISOString() ?? '',
    },
  ];
}

function stepsOf(write: MarkWrite, before: StoredMark | undefined): AuthoredStep[] {
  const place = {
    entity: 'mark',
    lessonId: write.lessonId,
    studentId: write.studentId,
    assignmentId: write.assignmentId,
    version: write.version + 1,
    by: write.by,
    at: write.at,
  };
  const value = { ...place, field: 'value', before: before?.value ?? null, after: write.value };
  const steps: AuthoredStep[] = [value];
  const wasRequired = before?.required ?? false;
  if (wasRequired !== write.required) {
    steps.push({ ...place, field: 'required', before: String(wasRequired), after: String(write.required) });
  }
  const comment = before?.comment ?? null;
  if (comment !== write.comment) steps.push({ ...place, field: 'comment', before: comment, after: write.comment });
  return steps;
}
