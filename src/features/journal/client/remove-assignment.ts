import { markIn } from './facts';
import { forgetAssignment } from './forget-assignment';
import type { JournalState } from './journal-state';
import { done, refused } from './notices';
import { whyClosed } from './permissions';
import { keyOf } from './targets';
import { writeChanges } from './write-facts';

/** How many marks and dots stand for an assignment. */
export function countOf(state: JournalState, lessonId: number, assignmentId: number): { marks: number; dots: number } {
  const column = state.lessons.findIndex((lesson) => lesson.id === lessonId);
  const index = state.lessons[column]?.assignments.findIndex((one) => one.id === assignmentId) ?? -1;
  const facts = state.rows.flatMap((row) => (row.cells[column] ? [markIn(row.cells[column], index)] : []));
  return {
    marks: facts.filter(({ value }) => value !== null).length,
    dots: facts.filter(({ value, required }) => value === null && required).length,
  };
}

/**
 * Asks the server to take an assignment out of its lesson; it leaves the page when the server has done so. One that nobody
 * has sent yet leaves at once. It was confirmed, so it is no step of undo; the history keeps what it was.
 */
export function removeAssignment(state: JournalState, lessonId: number, assignmentId: number): JournalState {
  const column = state.lessons.findIndex((lesson) => lesson.id === lessonId);
  const assignment = state.lessons[column]?.assignments.find((one) => one.id === assignmentId);
  if (!assignment) return state;
  const closed = whyClosed(state, state.cursor.row, column, 'lesson');
  if (closed) return refused(state, closed);
  const { marks } = countOf(state, lessonId, assignmentId);
  if (marks > 0) return refused(state, hasMarks(assignment.title, marks));
  const created = keyOf({ kind: 'assignment', lessonId, assignmentId });
  const flies = state.inFlight?.sent.some(({ target }) => keyOf(target) === created) ?? false;
  if (assignmentId < 0 && state.created[assignmentId] === undefined && !flies)
    return done(forgetAssignment(state, lessonId, assignmentId), `Задание «${assignment.title}» удалено.`);
  const target = { kind: 'removal', lessonId, assignmentId } as const;
  return done(
    writeChanges(state, [{ target, before: null, after: 'removed' }]),
    `Задание «${assignment.title}» удаляется.`,
  );
}

/** Why an assignment with marks stays and what to do. */
export function hasMarks(title: string, marks: number): string {
  return `За задание «${title}» стоят отметки: ${marks}. Уберите их из клеток, тогда его можно удалить.`;
}
