import type { LocalDate, MarkValue } from '@/domain/types';

/** One assignment of a lesson; `index` in the packed cells is its place in `LessonColumn.assignments`. */
export type AssignmentView = {
  id: number;
  type: string;
  title: string;
  required: boolean;
  dueOn: LocalDate | null;
  version: number;
};

/** A line of the КТП: `no` is its number in the plan. */
export type PlannedTopicView = {
  id: number;
  no: number;
  title: string;
  homework: string;
  lessonType: string;
  hours: number;
};

export type LessonPart = 'topic' | 'attendance' | 'homework';

export type LessonColumn = {
  id: number;
  date: LocalDate;
  classPeriod: number;
  /** Local times «10:15–11:50», empty without a bell schedule; «за день» of practice that takes the whole day. */
  time: string;
  room: string;
  /** Id of the regulation's lesson type. */
  type: string;
  /** Academic hours. */
  hours: number;
  topic: string;
  /** The bound topic of the plan, or the one that follows by order when nothing is entered yet. */
  planned: PlannedTopicView | null;
  homework: string;
  homeworkDueOn: LocalDate | null;
  attendanceTaken: boolean;
  version: number;
  /** What is still to be entered; empty when the lesson is complete. */
  missing: LessonPart[];
  enteredAt: string | null;
  enteredBy: string | null;
  /** Entered after the profile's deadline, or overdue and still empty. */
  late: boolean;
  /** Name of the substitute who gave the lesson. */
  substitute: string | null;
  /** The actor may write marks, attendance, topic of this lesson now. */
  editable: boolean;
  /** The actor may still put a mark onto a dot of this lesson: open longer than the lesson itself. */
  debtEditable: boolean;
  /** The actor may set presence, reasons of absence of this lesson now (C-01). */
  presenceEditable: boolean;
  reasonEditable: boolean;
  /** Why it may not be edited, a Russian sentence; null when editable. */
  closedReason: string | null;
  assignments: AssignmentView[];
  /** Individual homework of this lesson. */
  individual: { studentId: number; text: string; version: number }[];
};

/** Days of a student without a cell: inclusive column indexes and the reason in words. */
export type ClosedSpan = { from: number; to: number; reason: string };

export type JournalRow = {
  studentId: number;
  /** «Иванов Артём В.» */
  name: string;
  fullName: string;
  /** One string for all columns, see packed-cells.ts. */
  cells: string;
  closed: ClosedSpan[];
  /** Marks that the profile brings along from a former section (G-07). */
  carried: MarkValue[];
  grade: GradeView;
};

export type GradeView = {
  value: MarkValue | 'notAttested' | null;
  version: number;
  reason: string | null;
  publishedAt: string | null;
  enteredBy: string | null;
};

export type JournalPeriod = { id: number; name: string; startsOn: LocalDate; endsOn: LocalDate; locked: boolean };

export type JournalAbilities = {
  fill: boolean;
  setReason: boolean;
  giveGrades: boolean;
  print: boolean;
};

/** Everything the grid shows, as plain data; cells travel once, a string per student. */
export type JournalView = {
  section: {
    id: number;
    /** «ОП.04 Основы алгоритмизации и программирования» */
    title: string;
    index: string;
    course: string;
    /** What the form says before the title, by the kind of journal. */
    head: string;
    group: string;
    groupId: number;
    yearOfStudy: number;
    program: string;
    subgroup: string | null;
    teachers: string[];
    passFail: boolean;
    planApprovedOn: LocalDate | null;
    plannedHours: number;
    givenHours: number;
    controlForm: string;
  };
  period: JournalPeriod;
  periods: JournalPeriod[];
  /** Other journals the actor may open, for the selectors. */
  sections: { id: number; group: string; title: string }[];
  today: LocalDate;
  lessons: LessonColumn[];
  rows: JournalRow[];
  substitutions: { date: LocalDate; by: string; insteadOf: string; reason: string; order: string }[];
  abilities: JournalAbilities;
};
