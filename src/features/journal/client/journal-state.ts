import type { GradeScale, MarkValue, Presence } from '@/domain/types';
import type { Edit, Saving } from '@/features/unsent/client/desk';
import type { CellEditsInput } from '../cell-edits';
import type { JournalRegulation } from '../journal-regulation';
import type { ClosedSpan, GradeView, JournalView, LessonColumn } from '../journal-view';
import type { CellFacts } from '../packed-cells';
import type { Target, TargetKey } from './targets';

export type RowState = {
  readonly studentId: number;
  readonly name: string;
  readonly fullName: string;
  readonly cells: readonly CellFacts[];
  readonly closed: readonly ClosedSpan[];
  readonly carried: readonly MarkValue[];
  readonly grade: GradeView;
};

/** `column` counts all lessons of the view; `lessons.length` is the column of the period grade. */
export type Cursor = { readonly row: number; readonly column: number };

/** `plannedTopicId`: the topic of the plan that this lesson has been bound to; own wording keeps the tie. */
export type LessonState = LessonColumn & { readonly plannedTopicId: number | null };
export type LessonFields = Pick<
  LessonState,
  'topic' | 'type' | 'hours' | 'homework' | 'homeworkDueOn' | 'attendanceTaken' | 'plannedTopicId'
>;
export type AssignmentFields = {
  readonly type: string;
  readonly title: string;
  readonly required: boolean;
  readonly dueOn: string | null;
};
export type MarkFact = { readonly value: MarkValue | null; readonly required: boolean };
export type GradeFact = { readonly value: GradeView['value']; readonly reason: string | null };
export type FactValue = Presence | string | null | LessonFields | AssignmentFields | MarkFact | GradeFact;

export type Change = { readonly target: Target; readonly before: FactValue; readonly after: FactValue };
/** One step of undo: everything that one key or one click wrote. */
export type Step = { readonly changes: readonly Change[]; readonly cursor: Cursor };

export type JournalEdit = Edit<Target, FactValue>;

export type Conflict = {
  readonly target: Target;
  readonly mine: FactValue;
  readonly theirs: FactValue;
  readonly by: string;
  /** Instants, ISO. */
  readonly at: string;
  readonly mineAt: string;
};

export type Notice = { readonly tone: 'done' | 'refused'; readonly text: string };

export type Dialog =
  | { readonly kind: 'help' }
  | { readonly kind: 'history'; readonly lessonId: number; readonly studentId: number | null }
  | { readonly kind: 'average'; readonly row: number }
  | { readonly kind: 'conflict'; readonly key: TargetKey }
  | { readonly kind: 'gradeReason'; readonly row: number; readonly value: MarkValue | 'notAttested' }
  | { readonly kind: 'removeAssignment'; readonly lessonId: number; readonly assignmentId: number }
  | { readonly kind: 'publish' };

export type Panel = 'auto' | 'open' | 'closed';
export type CardField = 'firstEmpty' | 'newAssignment';

export type JournalState = Saving<JournalEdit, CellEditsInput> & {
  readonly view: JournalView;
  readonly regulation: JournalRegulation;
  readonly scale: GradeScale;
  readonly lessons: readonly LessonState[];
  readonly rows: readonly RowState[];
  /** Indexes of the lessons shown: one chip of months, or all of them. */
  readonly shown: readonly number[];
  readonly chip: number;
  readonly cursor: Cursor;
  /** Where a range of cells begins that ends at the cursor (Shift with an arrow); null: the cursor's cell alone. */
  readonly anchor: Cursor | null;
  /** Lesson id → index of the assignment that digits go to. */
  readonly active: Readonly<Record<number, number>>;
  /** Letters of an absence code typed into the cursor's cell so far. */
  readonly typing: string;
  /** The letters typed so far are a code already and are written. */
  readonly typingIsCode: boolean;
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  readonly pending: ReadonlyMap<TargetKey, Target>;
  /** What the server has, for every target that differs from it or may. */
  readonly base: ReadonlyMap<TargetKey, FactValue>;
  readonly conflicts: ReadonlyMap<TargetKey, Conflict>;
  /** Local (negative) id of an assignment created here → the server's id. */
  readonly created: Readonly<Record<number, number>>;
  /** Assignments whose removal waits for the server's word. */
  readonly removing: ReadonlySet<number>;
  readonly notice: Notice | null;
  readonly dialog: Dialog | null;
  readonly panel: Panel;
  readonly tab: 'marks' | 'topics';
  /** What the card should focus next; `at` changes with every wish. */
  readonly cardFocus: { readonly field: CardField; readonly at: number } | null;
};
