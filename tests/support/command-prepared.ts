import type { PreparedContingent } from './command-examples-contingent';
import type { WaitingImports } from './command-examples-import';
import type { OfficeRows } from './command-examples-office';
import type { PlanRows } from './command-examples-plans';
import type { SchemeRows } from './command-examples-schemes';
import type { TimetableRows } from './command-examples-timetable';

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
