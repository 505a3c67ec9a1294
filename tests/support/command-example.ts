import type { PreparedContingent } from './command-examples-contingent';
import type { WaitingImports } from './command-examples-import';
import type { OfficeRows } from './command-examples-office';
import type { PlanRows } from './command-examples-plans';
import type { SchemeRows } from './command-examples-schemes';
import type { TimetableRows } from './command-examples-timetable';
import type { World } from './world';

export type Who = keyof World['people'] | 'system' | 'anonymous';

/** A command, somebody who may run it, and an input that names every field the command knows. */
export type Example = { name: string; who: Who; input: Record<string, unknown> };

/** People, a plan line and a subgroup on which the examples stand. */
export type Prepared = {
  newcomers: number[];
  item: number;
  passFailItem: number;
  curriculum: number;
  subgroup: number;
  timetableEntry: number;
  timetable: TimetableRows;
  /** An assignment of today's lesson that may be removed. */
  mistake: number;
  /** A closed year without a successor, and a later one whose closing can be undone. */
  closedYears: { open: number; undo: number };
  /** Rows of the study office. */
  office: OfficeRows;
  plans: PlanRows;
  /** Schemes of work in each state. */
  schemes: SchemeRows;
  /** Parents' notes without an answer. */
  notes: number[];
  contingent: PreparedContingent;
  /** A copy of the database that is known. */
  copy: number;
  imports: WaitingImports;
  /** Waiting in the queue. */
  jobs: number[];
};

/** Acts of more than one row in the audit: an import has one for each author it carries over, opening a year one for each part. */
export const rowsOfAct: Readonly<Record<string, number>> = {
  'journal.import-lessons': 2,
  'academic-year.open-next': 6,
  'import.carry-out': 2,
  'people.hire': 3,
};
