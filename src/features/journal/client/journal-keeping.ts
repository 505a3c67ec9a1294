import type { Edit, Keeping } from '@/features/unsent/client/desk';
import { counted } from '@/texts/plural';
import type { CellEditsAnswer } from '../cell-edits';
import { answeredVersion, localIdsOf } from './answered-version';
import { ownFields } from './batch';
import { columnOf, readFact, rowOf, sameFact, versionOf } from './facts';
import type { FactValue, JournalEdit, JournalState } from './journal-state';
import { done, refused } from './notices';
import { putVersion } from './put-version';
import { conflictTarget } from './take-conflict';
import { keyOf, lessonOf, studentOf, type Target } from './targets';
import { writeChanges } from './write-facts';

/** The grid's half of the queue that outlives the page (T-068, T-102). */
export const journalKeeping: Keeping<JournalState> = {
  marks: ({ pending, inFlight, conflicts }) => [pending, inFlight, conflicts],
  keep: (state) => {
    const { inFlight, pending, conflicts, created } = state;
    const real = (target: Target) => renamed(target, (id) => created[id] ?? id);
    const edits = [...pending.values()].map((target) => typedEdit(state, target));
    // the other's version is known here, its author's name is not kept: over no version the server tells both again
    const undecided = [...conflicts.values()].map(({ target, mine, theirs }) => ({
      ...{ target, version: 0 },
      value: keptValue(target, mine, theirs),
    }));
    return {
      batch: inFlight && {
        ...{ key: inFlight.key, body: inFlight.body },
        sent: inFlight.sent.map(({ target, value, version }) => ({
          ...{ target: real(target), version },
          value: keptValue(target, value, state.base.get(keyOf(target))),
        })),
      },
      edits: [...edits, ...undecided].map((edit) => ({ ...edit, target: real(edit.target) })),
    };
  },
  settle: ({ batch, edits }, answer) => {
    const localIds = localIdsOf(answer);
    const objected = new Set(answer.conflicts.map((one) => keyOf(conflictTarget(one, localIds))));
    const isOpen = ({ target }: JournalEdit) => objected.has(keyOf(target));
    const sent = (batch?.sent as readonly JournalEdit[] | undefined) ?? [];
    const real = realIds(answer);
    return [...sent.filter(isOpen), ...(edits as readonly JournalEdit[])].map((edit) => {
      const target = renamed(edit.target, real);
      return { ...edit, target, version: answeredVersion(answer, target) ?? edit.version };
    });
  },
  isSeen: (state, batch, answer) =>
    ((batch?.sent as readonly JournalEdit[] | undefined) ?? []).every((edit) => {
      const target = renamed(edit.target, realIds(answer));
      if (target.kind === 'removal') return !isThere(state, target);
      return versionOf(state, target) >= (answeredVersion(answer, target) ?? 0);
    }),
  restore: (state, kept) => {
    const edits = withFreeIds(state, kept as readonly JournalEdit[]);
    const created = edits.filter(({ target }) => target.kind === 'assignment');
    let next = state;
    let lost = 0;
    for (const edit of new Set([...created, ...edits])) {
      if (isThere(next, edit.target)) next = putBack(next, edit);
      else lost += 1;
    }
    return told(next, next.pending.size - state.pending.size, lost);
  },
};

/** Of a lesson only the fields that were typed: the others are whatever the page finds. */
function keptValue(target: Target, value: FactValue, known: FactValue | undefined): unknown {
  return target.kind === 'lesson' ? ownFields(value, known) : value;
}

function typedEdit(state: JournalState, target: Target): Edit<Target> {
  const value = keptValue(target, readFact(state, target), state.base.get(keyOf(target)));
  return { target, value, version: versionOf(state, target) };
}

function renamed(target: Target, name: (id: number) => number): Target {
  return 'assignmentId' in target ? { ...target, assignmentId: name(target.assignmentId) } : target;
}

function realIds({ refs }: CellEditsAnswer): (id: number) => number {
  return (id) => refs[`new${id}`] ?? id;
}

/** Assignments that the server has not seen keep clear of those made here meanwhile. */
function withFreeIds(state: JournalState, edits: readonly JournalEdit[]): JournalEdit[] {
  const taken = state.lessons.flatMap((lesson) => lesson.assignments.map(({ id }) => id));
  const lowest = Math.min(0, ...taken, ...Object.keys(state.created).map(Number));
  return edits.map((edit) => ({ ...edit, target: renamed(edit.target, (id) => (id < 0 ? id + lowest : id)) }));
}

function isThere(state: JournalState, target: Target): boolean {
  const [lessonId, studentId] = [lessonOf(target), studentOf(target)];
  if (studentId !== null && rowOf(state, studentId) < 0) return false;
  if (lessonId === null) return true;
  const lesson = state.lessons[columnOf(state, lessonId)];
  if (!lesson || !('assignmentId' in target)) return lesson !== undefined;
  const isNew = target.kind === 'assignment' && target.assignmentId < 0;
  return isNew || lesson.assignments.some(({ id }) => id === target.assignmentId);
}

/** What is typed here already is newer; what the server has already needs no sending. */
function putBack(state: JournalState, { target, value, version }: JournalEdit): JournalState {
  const key = keyOf(target);
  if (state.pending.has(key) || state.inFlight?.sent.some((one) => keyOf(one.target) === key)) return state;
  const before = readFact(state, target);
  const after = target.kind === 'lesson' ? { ...(before as object), ...(value as object) } : value;
  if (sameFact(before, after as FactValue)) return state;
  return putVersion(writeChanges(state, [{ target, before, after: after as FactValue }]), target, version);
}

function told(state: JournalState, back: number, lost: number): JournalState {
  if (lost > 0) {
    const records = counted(lost, 'неотправленной записи', 'неотправленным записям', 'неотправленным записям');
    return refused(state, `${records} нет места: занятия или строки больше нет в журнале.`);
  }
  if (back === 0) return state;
  const records = counted(back, 'неотправленная запись', 'неотправленные записи', 'неотправленных записей');
  return done(state, `На месте ${records} с прошлого раза, отправляем.`);
}
