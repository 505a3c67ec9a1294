import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { EditConflict } from './cell-edits';
import type { AuthoredStep, Authorship, WriteResult } from './written';

export type AssignmentFields = { taskType: string; title: string; required: boolean; dueOn: LocalDate | null };
export type AssignmentWrite = Authorship & AssignmentFields & { lessonId: number; id: number; version: number };
export type NewAssignment = Authorship & AssignmentFields & { lessonId: number; ref: string };
export type StoredAssignment = AssignmentFields & { id: number; lessonId: number; ordinal: number; version: number };

const fields = ['taskType', 'title', 'required', 'dueOn'] as const;
const columns = { taskType: 'task_type', title: 'title', required: 'required', dueOn: 'due_on' } as const;
const most = 20;

/** Creates assignments after those that the lessons have; answers ids in the order given. @throws Refusal over 20 a lesson */
export async function createAssignments(
  tx: Db,
  created: readonly NewAssignment[],
  existing: readonly StoredAssignment[],
): Promise<{ ids: number[]; steps: AuthoredStep[] }> {
  if (created.length === 0) return { ids: [], steps: [] };
  const next = new Map<number, number>();
  for (const { lessonId, ordinal } of existing) next.set(lessonId, Math.max(next.get(lessonId) ?? 0, ordinal));
  const rows = created.map((assignment) => {
    const ordinal = (next.get(assignment.lessonId) ?? 0) + 1;
    if (ordinal > most)
      throw new Refusal('INVALID', { fields: ['assignments'], detail: `У занятия не больше ${most} заданий` });
    next.set(assignment.lessonId, ordinal);
    return { ...assignment, ordinal };
  });
  const inserted = await tx.$queryRaw<{ id: number; lessonId: number; ordinal: number }[]>`
    INSERT INTO assignment (lesson_id, task_type, title, required, ordinal, due_on)
    SELECT "lessonId", "taskType", title, required, ordinal, "dueOn"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS w("lessonId" int, "taskType" text, title text, required boolean, ordinal smallint, "dueOn" date)
    RETURNING id, lesson_id AS "lessonId", ordinal`;
  const idOf = new Map(inserted.map((row) => [`${row.lessonId} ${row.ordinal}`, row.id]));
  const ids = rows.map((row) => idOf.get(`${row.lessonId} ${row.ordinal}`) ?? 0);
  const steps = rows.flatMap((row, index) =>
    fields.map((field) => stepOf(field, row, ids[index] ?? 0, null, row[field], 1)),
  );
  return { ids, steps };
}

/** Changes assignments over the version the author saw. */
export async function changeAssignments(
  tx: Db,
  writes: readonly AssignmentWrite[],
  stored: ReadonlyMap<number, StoredAssignment>,
): Promise<WriteResult<{ id: number; version: number }>> {
  const result: WriteResult<{ id: number; version: number }> = { written: [], conflicts: [], steps: [] };
  const fresh: AssignmentWrite[] = [];
  for (const write of writes) {
    const before = stored.get(write.id);
    if (!before) continue;
    if (before.version !== write.version) {
      result.conflicts.push(assignmentConflict(before));
      continue;
    }
    const changes = fields.filter((field) => write[field] !== before[field]);
    if (changes.length === 0) {
      result.written.push({ id: before.id, version: before.version });
      continue;
    }
    fresh.push(write);
    result.steps.push(
      ...changes.map((field) => stepOf(field, write, write.id, before[field], write[field], write.version + 1)),
    );
  }
  if (fresh.length > 0) {
    const changed = await tx.$queryRaw<{ id: number; version: number }[]>`
      UPDATE assignment a SET task_type = w."taskType", title = w.title, required = w.required, due_on = w."dueOn", version = a.version + 1
      FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb)
        AS w(id int, "taskType" text, title text, required boolean, "dueOn" date)
      WHERE a.id = w.id RETURNING a.id, a.version`;
    result.written.push(...changed);
  }
  return result;
}

/** Every field of an assignment ends: the history keeps what it was. */
export function withdrawalSteps(before: StoredAssignment, author: Authorship): AuthoredStep[] {
  const place = { ...author, lessonId: before.lessonId };
  return fields.map((field) => stepOf(field, place, before.id, before[field], null, before.version + 1));
}

type Value = string | boolean | null;

function stepOf(
  field: (typeof fields)[number],
  author: Authorship & { lessonId: number },
  assignmentId: number,
  before: Value,
  after: Value,
  version: number,
): AuthoredStep {
  const text = (value: Value) => (value === null ? null : String(value));
  return {
    entity: 'assignment',
    field: columns[field],
    lessonId: author.lessonId,
    assignmentId,
    before: text(before),
    after: text(after),
    version,
    by: author.by,
    at: author.at,
  };
}

/** Another person's newer assignment; its author is known to the history alone. */
export function assignmentConflict(current: StoredAssignment): EditConflict {
  return {
    kind: 'assignment',
    lessonId: current.lessonId,
    studentId: null,
    assignmentId: current.id,
    version: current.version,
    value: current.title,
    required: current.required,
    by: '',
    at: '',
  };
}
