import { dayMonth } from '@/texts/format';
import { columnOf, rowOf } from './facts';
import type { Change, JournalState, Step } from './journal-state';
import { done, refused } from './notices';
import { whyClosed } from './permissions';
import { keyOf, lessonOf, studentOf, type Target } from './targets';
import { writeChanges } from './write-facts';

/** Takes the last step back, the cursor with it. */
export function undo(state: JournalState): JournalState {
  const step = state.undo.at(-1);
  if (!step) return refused(state, 'Отменять нечего.');
  const back = replay(state, step, (change) => ({ ...change, before: change.after, after: change.before }));
  return done(
    { ...back, undo: state.undo.slice(0, -1), redo: [...state.redo, step] },
    `Отменено: ${words(state, step)}.`,
  );
}

export function redo(state: JournalState): JournalState {
  const step = state.redo.at(-1);
  if (!step) return refused(state, 'Повторять нечего.');
  const again = replay(state, step, (change) => change);
  return done(
    { ...again, redo: state.redo.slice(0, -1), undo: [...state.undo, step] },
    `Повторено: ${words(state, step)}.`,
  );
}

function replay(state: JournalState, step: Step, turn: (change: Change) => Change): JournalState {
  const changes = step.changes.map(turn).filter((change) => mayReplay(state, change));
  const written = writeChanges({ ...state, typing: '', typingIsCode: false }, changes);
  return { ...written, cursor: step.cursor, anchor: null };
}

/** A dropped absence gives its reason back only to those who may set one. */
function mayReplay(state: JournalState, { target, after }: Change): boolean {
  if (target.kind !== 'reason' || after === null || state.base.get(keyOf(target)) === after) return true;
  return whyClosed(state, rowOf(state, target.studentId), columnOf(state, target.lessonId), 'reason') === null;
}

function words(state: JournalState, step: Step): string {
  const target = step.changes[0]?.target;
  if (!target) return '';
  const more = step.changes.length > 1 ? ` и ещё ${step.changes.length - 1}` : '';
  return placeWords(state, target) + more;
}

/** «Иванов Артём, 18 декабря», «занятие 18 декабря». */
export function placeWords(state: JournalState, target: Target): string {
  const lessonId = lessonOf(target);
  const studentId = studentOf(target);
  const lesson = state.lessons.find((one) => one.id === lessonId);
  const day = lesson ? dayMonth(lesson.date) : 'итоговая';
  const name = studentId === null ? null : state.rows[rowOf(state, studentId)]?.name;
  return name ? `${name}, ${day}` : `занятие ${day}`;
}
