import type { JournalState, Step } from './journal-state';
import { keyOf, type TargetKey } from './targets';
import { dropAssignment } from './write-facts';

/** An assignment that is no more leaves everything that speaks of it: cells, what waits, conflicts, steps of undo. */
export function forgetAssignment(state: JournalState, lessonId: number, assignmentId: number): JournalState {
  const isOwn = (key: TargetKey) => /^(mark|assignment|removal):/.test(key) && key.endsWith(`:${assignmentId}`);
  const without = <Value>(map: ReadonlyMap<TargetKey, Value>) => new Map([...map].filter(([key]) => !isOwn(key)));
  const steps = (list: readonly Step[]) =>
    list
      .map((step) => ({ ...step, changes: step.changes.filter(({ target }) => !isOwn(keyOf(target))) }))
      .filter(({ changes }) => changes.length > 0);
  const removing = new Set(state.removing);
  removing.delete(assignmentId);
  return {
    ...dropAssignment(state, lessonId, assignmentId),
    removing,
    base: without(state.base),
    pending: without(state.pending),
    conflicts: without(state.conflicts),
    undo: steps(state.undo),
    redo: steps(state.redo),
  };
}
