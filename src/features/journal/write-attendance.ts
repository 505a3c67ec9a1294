import type { Presence } from '@/domain/types';
import type { Db } from '@/server/db';
import type { EditConflict } from './cell-edits';
import type { AuthoredStep, Authorship, WriteResult } from './written';

type Cell = { lessonId: number; studentId: number };
export type PresenceWrite = Cell & Authorship & { value: Presence; version: number };
export type ReasonWrite = Cell & Authorship & { value: string | null; note: string | null; version: number };

export type StoredAttendance = Cell & {
  presence: Presence;
  presenceVersion: number;
  presenceBy: string;
  presenceById: number | null;
  presenceAt: Date | null;
  reason: string | null;
  reasonVersion: number;
  reasonNote: string | null;
  reasonBy: string;
  reasonById: number | null;
  reasonAt: Date | null;
};

export const cellKey = (cell: Cell) => `${cell.lessonId} ${cell.studentId}`;

/** Present rows of the cells, locked in key order. */
export async function lockAttendance(tx: Db, cells: readonly Cell[]): Promise<Map<string, StoredAttendance>> {
  if (cells.length === 0) return new Map();
  const rows = await tx.$queryRaw<StoredAttendance[]>`
    SELECT e.lesson_id AS "lessonId", e.student_id AS "studentId", e.presence::text AS presence,
      e.presence_version AS "presenceVersion", coalesce(p.last_name || ' ' || left(p.first_name, 1) || '.', '') AS "presenceBy",
      e.presence_by_id AS "presenceById", e.presence_at AS "presenceAt", e.reason, e.reason_version AS "reasonVersion", e.reason_note AS "reasonNote",
      coalesce(r.last_name || ' ' || left(r.first_name, 1) || '.', '') AS "reasonBy", e.reason_by_id AS "reasonById",
      e.reason_at AS "reasonAt"
    FROM attendance_event e LEFT JOIN person p ON p.id = e.presence_by_id LEFT JOIN person r ON r.id = e.reason_by_id
    WHERE (e.lesson_id, e.student_id) IN (
      SELECT * FROM unnest(${cells.map((cell) => cell.lessonId)}::int[], ${cells.map((cell) => cell.studentId)}::int[]))
    ORDER BY e.lesson_id, e.student_id FOR UPDATE OF e`;
  return new Map(rows.map((row) => [cellKey(row), row]));
}

/** Presence of a batch in one statement. Taking an absence back also drops its reason (refuse-attendance rule of domain). */
export async function writePresences(
  tx: Db,
  writes: readonly PresenceWrite[],
  stored: ReadonlyMap<string, StoredAttendance>,
): Promise<WriteResult<Cell & { version: number; at: Date }>> {
  const fresh = writes.filter((write) => (stored.get(cellKey(write))?.presenceVersion ?? 0) === write.version);
  const rows =
    fresh.length === 0
      ? []
      : await tx.$queryRaw<(Cell & { version: number; at: Date })[]>`
    INSERT INTO attendance_event AS e (lesson_id, student_id, presence, presence_version, presence_by_id, presence_at)
    SELECT "lessonId", "studentId", value::presence, version + 1, by, at
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      AS w("lessonId" int, "studentId" int, value text, version int, by int, at timestamptz)
    ORDER BY 1, 2
    ON CONFLICT (lesson_id, student_id) DO UPDATE SET presence = excluded.presence, presence_version = e.presence_version + 1,
      presence_by_id = excluded.presence_by_id, presence_at = excluded.presence_at, voided_at = NULL,
      reason = CASE WHEN excluded.presence = 'absent' THEN e.reason END,
      reason_version = e.reason_version + (excluded.presence IS DISTINCT FROM 'absent' AND e.reason IS NOT NULL)::int
    WHERE e.presence_version = excluded.presence_version - 1
    RETURNING e.lesson_id AS "lessonId", e.student_id AS "studentId", e.presence_version AS version, e.presence_at AS at`;
  const written = new Set(rows.map(cellKey));
  const missed = writes.filter((write) => !written.has(cellKey(write)));
  const newer = missed.length === 0 ? stored : new Map([...stored, ...(await lockAttendance(tx, missed))]);
  return {
    written: rows,
    conflicts: missed.map((write) => presenceConflict(write, newer.get(cellKey(write)))),
    steps: fresh
      .filter((write) => written.has(cellKey(write)))
      .flatMap((write) => presenceSteps(write, stored.get(cellKey(write)))),
  };
}

