import { type LessonFacts, refuseAttendanceFact, refuseFilling, type SettledDebt } from '@/access/policies';
import { isMarkOf } from '@/domain/grading/scale';
import type { AuthorKind } from '@/domain/types';
import { Refusal } from '@/server/errors';
import type { AttendanceAuthors } from './attendance-authors';
import type { CellEdits } from './cell-edits';
import { markKey, type StoredMark } from './lock-cells';
import { lessonOf, type SectionContext } from './section-context';
import type { StoredAssignment } from './write-assignments';
import type { StoredAttendance } from './write-attendance';
import { cellKey } from './write-attendance';

type Refused = ReturnType<typeof refuseFilling>;

function deny(code: Refused): void {
  if (code) throw new Refusal(code);
}

/** Asserts over the whole batch: nobody writes a part of it. @throws Refusal of the first edit that is not allowed */
export function checkLessonEdits(context: SectionContext, edits: CellEdits): void {
  const { actor, regulation } = context;
  const whole = [...edits.lessons, ...edits.assignments, ...edits.removals, ...edits.homework];
  const touched = new Set(whole.map((edit) => edit.lessonId));
  for (const id of touched) deny(refuseFilling(actor, lessonOf(context, id), regulation));
  for (const edit of edits.lessons) {
    const known = regulation.lessonTypes.some((type) => type.id === edit.lessonType);
    if (edit.lessonType !== undefined && !known) throw new Refusal('INVALID', { fields: ['вид занятия'] });
    if ((edit.hours ?? 1) > regulation.lessonHours.max) throw new Refusal('INVALID', { fields: ['часы'] });
    if (edit.homeworkDueOn && edit.homeworkDueOn < lessonOf(context, edit.lessonId).date) {
      throw new Refusal('INVALID', { fields: ['срок домашнего задания'], detail: 'Срок раньше самого занятия' });
    }
  }
  for (const edit of edits.assignments) {
    const known = regulation.taskTypes.some((type) => type.id === edit.taskType);
    if (!known) throw new Refusal('INVALID', { fields: ['вид работы'] });
    if (regulation.markWithoutTask.mode === 'strict' && edit.title === '') throw new Refusal('NO_ASSIGNMENT');
  }
}

/** Presence and reasons: who may set which fact (C-01), known codes, a reason only with an absence. */
export function checkAttendanceEdits(
  context: SectionContext,
  edits: CellEdits,
  stored: ReadonlyMap<string, StoredAttendance>,
): void {
  const { actor, regulation } = context;
  for (const edit of edits.presences) {
    deny(refuseAttendanceFact(actor, lessonOf(context, edit.lessonId), 'presence', regulation));
  }
  const becomes = new Map(edits.presences.map((edit) => [cellKey(edit), edit.value]));
  for (const edit of edits.reasons) {
    deny(refuseAttendanceFact(actor, lessonOf(context, edit.lessonId), 'reason', regulation));
    const known = regulation.attendance.codes.some(({ id, presence }) => id === edit.value && presence === 'absent');
    if (edit.value !== null && !known) throw new Refusal('INVALID', { fields: ['причина отсутствия'] });
    const key = cellKey(edit);
    const presence = becomes.has(key) ? becomes.get(key) : stored.get(key)?.presence;
    if (edit.value !== null && presence !== 'absent') {
      throw new Refusal('INVALID', { detail: 'Причину можно указать только отсутствующему' });
    }
  }
}

/**
 * Whose word stands where both authors may write (C-01 «who wins»). Only what would be written is judged: a stale value is a
 * conflict and comes back with the other's. @throws Refusal ATTENDANCE_NOT_YOURS
 */
export function checkPrevailing(
  context: SectionContext,
  edits: CellEdits,
  stored: ReadonlyMap<string, StoredAttendance>,
  authors: ReadonlyMap<string, AttendanceAuthors>,
): void {
  const { actor, regulation } = context;
  const judge = (lessonId: number, field: 'presence' | 'reason', writtenBy: AuthorKind | null, author: string) => {
    if (writtenBy !== regulation.attendance.prevails) return;
    const refusal = refuseAttendanceFact(actor, lessonOf(context, lessonId), field, regulation, writtenBy);
    if (refusal) throw new Refusal(refusal, { detail: `Решает запись другого сотрудника: ${author}` });
  };
  for (const edit of edits.presences) {
    const before = stored.get(cellKey(edit));
    if (!before || before.presenceVersion !== edit.version || before.presence === edit.value) continue;
    const by = authors.get(cellKey(edit));
    judge(edit.lessonId, 'presence', by?.presence ?? null, before.presenceBy);
    const dropsReason = before.reason !== null && edit.value !== 'absent';
    if (dropsReason) judge(edit.lessonId, 'reason', by?.reason ?? null, before.reasonBy);
  }
  for (const edit of edits.reasons) {
    const before = stored.get(cellKey(edit));
    if (!before || before.reasonVersion !== edit.version || before.reason === edit.value) continue;
    judge(edit.lessonId, 'reason', authors.get(cellKey(edit))?.reason ?? null, before.reasonBy);
  }
}

/**
 * Marks: the lesson's window, or the longer one of a debt, or that of the author's own entry on it; the course's
 * scale; an assignment of this very lesson.
 */
export function checkMarkEdits(
  context: SectionContext,
  marks: readonly { lessonId: number; assignmentId: number; studentId: number; value: string | null }[],
  assignments: ReadonlyMap<number, StoredAssignment>,
  stored: ReadonlyMap<string, StoredMark>,
  settled: ReadonlyMap<string, SettledDebt>,
): void {
  const { actor, regulation, section } = context;
  for (const mark of marks) {
    const lesson: LessonFacts = lessonOf(context, mark.lessonId);
    if (assignments.get(mark.assignmentId)?.lessonId !== mark.lessonId) throw new Refusal('NOT_FOUND');
    const key = markKey(mark);
    const before = stored.get(key);
    const ofDebt = before?.required === true && before.value === null;
    deny(refuseFilling(actor, lesson, regulation, ofDebt ? 'debtMark' : 'lesson', settled.get(key) ?? null));
    if (mark.value !== null && !isMarkOf(mark.value as Parameters<typeof isMarkOf>[0], section.scale)) {
      throw new Refusal('WRONG_SCALE');
    }
  }
}
