import { z } from 'zod';
import { markValues } from '@/domain/types';

const id = z.int().min(1).max(2_147_483_647);
const version = z.int().min(0).max(1_000_000);
const localDate = z.iso.date();
/** Text that people type: no control characters except line breaks and tabs. */
const text = (max: number) =>
  z
    .string()
    .max(max)
    .refine((value) => value.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(value), 'недопустимые знаки')
    .transform((value) => value.trim());

/** An assignment that exists, or one created in this very batch under a name of the client's choice. */
const assignmentRef = z.union([id, z.strictObject({ ref: z.string().regex(/^[a-z0-9-]{1,40}$/) })]);

const cell = { lessonId: id, studentId: id, version };

export const presenceEdit = z.strictObject({ ...cell, value: z.enum(['absent', 'late']).nullable() });
export const reasonEdit = z.strictObject({
  ...cell,
  value: z
    .string()
    .regex(/^[a-zA-Z]{1,20}$/)
    .nullable(),
  note: text(200).optional(),
});
export const markEdit = z.strictObject({
  ...cell,
  assignment: assignmentRef,
  value: z.enum(markValues).nullable(),
  required: z.boolean(),
  comment: text(300).nullish(),
});
export const lessonEdit = z.strictObject({
  lessonId: id,
  version,
  topic: text(2000).optional(),
  plannedTopicId: id.nullable().optional(),
  lessonType: z
    .string()
    .regex(/^[a-zA-Z]{1,30}$/)
    .optional(),
  hours: z.int().min(1).max(12).optional(),
  homework: text(2000).optional(),
  homeworkDueOn: localDate.nullable().optional(),
  attendanceTaken: z.boolean().optional(),
});
/** Creates (`assignment.ref`, version 0) or changes an assignment; `dotForAll` is «отметить всех». */
export const assignmentEdit = z.strictObject({
  lessonId: id,
  assignment: assignmentRef,
  version,
  taskType: z.string().regex(/^[a-zA-Z]{1,30}$/),
  title: text(300),
  required: z.boolean(),
  dueOn: localDate.nullable(),
  dotForAll: z.boolean().optional(),
});
/** An assignment made by mistake: goes with its dots, is refused with a mark. */
export const removalEdit = z.strictObject({ lessonId: id, assignment: id, version });
export const homeworkEdit = z.strictObject({ ...cell, text: text(1000) });
export const gradeEdit = z.strictObject({
  studentId: id,
  periodId: id,
  version,
  value: z.enum([...markValues, 'notAttested']).nullable(),
  reason: text(500).nullable(),
});

type Named = {
  lessonId?: number;
  studentId?: number;
  periodId?: number;
  assignment?: number | { ref: string };
};
type List = 'assignments' | 'removals' | 'lessons' | 'presences' | 'reasons' | 'marks' | 'homework' | 'grades';
type Lists = Record<List, Named[]>;

/**
 * Two edits of one value in one batch would have no order, nor would a change of an assignment that is removed: neither is
 * written.
 */
function namesNothingTwice(lists: Lists): boolean {
  const { assignments, removals, lessons, presences, reasons, marks, homework, grades } = lists;
  const place = ({ lessonId, studentId, periodId }: Named) => `${lessonId} ${studentId} ${periodId}`;
  const refOf = ({ assignment }: Named) => JSON.stringify(assignment);
  const removed = new Set(removals.map(refOf));
  if (marks.some((mark) => removed.has(refOf(mark)))) return false;
  const names = [
    [...assignments, ...removals].map(refOf),
    marks.map((mark) => `${refOf(mark)} ${mark.studentId}`),
    ...[lessons, presences, reasons, homework, grades].map((list) => list.map(place)),
  ];
  return names.every((list) => new Set(list).size === list.length);
}

/** One PATCH: everything of a lesson together (contract.md). At most 2,000 values, a person's quick hour of work. */
export const cellEdits = z
  .strictObject({
    sectionId: id,
    assignments: z.array(assignmentEdit).max(50).default([]),
    removals: z.array(removalEdit).max(50).default([]),
    lessons: z.array(lessonEdit).max(100).default([]),
    presences: z.array(presenceEdit).max(2000).default([]),
    reasons: z.array(reasonEdit).max(2000).default([]),
    marks: z.array(markEdit).max(2000).default([]),
    homework: z.array(homeworkEdit).max(200).default([]),
    grades: z.array(gradeEdit).max(200).default([]),
  })
  .refine(
    (edits) =>
      [
        edits.assignments,
        edits.removals,
        edits.lessons,
        edits.presences,
        edits.reasons,
        edits.marks,
        edits.homework,
        edits.grades,
      ].some((list) => list.length > 0),
    'нет ни одной правки',
  )
  .refine(namesNothingTwice, 'одна и та же запись названа дважды');

export type CellEdits = z.output<typeof cellEdits>;
/** What a client sends: lists may be left out. */
export type CellEditsInput = z.input<typeof cellEdits>;
export type AssignmentRef = z.output<typeof assignmentRef>;

export type ConflictKind = 'presence' | 'reason' | 'mark' | 'lesson' | 'assignment' | 'removal' | 'homework' | 'grade';

/** Another person's newer value; nothing of this edit was written. `value` is null for an emptied cell. */
export type EditConflict = {
  kind: ConflictKind;
  lessonId: number | null;
  studentId: number | null;
  assignmentId: number | null;
  version: number;
  value: string | null;
  required: boolean;
  by: string;
  at: string;
};

/** New versions of what was written, in the order of the request; `refs` names the assignments created. */
export type CellEditsAnswer = {
  savedAt: string;
  refs: Record<string, number>;
  assignments: { id: number; version: number }[];
  /** Ids of assignments that are no more. */
  removals: number[];
  lessons: { lessonId: number; version: number; enteredAt: string | null; late: boolean }[];
  presences: { lessonId: number; studentId: number; version: number; late: boolean }[];
  reasons: { lessonId: number; studentId: number; version: number }[];
  marks: {
    assignmentId: number;
    studentId: number;
    version: number;
    late: boolean;
    value: string | null;
    required: boolean;
  }[];
  homework: { lessonId: number; studentId: number; version: number }[];
  grades: { studentId: number; version: number }[];
  conflicts: EditConflict[];
};
