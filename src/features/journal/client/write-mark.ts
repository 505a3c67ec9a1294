import { isMarkOf } from '@/domain/grading/scale';
import type { MarkValue } from '@/domain/types';
import { cellAt, markIn } from './facts';
import type { JournalState, MarkFact } from './journal-state';
import { stepDown } from './move';
import { done, refused } from './notices';
import { activeIndex, closedAt, whyClosed } from './permissions';
import type { Target } from './targets';
import { writeStep } from './write-facts';

/** Writes a mark of the active assignment into the cursor's cell and goes down (screens.md, «The journal grid»). */
export function writeMark(state: JournalState, value: MarkValue): JournalState {
  if (state.scale === 'none') return refused(state, 'На этом курсе отметки не ставятся.');
  if (!isMarkOf(value, state.scale)) return refused(state, 'В этой дисциплине ставятся отметки от 2 до 5.');
  return onActiveMark(state, (fact) => ({ ...fact, value }), stepDown);
}

/** Sets or takes away the dot of the active assignment: an obligatory task not yet done. */
export function toggleDot(state: JournalState): JournalState {
  const index = activeIndex(state, state.cursor.column);
  const fact = markIn(cellAt(state, state.cursor.row, state.cursor.column), index);
  if (fact.value !== null) return refused(state, 'Отметка за это задание уже стоит: долга нет.');
  return onActiveMark(state, (old) => ({ value: null, required: !old.required }), fact.required ? keep : stepDown);
}

const keep = (state: JournalState) => state;

function onActiveMark(
  state: JournalState,
  change: (fact: MarkFact) => MarkFact,
  then: (state: JournalState) => JournalState,
): JournalState {
  const { row, column } = state.cursor;
  const closed = whyClosed(state, row, column, 'mark');
  if (closed) return refused(state, closed);
  const ready = withAssignment(state, column);
  const target = activeTarget(ready, row, column);
  if (!target) return ready;
  const before = markIn(cellAt(ready, row, column), activeIndex(ready, column));
  return then(done(writeStep(ready, [{ target, after: change(before) }])));
}

/** The mark slot of the active assignment; null without one. */
export function activeTarget(state: JournalState, row: number, column: number): Target | null {
  const lesson = state.lessons[column];
  const student = state.rows[row];
  const assignment = lesson?.assignments[activeIndex(state, column)];
  if (!lesson || !student || !assignment) return null;
  return { kind: 'mark', lessonId: lesson.id, studentId: student.studentId, assignmentId: assignment.id };
}

/** A lesson without assignments gets the regulation's implicit one, or a sentence says to add one (C-23). */
export function withAssignment(state: JournalState, column: number): JournalState {
  const lesson = state.lessons[column];
  if (!lesson || lesson.assignments.length > 0) return state;
  const rule = state.regulation.markWithoutTask;
  if (rule.mode === 'strict')
    return refused(
      state,
      'Отметка ставится за задание, а у занятия его нет. Нажмите Enter и добавьте задание в карточке занятия.',
    );
  const type = state.regulation.taskTypes.find((one) => one.id === rule.taskType);
  if (!type) return state;
  const fields = { type: type.id, title: type.label, required: false, dueOn: null };
  return addAssignment(state, lesson.id, fields);
}

/** A new assignment of a lesson becomes the active one. Its negative id is ours until the server names its own. */
export function addAssignment(
  state: JournalState,
  lessonId: number,
  fields: { type: string; title: string; required: boolean; dueOn: string | null },
): JournalState {
  const ids = state.lessons.flatMap((lesson) => lesson.assignments.map((one) => one.id));
  const assignmentId = Math.min(0, ...ids, ...Object.keys(state.created).map(Number)) - 1;
  const written = writeStep(state, [{ target: { kind: 'assignment', lessonId, assignmentId }, after: fields }]);
  const count = written.lessons.find((lesson) => lesson.id === lessonId)?.assignments.length ?? 1;
  return { ...written, active: { ...written.active, [lessonId]: count - 1 } };
}

/** «Отметить всех»: a dot for everybody in the lesson's group who has no mark for the assignment yet. */
export function dotForAll(state: JournalState, lessonId: number, assignmentId: number): JournalState {
  const column = state.lessons.findIndex((lesson) => lesson.id === lessonId);
  const lesson = state.lessons[column];
  const index = lesson?.assignments.findIndex((one) => one.id === assignmentId) ?? -1;
  const assignment = lesson?.assignments[index];
  if (!assignment) return state;
  const { type, title, dueOn } = assignment;
  const dots = state.rows.flatMap((row, rowIndex) => {
    const fact = markIn(cellAt(state, rowIndex, column), index);
    if (closedAt(state, rowIndex, column) || fact.value !== null) return [];
    const target = { kind: 'mark' as const, lessonId, studentId: row.studentId, assignmentId };
    return [{ target, after: { value: null, required: true } }];
  });
  const own = { kind: 'assignment' as const, lessonId, assignmentId };
  return writeStep(state, [{ target: own, after: { type, title, dueOn, required: true } }, ...dots]);
}

/** The next assignment of the cursor's lesson becomes the one that digits go to. */
export function nextAssignment(state: JournalState): JournalState {
  const lesson = state.lessons[state.cursor.column];
  const count = lesson?.assignments.length ?? 0;
  if (!lesson || count === 0) return refused(state, 'У этого занятия ещё нет заданий.');
  const index = (activeIndex(state, state.cursor.column) + 1) % count;
  const title = lesson.assignments[index]?.title ?? '';
  return done({ ...state, active: { ...state.active, [lesson.id]: index } }, `Задание: ${title}`);
}
