import { cellAt, markIn } from './facts';
import type { FactValue, JournalState } from './journal-state';
import { done, refused } from './notices';
import { activeIndex, whyClosed } from './permissions';
import type { Target } from './targets';
import { clearAbsence } from './type-absence';
import { writeStep } from './write-facts';

/**
 * Delete takes away one thing: the active assignment's mark (an obligatory one becomes a dot again, then goes), else the
 * absence, else the last other mark. Pressed again it takes the next.
 */
export function clearCell(state: JournalState): JournalState {
  const { row, column } = state.cursor;
  const lesson = state.lessons[column];
  const student = state.rows[row];
  if (!lesson || !student) return state;
  const ended = { ...state, typing: '', typingIsCode: false };
  const cell = cellAt(state, row, column);
  const own = activeIndex(state, column);
  const isSet = (index: number) => {
    const fact = markIn(cell, index);
    return fact.value !== null || fact.required;
  };
  const other = cell.marks.findLast((mark) => isSet(mark.assignment))?.assignment ?? -1;
  const index = isSet(own) ? own : cell.presence === null ? other : -1;
  if (index >= 0) return clearMark(ended, lesson.assignments[index]?.id ?? 0, markIn(cell, index));
  if (cell.presence === null) return done(ended, 'Клетка пуста.');
  const absence = clearAbsence(state, row, column);
  return typeof absence === 'string' ? refused(ended, absence) : done(writeStep(ended, absence));
}

function clearMark(
  state: JournalState,
  assignmentId: number,
  fact: { value: unknown; required: boolean },
): JournalState {
  const { row, column } = state.cursor;
  const closed = whyClosed(state, row, column, 'mark');
  if (closed) return refused(state, closed);
  const target: Target = {
    kind: 'mark',
    lessonId: state.lessons[column]?.id ?? 0,
    studentId: state.rows[row]?.studentId ?? 0,
    assignmentId,
  };
  const after: FactValue = { value: null, required: fact.value !== null && fact.required };
  return done(writeStep(state, [{ target, after }]));
}
