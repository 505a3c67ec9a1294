import { type CellFacts, emptyCell } from '../packed-cells';
import type {
  AssignmentFields,
  FactValue,
  GradeFact,
  JournalState,
  LessonFields,
  LessonState,
  MarkFact,
  RowState,
} from './journal-state';
import type { Target } from './targets';

const noMark: MarkFact = { value: null, required: false };

export function columnOf(state: Pick<JournalState, 'lessons'>, lessonId: number): number {
  return state.lessons.findIndex((lesson) => lesson.id === lessonId);
}

export function rowOf(state: Pick<JournalState, 'rows'>, studentId: number): number {
  return state.rows.findIndex((row) => row.studentId === studentId);
}

export function cellAt(state: Pick<JournalState, 'rows'>, row: number, column: number): CellFacts {
  return state.rows[row]?.cells[column] ?? emptyCell;
}

export function lessonFields(lesson: LessonState): LessonFields {
  const { topic, type, hours, homework, homeworkDueOn, attendanceTaken, plannedTopicId } = lesson;
  return { topic, type, hours, homework, homeworkDueOn, attendanceTaken, plannedTopicId };
}

export function markIn(cell: CellFacts, assignment: number): MarkFact {
  const mark = cell.marks.find((one) => one.assignment === assignment);
  return mark ? { value: mark.value, required: mark.required } : noMark;
}

/** The present value of a target as this page shows it; null for an assignment that does not exist. */
export function readFact(state: JournalState, target: Target): FactValue {
  if (target.kind === 'grade') {
    const grade = state.rows[rowOf(state, target.studentId)]?.grade;
    return { value: grade?.value ?? null, reason: grade?.reason ?? null } satisfies GradeFact;
  }
  const lesson = state.lessons[columnOf(state, target.lessonId)];
  if (!lesson) return null;
  if (target.kind === 'lesson') return lessonFields(lesson);
  if (target.kind === 'removal') return state.removing.has(target.assignmentId) ? 'removed' : null;
  if (target.kind === 'assignment') {
    const found = lesson.assignments.find((one) => one.id === target.assignmentId);
    if (!found) return null;
    const { type, title, required, dueOn } = found;
    return { type, title, required, dueOn } satisfies AssignmentFields;
  }
  if (target.kind === 'homework')
    return lesson.individual.find((one) => one.studentId === target.studentId)?.text ?? '';
  const cell = cellAt(state, rowOf(state, target.studentId), columnOf(state, target.lessonId));
  if (target.kind === 'presence') return cell.presence;
  if (target.kind === 'reason') return cell.reason;
  return markIn(
    cell,
    lesson.assignments.findIndex((one) => one.id === target.assignmentId),
  );
}

export function sameFact(left: FactValue, right: FactValue): boolean {
  if (left === right) return true;
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return false;
  const own = Object.entries(left);
  const other = new Map(Object.entries(right));
  return own.length === other.size && own.every(([name, value]) => other.get(name) === value);
}

/** Versions the server knows: 0 where it has no row yet. */
export function versionOf(state: JournalState, target: Target): number {
  if (target.kind === 'grade') return state.rows[rowOf(state, target.studentId)]?.grade.version ?? 0;
  const lesson = state.lessons[columnOf(state, target.lessonId)];
  if (!lesson) return 0;
  if (target.kind === 'lesson') return lesson.version;
  if (target.kind === 'homework')
    return lesson.individual.find((one) => one.studentId === target.studentId)?.version ?? 0;
  const index = 'assignmentId' in target ? lesson.assignments.findIndex((one) => one.id === target.assignmentId) : -1;
  if (target.kind === 'assignment' || target.kind === 'removal') return lesson.assignments[index]?.version ?? 0;
  const cell = cellAt(state, rowOf(state, target.studentId), columnOf(state, target.lessonId));
  if (target.kind === 'presence') return cell.presenceVersion;
  if (target.kind === 'reason') return cell.reasonVersion;
  return cell.marks.find((one) => one.assignment === index)?.version ?? 0;
}

export function replaceRow(state: JournalState, index: number, change: (row: RowState) => RowState): JournalState {
  const row = state.rows[index];
  return row ? { ...state, rows: state.rows.with(index, change(row)) } : state;
}

export function replaceLesson(
  state: JournalState,
  lessonId: number,
  change: (lesson: LessonState) => LessonState,
): JournalState {
  const index = columnOf(state, lessonId);
  const lesson = state.lessons[index];
  return lesson ? { ...state, lessons: state.lessons.with(index, change(lesson)) } : state;
}

export function replaceCell(
  state: JournalState,
  studentId: number,
  lessonId: number,
  change: (cell: CellFacts) => CellFacts,
): JournalState {
  const column = columnOf(state, lessonId);
  return replaceRow(state, rowOf(state, studentId), (row) =>
    row.cells[column] ? { ...row, cells: row.cells.with(column, change(row.cells[column])) } : row,
  );
}