/** Reasons of a batch in one statement. */
export async function writeReasons(
  tx: Db,
  writes: readonly ReasonWrite[],
  stored: ReadonlyMap<string, StoredAttendance>,
): Promise<WriteResult<Cell & { version: number }>> {
  const fresh = writes.filter((write) => (stored.get(cellKey(write))?.reasonVersion ?? 0) === write.version);
  const rows =
    fresh.length === 0
      ? []
      : await tx.$queryRaw<(Cell & { version: number })[]>`
    INSERT INTO attendance_event AS e (lesson_id, student_id, reason, reason_version, reason_by_id, reason_at, reason_note)
    SELECT "lessonId", "studentId", value, version + 1, by, at, note
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
      AS w("lessonId" int, "studentId" int, value text, note text, version int, by int, at timestamptz)
    ORDER BY 1, 2
    ON CONFLICT (lesson_id, student_id) DO UPDATE SET reason = excluded.reason, reason_version = e.reason_version + 1,
      reason_by_id = excluded.reason_by_id, reason_at = excluded.reason_at, reason_note = excluded.reason_note,
      voided_at = NULL
    WHERE e.reason_version = excluded.reason_version - 1
    RETURNING e.lesson_id AS "lessonId", e.student_id AS "studentId", e.reason_version AS version`;
  const written = new Set(rows.map(cellKey));
  const missed = writes.filter((write) => !written.has(cellKey(write)));
  const newer = missed.length === 0 ? stored : new Map([...stored, ...(await lockAttendance(tx, missed))]);
  return {
    written: rows,
    conflicts: missed.map((write) => reasonConflict(write, newer.get(cellKey(write)))),
    steps: fresh
      .filter((write) => written.has(cellKey(write)))
      .flatMap((write) => reasonSteps(write, stored.get(cellKey(write)))),
  };
}

function presenceSteps(write: PresenceWrite, before: StoredAttendance | undefined): AuthoredStep[] {
  const step: AuthoredStep = {
    entity: 'attendance',
    field: 'presence',
    lessonId: write.lessonId,
    studentId: write.studentId,
    before: before?.presence ?? null,
    after: write.value,
    version: write.version + 1,
    by: write.by,
    at: write.at,
  };
  const dropped = write.value !== 'absent' && before?.reason ? before : undefined;
  return dropped
    ? [step, { ...step, field: 'reason', before: dropped.reason, after: null, version: dropped.reasonVersion + 1 }]
    : [step];
}

function reasonSteps(write: ReasonWrite, before: StoredAttendance | undefined): AuthoredStep[] {
  const step: AuthoredStep = {
    entity: 'attendance',
    field: 'reason',
    lessonId: write.lessonId,
    studentId: write.studentId,
    before: before?.reason ?? null,
    after: write.value,
    version: write.version + 1,
    by: write.by,
    at: write.at,
  };
  const note = before?.reasonNote ?? null;
  return note === write.note ? [step] : [step, { ...step, field: 'reason_note', before: note, after: write.note }];
}

function presenceConflict(write: PresenceWrite, current: StoredAttendance | undefined): EditConflict {
  return {
    ...place(write),
    kind: 'presence',
    version: current?.presenceVersion ?? 0,
    value: current?.presence ?? null,
    by: current?.presenceBy ?? '',
    at: current?.presenceAt?.toISOString() ?? '',
  };
}

function reasonConflict(write: ReasonWrite, current: StoredAttendance | undefined): EditConflict {
  return {
    ...place(write),
    kind: 'reason',
    version: current?.reasonVersion ?? 0,
    value: current?.reason ?? null,
    by: current?.reasonBy ?? '',
    at: current?.reasonAt?.toISOString() ?? '',
  };
}

function place(write: Cell): Pick<EditConflict, 'lessonId' | 'studentId' | 'assignmentId' | 'required'> {
  return { lessonId: write.lessonId, studentId: write.studentId, assignmentId: null, required: false };
}
