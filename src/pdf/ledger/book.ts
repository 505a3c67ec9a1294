import type { TextRun } from '../wrap';
import type { LedgerLabels } from './labels';

/** What stands in one cell of the grid, as written: «5», «уп,5», «н •». */
export type LedgerCell = {
  text: string;
  bold?: boolean;
  /** Entered after its time: a black corner. */
  late?: boolean;
};

/** A closed span of a row, lesson indexes of the course, both inclusive: hatched, with its reason in words. */
export type LedgerClosure = { from: number; to: number; reason: string };

/** One student's row in a course's grid. `cells[i]` belongs to `lessons[i]`; a missing or null cell is empty. */
export type LedgerRow = {
  no: string;
  name: string;
  cells: readonly (LedgerCell | null)[];
  closures: readonly LedgerClosure[];
  missed: string;
  average: string;
  grade: string;
};

/** A row of sums under the grid, one text per lesson. */
export type LedgerTotal = {
  label: string;
  cells: readonly string[];
  missed: string;
  average: string;
  grade: string;
};

/** One lesson: a column of the grid and a row of the facing page. */
export type LedgerLesson = {
  /** Band over the dates; neighbours with the same month share it. */
  month: string;
  /** In its place where the band is too narrow: «сент.». */
  shortMonth?: string;
  /** Head of the column: «20». */
  day: string;
  /** Head of the row: «20.11». */
  date: string;
  /** In the head of the page: «20 ноября 2026 года». */
  longDate: string;
  /** Number in the plan, for «№ 36–51»; empty when there is none. */
  number: string;
  type: string;
  /** Academic hours. */
  hours: string;
  topic: string;
  homework: string;
  enteredBy: string;
  enteredAt: string;
  late?: boolean;
  substituted?: boolean;
};

/** «подпись», «расшифровка», date. `stamp` leaves a place for the seal. */
export type LedgerSignature = { role: string; name: string; stamp?: boolean };

/** A note under the lessons: bold label, then the text («Замены периода:» …). */
export type LedgerNote = { label: string; text: string };

export type LedgerCourse = {
  /** Before the title in place of `labels.course`, where the journal has a form of its own: «Профессиональный модуль ПМ.01». */
  head?: string;
  title: string;
  teachers: string;
  /** After the dates in the head of the right page: «по плану (КТП утверждён 08.09.2026)»; may be empty. */
  schemeText: string;
  /** Head of the last column: «дифф. зачёт». */
  gradeLabel: string;
  lessons: readonly LedgerLesson[];
  rows: readonly LedgerRow[];
  totals: readonly LedgerTotal[];
  /** Appended to the legend: «Аттестовано 22 из 23; успеваемость 96 %»; may be empty. */
  resultText: string;
  /** «По плану … дано …». */
  planText: readonly TextRun[];
  notes: readonly LedgerNote[];
  signatures: readonly LedgerSignature[];
};

/** A row of the group list on the first pages. */
export type LedgerStudent = { no: string; name: string; birthDate: string; enrolment: string; movement: string };

/** A preview is a draft: watermark, no number, no code. A printed ledger carries what the register knows. */
export type LedgerStatus =
  | { draft: true }
  | {
      draft: false;
      number: string;
      date: string;
      /** Letters of the check address, with their dashes. */
      code: string;
      /** Whole address in the QR; its end is `code`. */
      verifyUrl: string;
      /** SHA-256 of the printed data, 64 hexadecimal digits. */
      hash: string;
    };

/** The paper as the print profile wants it; lengths in millimetres. */
export type LedgerPaper = {
  bindingMargin: number;
  /** true: printed on both sides, binding at the fold; false: binding at the left of every page. */
  mirrored: boolean;
  pageNumber: 'topRight' | 'topCenter';
  firstNumberedPage: 1 | 2;
  /** Columns of a spread, 4 to 30. */
  lessonsPerPage: number;
};

/** The signatures of the whole set on its last page; `{pages}` in a line becomes the page count. */
export type LedgerClosing = {
  title: string;
  lines: readonly string[];
  signatures: readonly LedgerSignature[];
};

/** Everything that a period ledger shows, in words and numbers ready to print; the engine adds pages and layout only. */
export type LedgerBook = {
  /** ISO instant of the document; the same book gives the same bytes. */
  createdAt: string;
  /** Title page: founder, then the organisation (the last line is set larger). */
  organisation: readonly string[];
  /** Beside the page number: «ГБПОУ … · Ведомость успеваемости · I семестр 2026/2027 учебного года». */
  runningHead: string;
  documentTitle: string;
  subtitle: string;
  group: string;
  /** Year of study; empty where the institution has none. */
  yearOfStudy: string;
  /** Speciality or profession with its code; empty where there is none. */
  programme: string;
  academicYear: string;
  interval: string;
  /** Over the columns of the sums: «I семестр». */
  periodLabel: string;
  /** Moment of the data, after the sheets: «записи на 16:05». */
  printedAt: string;
  status: LedgerStatus;
  paper: LedgerPaper;
  labels: LedgerLabels;
  /** Omitted parts are not printed. */
  contents: boolean;
  students: readonly LedgerStudent[] | null;
  courses: readonly LedgerCourse[];
  legend: string;
  closing: LedgerClosing | null;
};
