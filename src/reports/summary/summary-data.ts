import type { MissedHours } from '@/domain/attendance/missed-hours';
import type { FinalMark } from '@/domain/grading/quality';
import type { LocalDate } from '@/domain/types';

/** A column of marks: a course in a period; `main` is the one that the student's and the group's sums take. */
export type SummaryColumn = { course: string; form: string; formShort: string; period: string; main: boolean };

/** What the summary ledger of a group says, as plain data. */
export type SummaryData = {
  institution: string;
  title: string;
  group: string;
  yearOfStudy: number;
  program: string;
  period: string;
  /** Columns are of several periods: a year. */
  ofYear: boolean;
  asOf: Date;
  timeZone: string;
  interval: { from: LocalDate; to: LocalDate };
  bindingMarginMm: number;
  notAttested: { symbol: string; label: string; counted: boolean };
  words: { student: string; group: string };
  columns: SummaryColumn[];
  students: { no: number; name: string; finals: FinalMark[]; missed: MissedHours }[];
  signatures: { role: string; name: string }[];
};
