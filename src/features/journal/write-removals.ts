import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { counted } from '@/texts/plural';
import type { EditConflict } from './cell-edits';
import { assignmentConflict, type StoredAssignment, withdrawalSteps } from './write-assignments';
import type { AuthoredStep, Authorship, WriteResult } from './written';

export type RemovalWrite = Authorship & { lessonId: number; id: number; version: number };

type StoredDot = {
  assignmentId: number;
  studentId: number;
  required: boolean;
  comment: string | null;
  version: number;
};

/**
 * Takes assignments made by mistake out of their lessons, with the dots that stand for them. What stood there
 * is in the history. @throws Refusal IN_USE when one has marks, NOT_FOUND
 */
export async function withdrawAssignments(
  tx: Db,
  writes: readonly RemovalWrite[],
  stored: ReadonlyMap<number, StoredAssignment>,
): Promise<WriteResult<number>> {
  const result: WriteResult<number> = { written: [], conflicts: [], steps: [] };
  if (writes.length === 0) return result;
  const there = writes.flatMap((write) => {
    const before = stored.get(write.id);
    return before?.lessonId === write.lessonId ? [{ write, before }] : [];
  });
  const gone = writes.filter((write) => !there.some((one) => one.write === write));
  await assertWithdrawn(tx, gone);
  const fresh = there.filter(({ write, before }) => write.version === before.version);
  const stale = there.filter((one) => !fresh.includes(one));
  const ids = fresh.map(({ write }) => write.id);
  const dots = await lockDots(tx, ids);
  if (ids.length > 0) await tx.$executeRaw`SELECT withdraw_assignments(${ids}::int[])`;
  result.written.push(...gone.map(({ id }) => id), ...ids);
  result.conflicts.push(
    ...stale.map(({ before }): EditConflict => ({ ...assignmentConflict(before), kind: 'removal' })),
  );
  result.steps.push(
    ...fresh.flatMap(({ write, before }) => [
      ...dots.filter((dot) => dot.assignmentId === write.id).flatMap((dot) => dotSteps(dot, write)),
      ...withdrawalSteps(before, write),
    ]),
  );
  return result;
}

/** Somebody else has withdrawn it already: that is what was wanted. @throws Refusal NOT_FOUND for what never was there */
async function assertWithdrawn(tx: Db, gone: readonly RemovalWrite[]): Promise<void> {
  for (const { lessonId, id } of gone) {
    const [step] = await tx.$queryRaw<{ id: bigint }[]>`
      SELECT id FROM audit_change WHERE lesson_id = ${lessonId} AND student_id IS NULL AND assignment_id = ${id}
        AND entity = 'assignment' AND field = 'title' AND after IS NULL LIMIT 1`;
    if (!step) throw new Refusal('NOT_FOUND');
  }
}

async function lockDots(tx: Db, ids: readonly number[]): Promise<StoredDot[]> {
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<(StoredDot & { value: string | null })[]>`
    SELECT assignment_id AS "assignmentId", student_id AS "studentId", value, required, comment, version
    FROM mark WHERE assignment_id = ANY (${[...ids]}::int[]) ORDER BY assignment_id, student_id FOR UPDATE`;
  const marks = rows.filter(({ value }) => value !== null).length;
  if (marks === 0) return rows;
  const words = counted(marks, 'отметка', 'отметки', 'отметок');
  throw new Refusal('IN_USE', { detail: `За задание уже есть ${words}: сначала уберите их из клеток занятия` });
}

function dotSteps(dot: StoredDot, { lessonId, by, at }: RemovalWrite): AuthoredStep[] {
  const { assignmentId, studentId } = dot;
  const place = { entity: 'mark', lessonId, studentId, assignmentId, version: dot.version + 1, by, at };
  const steps: AuthoredStep[] = [{ ...place, field: 'value', before: null, after: null }];
  if (dot.required) steps.push({ ...place, field: 'required', before: 'true', after: null });
  if (dot.comment !== null) steps.push({ ...place, field: 'comment', before: dot.comment, after: null });
  return steps;
}
