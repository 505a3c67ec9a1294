import type { CellMark } from '../packed-cells';
import { replaceCell, replaceLesson, replaceRow, rowOf } from './facts';
import type { JournalState } from './journal-state';
import type { Target } from './targets';

/** Notes the version that the server now has of a value, and whether it counts as entered late. */
export function putVersion(state: JournalState, target: Target, version: number, late = false): JournalState {
  switch (target.kind) {
    case 'presence':
      return replaceCell(state, target.studentId, target.lessonId, (cell) => ({
        ...cell,
        presenceVersion: version,
        presenceLate: late,
      }));
    case 'reason':
      return replaceCell(state, target.studentId, target.lessonId, (cell) => ({ ...cell, reasonVersion: version }));
    case 'mark': {
      const lesson = state.lessons.find((one) => one.id === target.lessonId);
      const index = lesson?.assignments.findIndex((one) => one.id === target.assignmentId) ?? -1;
      return replaceCell(state, target.studentId, target.lessonId, (cell) => ({
        ...cell,
        marks: markVersion(cell.marks, index, version, late),
      }));
    }
    case 'lesson':
      return replaceLesson(state, target.lessonId, (lesson) => ({ ...lesson, version }));
    case 'assignment':
    case 'removal':
      return replaceLesson(state, target.lessonId, (lesson) => ({
        ...lesson,
        assignments: lesson.assignments.map((one) => (one.id === target.assignmentId ? { ...one, version } : one)),
      }));
    case 'homework':
      return replaceLesson(state, target.lessonId, (lesson) => ({
        ...lesson,
        individual: lesson.individual.map((one) => (one.studentId === target.studentId ? { ...one, version } : one)),
      }));
    case 'grade':
      return replaceRow(state, rowOf(state, target.studentId), (row) => ({ ...row, grade: { ...row.grade, version } }));
  }
}

/** An emptied slot keeps its row in the database, so it is kept here with its version. */
function markVersion(marks: readonly CellMark[], assignment: number, version: number, late: boolean): CellMark[] {
  if (assignment < 0) return [...marks];
  const known = marks.find((mark) => mark.assignment === assignment);
  const others = marks.filter((mark) => mark.assignment !== assignment);
  const mark = { ...(known ?? { assignment, value: null, required: false }), version, late };
  return [...others, mark].sort((left, right) => left.assignment - right.assignment);
}
