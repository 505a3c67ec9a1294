import { missedHours } from '@/domain/attendance/missed-hours';
import { type Average, averageOf, pooledAverage, type WeightedMark } from '@/domain/grading/average';
import { type Proposal, proposeMark } from '@/domain/grading/proposal';
import { qualityOf } from '@/domain/grading/quality';
import type { JournalRegulation } from '../journal-regulation';
import type { JournalState, LessonState, RowState } from './journal-state';

/** What stands to the right of a row; hours are academic. */
export type RowSummary = {
  readonly missed: number;
  readonly missedInvalid: number;
  readonly debts: number;
  readonly average: Average | null;
  readonly proposal: Proposal | null;
};

const remembered = new WeakMap<RowState, { lessons: readonly LessonState[]; summary: RowSummary }>();

/** Counts a row with the domain's own rules; remembered until the row or a lesson changes. */
export function rowSummary(row: RowState, lessons: readonly LessonState[], regulation: JournalRegulation): RowSummary {
  const known = remembered.get(row);
  if (known?.lessons === lessons) return known.summary;
  const summary = count(row, lessons, regulation);
  remembered.set(row, { lessons, summary });
  return summary;
}

function count(row: RowState, lessons: readonly LessonState[], regulation: JournalRegulation): RowSummary {
  const attended = [];
  let debts = 0;
  for (const [column, cell] of row.cells.entries()) {
    const lesson = lessons[column];
    if (!lesson) continue;
    if (cell.presence !== null) attended.push({ presence: cell.presence, reason: cell.reason, hours: lesson.hours });
    for (const mark of cell.marks) if (mark.required && mark.value === null) debts += 1;
  }
  const missed = missedHours(attended, regulation.attendance.codes);
  const average = averageOf(marksOfRow(row, lessons, regulation), regulation.periodMark);
  return {
    missed: missed.total,
    missedInvalid: missed.invalid,
    debts,
    average,
    proposal: proposeMark(average, regulation.periodMark),
  };
}

/** All marks of the period with the weights of their kinds of work, those brought from a former section first (G-07). */
export function marksOfRow(
  row: Pick<RowState, 'cells' | 'carried'>,
  lessons: readonly LessonState[],
  regulation: Pick<JournalRegulation, 'taskTypes'>,
): WeightedMark[] {
  const marks: WeightedMark[] = row.carried.map((value) => ({ value }));
  const weights = weightsOf(regulation.taskTypes);
  row.cells.forEach((cell, column) => {
    for (const mark of cell.marks) {
      if (mark.value === null) continue;
      const type = lessons[column]?.assignments[mark.assignment]?.type ?? '';
      marks.push({ value: mark.value, weight: weights.get(type) ?? 1 });
    }
  });
  return marks;
}

const knownWeights = new WeakMap<JournalRegulation['taskTypes'], ReadonlyMap<string, number>>();

function weightsOf(types: JournalRegulation['taskTypes']): ReadonlyMap<string, number> {
  let weights = knownWeights.get(types);
  if (!weights) {
    weights = new Map(types.map(({ id, weight }) => [id, weight]));
    knownWeights.set(types, weights);
  }
  return weights;
}

/** Null: the lesson lies ahead; `absent` and `present` also until attendance was taken: nobody has said who was there. */
export type ColumnTotal = {
  readonly absent: number | null;
  readonly present: number | null;
  readonly marks: number | null;
};

export function columnTotals(state: Pick<JournalState, 'rows' | 'lessons' | 'view'>): ColumnTotal[] {
  const absent = state.lessons.map(() => 0);
  const open = state.lessons.map(() => state.rows.length);
  const marks = state.lessons.map(() => 0);
  for (const row of state.rows) {
    for (const span of row.closed) for (let at = span.from; at <= span.to; at += 1) open[at] = (open[at] ?? 0) - 1;
    row.cells.forEach((cell, column) => {
      if (cell.presence === 'absent') absent[column] = (absent[column] ?? 0) + 1;
      for (const mark of cell.marks) if (mark.value !== null) marks[column] = (marks[column] ?? 0) + 1;
    });
  }
  return state.lessons.map((lesson, column) => {
    const held = lesson.date <= state.view.today;
    const gone = absent[column] ?? 0;
    const taken = held && lesson.attendanceTaken;
    return {
      absent: taken ? gone : null,
      present: taken ? (open[column] ?? 0) - gone : null,
      marks: held ? (marks[column] ?? 0) : null,
    };
  });
}

export type GroupSummary = {
  readonly missed: number;
  readonly missedInvalid: number;
  readonly debts: number;
  readonly average: Average | null;
  /** Percent by given period grades, proposed ones where none is given yet. */
  readonly success: number | null;
  readonly quality: number | null;
};

export function groupSummary(state: Pick<JournalState, 'rows' | 'lessons' | 'regulation'>): GroupSummary {
  const { regulation, lessons, rows } = state;
  const summaries = rows.map((row) => rowSummary(row, lessons, regulation));
  const finals = rows.map((row, index) => row.grade.value ?? summaries[index]?.proposal?.value ?? null);
  const quality = qualityOf(finals, regulation.notAttested.countsInDenominator);
  const sum = (pick: (one: RowSummary) => number) => summaries.reduce((total, one) => total + pick(one), 0);
  return {
    missed: sum((one) => one.missed),
    missedInvalid: sum((one) => one.missedInvalid),
    debts: sum((one) => one.debts),
    average: pooledAverage(
      summaries.map((one) => one.average),
      regulation.periodMark,
    ),
    success: quality.success,
    quality: quality.quality,
  };
}
