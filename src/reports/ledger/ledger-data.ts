import type { PrintSettings } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';

/** What a person may ask of the ledger; course: a Course id, section: one journal. */
export type LedgerParams = {
  group: number;
  course?: number | undefined;
  section?: number | undefined;
  period?: number | undefined;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
  lessonsPerPage?: number | undefined;
};

/** A cell as written; `l` entered late, `b` failing. An empty cell is null. */
export type LedgerCellData = { text: string; late: boolean; failing: boolean } | null;

export type LedgerLessonData = {
  date: LocalDate;
  planNumber: number | null;
  type: string;
  hours: number;
  topic: string;
  homework: string;
  enteredBy: string | null;
  /** Local «18.12.2026 10:16» of the institution. */
  enteredAt: string | null;
  late: boolean;
  substitute: string | null;
};

export type LedgerRowData = {
  no: number;
  name: string;
  cells: LedgerCellData[];
  closed: { from: number; to: number; reason: string }[];
  /** Academic hours missed. */
  missed: number;
  debts: number;
  average: string;
  grade: string;
  failing: boolean;
};

export type LedgerCourseData = {
  sectionId: number;
  courseId: number;
  title: string;
  teachers: string[];
  teacherInitials: string[];
  schemeApprovedOn: LocalDate | null;
  controlForm: string;
  plannedHours: number;
  givenHours: number;
  lessons: LedgerLessonData[];
  rows: LedgerRowData[];
  /** Of each lesson; null: attendance was not taken. */
  absent: (number | null)[];
  present: (number | null)[];
  substitutions: { date: LocalDate; hours: number; by: string; reason: string; order: string }[];
};

/**
 * Everything that a printed ledger says, as plain data: what the hash is taken of and what the register keeps, so that the
 * same document can be drawn again at any time. `form` grows when the shape changes.
 */
export type LedgerData = {
  form: 1;
  institution: { founder: string; name: string; shortName: string; city: string; timeZone: string };
  group: { id: number; name: string; yearOfStudy: number; program: string };
  year: string;
  period: { id: number; name: string };
  interval: { from: LocalDate; to: LocalDate };
  lessonsPerPage: number;
  print: PrintSettings;
  /** `heads`: of journals of a form of their own, by their ids. */
  words: {
    group: string;
    teacher: string;
    curator: string;
    course: string;
    heads?: Readonly<Record<string, string>>;
  };
  legend: string;
  signatories: { curator: string; deputyDirector: string; director: string };
  students: { no: number; name: string; birthDate: LocalDate | null; enrolment: string; movement: string }[];
  courses: LedgerCourseData[];
};
