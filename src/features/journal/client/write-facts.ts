import { missingParts } from '../completeness';
import type { CellFacts, CellMark } from '../packed-cells';
import { readFact, replaceCell, replaceLesson, replaceRow, rowOf, sameFact } from './facts';
import type {
  AssignmentFields,
  Change,
  FactValue,
  GradeFact,
  JournalState,
  LessonFields,
  LessonState,
  MarkFact,
  RowState,
} from './journal-state';
import { keyOf, type Target } from './targets';

/** Puts a value into the picture without asking whether it may be written; versions stay. */
export function putFact(state: JournalState, target: Target, value: FactValue): JournalState {
  switch (target.kind) {
    case 'presence':
      return replaceCell(state, target.studentId, target.lessonId, (cell) => ({
        ...cell,
        presence: value as CellFacts['presence'],
      }));
    case 'reason':
      return replaceCell(state, target.studentId, target.lessonId, (cell) => ({
        ...cell,
        reason: value as CellFacts['reason'],
      }));
    case 'mark': {
      const lesson = state.lessons.find((one) => one.id === target.lessonId);
      const index = lesson?.assignments.findIndex((one) => one.id === target.assignmentId) ?? -1;
      return replaceCell(state, target.studentId, target.lessonId, (cell) => ({
        ...cell,
        marks: putMark(cell.marks, index, value as MarkFact),
      }));
    }
    case 'lesson':
      return replaceLesson(state, target.lessonId, (lesson) =>
        withMissing({ ...lesson, ...(value as LessonFields) }, state),
      );
    case 'assignment':
      return replaceLesson(state, target.lessonId, (lesson) =>
        putAssignment(lesson, target.assignmentId, value as AssignmentFields),
      );
    case 'removal': {
      const removing = new Set(state.removing);
      if (value === null) removing.delete(target.assignmentId);
      else removing.add(target.assignmentId);
      return { ...state, removing };
    }
    case 'homework':
      return replaceLesson(state, target.lessonId, (lesson) => putHomework(lesson, target.studentId, value as string));
    case 'grade':
      return replaceRow(state, rowOf(state, target.studentId), (row) => ({
        ...row,
        grade: { ...row.grade, ...(value as GradeFact) },
      }));
  }
}

function withMissing(lesson: LessonState, state: JournalState): LessonState {
  return { ...lesson, missing: missingParts(lesson, state.regulation) };
}

/** A slot that the server has never seen and that is empty again leaves the cell. */
function putMark(marks: readonly CellMark[], assignment: number, fact: MarkFact): CellMark[] {
  const old = marks.find((mark) => mark.assignment === assignment);
  const others = marks.filter((mark) => mark.assignment !== assignment);
  const version = old?.version ?? 0;
  if (version === 0 && fact.value === null && !fact.required) return others;
  const mark: CellMark = { assignment, ...fact, version, late: old?.late ?? false };
  return [...others, mark].sort((left, right) => left.assignment - right.assignment);
}

function putAssignment(lesson: LessonState, id: number, fields: AssignmentFields): LessonState {
  const index = lesson.assignments.findIndex((one) => one.id === id);
  const old = lesson.assignments[index];
  const assignment = { ...fields, id, version: old?.version ?? 0 };
  return {
    ...lesson,
    assignments: old ? lesson.assignments.with(index, assignment) : [...lesson.assignments, assignment],
  };
}

function putHomework(lesson: LessonState, studentId: number, text: string): LessonState {
  const old = lesson.individual.find((one) => one.studentId === studentId);
  const others = lesson.individual.filter((one) => one.studentId !== studentId);
  if (text === '' && !old?.version) return { ...lesson, individual: others };
  return { ...lesson, individual: [...others, { studentId, text, version: old?.version ?? 0 }] };
}

/** Takes an assignment out of the picture, with its marks; later ones move up. */
export function dropAssignment(state: JournalState, lessonId: number, assignmentId: number): JournalState {
  const column = state.lessons.findIndex((lesson) => lesson.id === lessonId);
  const lesson = state.lessons[column];
  const index = lesson?.assignments.findIndex((one) => one.id === assignmentId) ?? -1;
  if (!lesson || index < 0) return state;
  const rows = state.rows.map((row): RowState => {
    const cell = row.cells[column];
    if (!cell?.marks.some((mark) => mark.assignment >= index)) return row;
    const marks = cell.marks
      .filter((mark) => mark.assignment !== index)
      .map((mark) => (mark.assignment > index ? { ...mark, assignment: mark.assignment - 1 } : mark));
    return { ...row, cells: row.cells.with(column, { ...cell, marks }) };
  });
  const lessons = state.lessons.with(column, { ...lesson, assignments: lesson.assignments.toSpliced(index, 1) });
  const active = { ...state.active, [lessonId]: 0 };
  return { ...state, rows, lessons, active };
}

/** Writes changes and notes them as not yet sent; a value that is back at the server's needs no sending. */
export function writeChanges(state: JournalState, changes: readonly Change[]): JournalState {
  if (changes.length === 0) return state;
  const base = new Map(state.base);
  const pending = new Map(state.pending);
  const flying = new Set(state.inFlight?.sent.map(({ target }) => keyOf(target)));
  let next = state;
  for (const { target, after } of changes) {
    const key = keyOf(target);
    if (!base.has(key)) base.set(key, readFact(next, target));
    next = putFact(next, target, after);
    const known = base.get(key) ?? null;
    if (!flying.has(key) && sameFact(known, readFact(next, target))) {
      base.delete(key);
      pending.delete(key);
    } else if (isImplied(next, target)) pending.delete(key);
    else pending.set(key, target);
  }
  return { ...next, base, pending };
}

/** The reason of an absence that was taken back: the server drops it together with the absence, nothing is sent. */
export function isImplied(state: JournalState, target: Target): boolean {
  if (target.kind !== 'reason') return false;
  const presence = readFact(state, { ...target, kind: 'presence' });
  return presence !== 'absent' && readFact(state, target) === null;
}

/** Writes what differs from now as one undoable step; nothing when nothing differs. */
export function writeStep(
  state: JournalState,
  wanted: readonly { readonly target: Target; readonly after: FactValue }[],
): JournalState {
  const changes: Change[] = [];
  for (const { target, after } of wanted) {
    const before = readFact(state, target);
    if (!sameFact(before, after)) changes.push({ target, before, after });
  }
  if (changes.length === 0) return state;
  const undoable = changes.filter(
    ({ target, before }) => target.kind !== 'removal' && (target.kind !== 'assignment' || before !== null),
  );
  const written = writeChanges(state, changes);
  if (undoable.length === 0) return written;
  const undo = [...state.undo.slice(-199), { changes: undoable, cursor: state.cursor }];
  return { ...written, undo, redo: [] };
}
