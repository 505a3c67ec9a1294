import { fillDeadline } from '@/domain/deadlines/deadlines';
import { type RowState, rowState } from '@/domain/journal/closed-row';
import { markDeadline } from '@/domain/journal/lateness';
import { compareNames, distinctNames, fullName } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import { enrollmentStatuses, type LocalDate, type MarkValue } from '@/domain/types';
import { fullDate } from '@/texts/format';
import { closedRowLabels } from '@/texts/labels';
import type { JournalRead, ReadLesson, ReadStudent } from './journal-read';
import type { ClosedSpan, GradeView, JournalRow } from './journal-view';
import { type CellFacts, emptyCell, packRow } from './packed-cells';

type Rules = { regulation: Regulation; timeZone: string };

/** Rows in the order of the list of students, each with its cells packed into one string. */
export function assembleRows(read: JournalRead, carried: ReadonlyMap<number, MarkValue[]>, rules: Rules): JournalRow[] {
  const cells = cellsByStudent(read, rules);
  const names = distinctNames(read.students);
  const grades = new Map(read.grades.map(({ studentId, ...grade }) => [studentId, grade]));
  return [...read.students].sort(compareNames).map((student) => ({
    studentId: student.id,
    name: names.get(student.id) ?? student.lastName,
    fullName: fullName(student),
    cells: packRow(cells.get(student.id) ?? read.lessons.map(() => emptyCell)),
    closed: closedSpans(student, read.lessons),
    carried: carried.get(student.id) ?? none,
    grade: grades.get(student.id) ?? noGrade,
  }));
}

/** One for all, so that they are packed once. */
const none: never[] = [];
const noGrade: GradeView = { value: null, version: 0, reason: null, publishedAt: null, enteredBy: null };

function cellsByStudent(read: JournalRead, { regulation, timeZone }: Rules): Map<number, CellFacts[]> {
  const columnOf = new Map(read.lessons.map((lesson, index) => [lesson.id, index]));
  const byStudent = new Map<number, CellFacts[]>();
  const rowOf = (studentId: number): CellFacts[] => {
    const row = byStudent.get(studentId) ?? read.lessons.map(() => emptyCell);
    byStudent.set(studentId, row);
    return row;
  };
  const cellAt = (studentId: number, column: number): CellFacts => {
    const row = rowOf(studentId);
    const known = row[column] ?? emptyCell;
    const cell = known === emptyCell ? { ...emptyCell, marks: [] } : known;
    row[column] = cell;
    return cell;
  };
  const terms = read.lessons.map(({ date }) => seconds(fillDeadline(date, regulation.deadlines, timeZone)));
  for (const [lessonId, studentId, presence, version, at, reason, reasonVersion] of read.attendance) {
    const column = columnOf.get(lessonId) ?? 0;
    const late = version > 0 && at >= (terms[column] ?? Infinity);
    Object.assign(cellAt(studentId, column), {
      presence,
      presenceVersion: version,
      presenceLate: late,
      reason,
      reasonVersion,
    });
  }
  const places = assignmentPlaces(read, columnOf, { regulation, timeZone });
  for (const [assignmentId, studentId, value, required, version, at] of read.marks) {
    const place = places.get(assignmentId);
    if (!place) continue;
    const late = value !== null && at >= place.deadline;
    cellAt(studentId, place.column).marks.push({
      assignment: place.index,
      value,
      required: required === 1,
      version,
      late,
    });
  }
  for (const row of byStudent.values()) {
    for (const cell of row)
      if (cell.marks.length > 1) cell.marks.sort((one, other) => one.assignment - other.assignment);
  }
  return byStudent;
}

type Place = { column: number; index: number; deadline: number };

/** Seconds since 1970, as the read's instants: a page compares hundreds of them. */
function seconds(deadline: Date | null): number {
  return deadline === null ? Infinity : deadline.getTime() / 1000;
}

/** Where a mark of an assignment stands, the lesson's column and the assignment's place in it, and when it becomes late. */
function assignmentPlaces(
  read: JournalRead,
  columnOf: ReadonlyMap<number, number>,
  { regulation, timeZone }: Rules,
): Map<number, Place> {
  const places = new Map<number, Place>();
  const counts = new Map<number, number>();
  for (const { id, lessonId, taskType } of read.assignments) {
    const column = columnOf.get(lessonId) ?? 0;
    const index = counts.get(lessonId) ?? 0;
    counts.set(lessonId, index + 1);
    const date = read.lessons[column]?.date ?? '';
    places.set(id, { column, index, deadline: seconds(markDeadline(date, taskType, regulation, timeZone)) });
  }
  return places;
}

/** Runs of columns without a cell of their own, with the reason in words (R-032, R-033, R-075). */
export function closedSpans(student: ReadStudent, lessons: readonly Pick<ReadLesson, 'date'>[]): ClosedSpan[] {
  const spans: (ClosedSpan & { state: string })[] = [];
  lessons.forEach(({ date }, column) => {
    const state = stateOn(student, date);
    const last = spans.at(-1);
    if (state === 'open') return;
    if (last && last.state === state && last.to === column - 1) last.to = column;
    else spans.push({ from: column, to: column, state, reason: reasonOf(state, student, date) });
  });
  return spans.length === 0 ? none : spans.map(({ state: _, ...span }) => span);
}

function stateOn(student: ReadStudent, date: LocalDate): RowState | 'otherSubgroup' {
  const state = rowState(date, student.enrolments, student.statuses, { closedStatuses: [...enrollmentStatuses] });
  const outside =
    student.memberships && !student.memberships.some(({ from, to }) => from <= date && (to === null || to >= date));
  return state === 'open' && outside ? 'otherSubgroup' : state;
}

function reasonOf(state: RowState | 'otherSubgroup', student: ReadStudent, date: LocalDate): string {
  const byOrder = (words: string, from: LocalDate, order: string | null) =>
    `${words} с ${fullDate(from)}${order ? ` · приказ № ${order}` : ''}`;
  switch (state) {
    case 'open':
      return '';
    case 'otherSubgroup':
      return closedRowLabels.otherSubgroup;
    case 'notYetEnrolled': {
      const first = student.enrolments[0];
      return first ? `зачислен ${fullDate(first.from)}` : closedRowLabels.notYetEnrolled;
    }
    case 'left': {
      const past = student.enrolments.filter((span) => span.from <= date).at(-1);
      return past?.exit === 'transfer' ? closedRowLabels.moved : closedRowLabels.left;
    }
    default: {
      const status = student.statuses.find((span) => span.status === state && span.from <= date);
      return status ? byOrder(closedRowLabels[state], status.from, status.order) : closedRowLabels[state];
    }
  }
}
