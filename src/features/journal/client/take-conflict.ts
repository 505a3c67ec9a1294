import type { EditConflict } from '../cell-edits';
import { readFact, replaceLesson, sameFact } from './facts';
import type { FactValue, GradeFact, JournalState, LessonFields, MarkFact } from './journal-state';
import { done } from './notices';
import { putVersion } from './put-version';
import { keyOf, type Target, type TargetKey } from './targets';
import { putFact, writeStep } from './write-facts';

/** The other person's value stands until somebody chooses (picture 04); both stay in the history. */
export function takeConflict(
  state: JournalState,
  sent: { readonly target: Target; readonly value: FactValue; readonly at: string },
  objection: EditConflict,
): JournalState {
  const { target } = sent;
  const key = keyOf(target);
  const mine = state.pending.has(key) ? readFact(state, target) : sent.value;
  const theirs = theirValue(state, target, objection);
  const seen = target.kind === 'removal' ? withTheirTitle(state, target, objection) : state;
  const shown = putVersion(putFact(seen, target, theirs), target, objection.version);
  const base = new Map(shown.base);
  const pending = new Map(shown.pending);
  const conflicts = new Map(shown.conflicts);
  base.delete(key);
  pending.delete(key);
  conflicts.delete(key);
  if (!sameFact(mine, theirs)) {
    const { by, at } = objection;
    conflicts.set(key, { target, mine, theirs, by, at, mineAt: sent.at });
  }
  return { ...shown, base, pending, conflicts };
}

/** Somebody changed the assignment that was to be removed: it is shown as it is now. */
function withTheirTitle(
  state: JournalState,
  { lessonId, assignmentId }: Target & { kind: 'removal' },
  { value, required }: EditConflict,
): JournalState {
  return replaceLesson(state, lessonId, (lesson) => ({
    ...lesson,
    assignments: lesson.assignments.map((one) =>
      one.id === assignmentId ? { ...one, title: value ?? one.title, required } : one,
    ),
  }));
}

/** «Оставить …»: the server's value is the one; «Вернуть …»: mine goes again, based on the version just seen. */
export function resolveConflict(state: JournalState, key: TargetKey, choice: 'theirs' | 'mine'): JournalState {
  const conflict = state.conflicts.get(key);
  if (!conflict) return state;
  const conflicts = new Map(state.conflicts);
  conflicts.delete(key);
  const settled = done({ ...state, conflicts, dialog: null });
  return choice === 'theirs' ? settled : writeStep(settled, [{ target: conflict.target, after: conflict.mine }]);
}

/** Which value of this page an objection speaks of; new assignments are known here by their local ids. */
export function conflictTarget(objection: EditConflict, localIds: ReadonlyMap<number, number>): Target {
  const lessonId = objection.lessonId ?? 0;
  const studentId = objection.studentId ?? 0;
  const id = objection.assignmentId ?? 0;
  const assignmentId = localIds.get(id) ?? id;
  switch (objection.kind) {
    case 'grade':
      return { kind: 'grade', studentId };
    case 'lesson':
      return { kind: 'lesson', lessonId };
    case 'assignment':
    case 'removal':
      return { kind: objection.kind, lessonId, assignmentId };
    case 'mark':
      return { kind: 'mark', lessonId, studentId, assignmentId };
    case 'presence':
    case 'reason':
    case 'homework':
      return { kind: objection.kind, lessonId, studentId };
  }
}

/** An objection names one text: a lesson's topic, an assignment's title; their other fields stay as last known. */
function theirValue(state: JournalState, target: Target, { value, required }: EditConflict): FactValue {
  const known = state.base.get(keyOf(target)) ?? readFact(state, target);
  switch (target.kind) {
    case 'presence':
    case 'reason':
      return value;
    case 'mark':
      return { value: value as MarkFact['value'], required };
    case 'homework':
      return value ?? '';
    case 'grade':
      return { value: value as GradeFact['value'], reason: null };
    case 'removal':
      return null;
    case 'lesson':
      return { ...(known as LessonFields), topic: value ?? '' };
    case 'assignment':
      return { ...(known as object), title: value ?? '', required } as FactValue;
  }
}
