import { columnOf, readFact, rowOf, sameFact } from './facts';
import type { FactValue, JournalEdit, JournalState } from './journal-state';
import { putVersion } from './put-version';
import { keyOf, lessonOf, studentOf, type Target } from './targets';
import { writeChanges } from './write-facts';

/** Assignments that the server has not seen keep clear of those made here meanwhile. */
export function freeIds(state: JournalState): (id: number) => number {
  const taken = state.lessons.flatMap((lesson) => lesson.assignments.map(({ id }) => id));
  const lowest = Math.min(0, ...taken, ...Object.keys(state.created).map(Number));
  return (id) => (id < 0 ? id + lowest : id);
}

/** Puts values back as typed and unsent, new assignments first; `lost`: those whose lesson or row is no more. */
export function putAllBack(state: JournalState, edits: readonly JournalEdit[]): { next: JournalState; lost: number } {
  const created = edits.filter(({ target }) => target.kind === 'assignment');
  let next = state;
  let lost = 0;
  for (const edit of new Set([...created, ...edits])) {
    if (isThere(next, edit.target)) next = putBack(next, edit);
    else lost += 1;
  }
  return { next, lost };
}

export function isThere(state: JournalState, target: Target): boolean {
  const [lessonId, studentId] = [lessonOf(target), studentOf(target)];
  if (studentId !== null && rowOf(state, studentId) < 0) return false;
  if (lessonId === null) return true;
  const lesson = state.lessons[columnOf(state, lessonId)];
  if (!lesson || !('assignmentId' in target)) return lesson !== undefined;
  const isNew = target.kind === 'assignment' && target.assignmentId < 0;
  return isNew || lesson.assignments.some(({ id }) => id === target.assignmentId);
}

/** A kept value as the page holds it: a lesson was kept by its typed fields alone. */
export function wholeValue(state: JournalState, { target, value }: JournalEdit): FactValue {
  return target.kind === 'lesson'
    ? ({ ...(readFact(state, target) as object), ...(value as object) } as FactValue)
    : value;
}

/** What is typed here already is newer; what the server has already needs no sending. */
function putBack(state: JournalState, edit: JournalEdit): JournalState {
  const { target, version } = edit;
  if (isTyped(state, target)) return state;
  const before = readFact(state, target);
  const after = wholeValue(state, edit);
  if (sameFact(before, after)) return state;
  return putVersion(writeChanges(state, [{ target, before, after }]), target, version);
}

/** Typed on this page and not answered yet. */
export function isTyped(state: JournalState, target: Target): boolean {
  const key = keyOf(target);
  return state.pending.has(key) || (state.inFlight?.sent.some((one) => keyOf(one.target) === key) ?? false);
}
