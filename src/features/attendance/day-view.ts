import type { AbsenceCode } from '@/domain/regulation/regulation';
import type { LocalDate, Presence } from '@/domain/types';

/** One lesson of the day; two subgroups may have one at the same hour. */
export type DayLesson = {
  id: number;
  sectionId: number;
  classPeriod: number;
  /** «ОП.04», with the subgroup where the group is divided: «СГ.02, подгр. 1». */
  title: string;
  course: string;
  taken: boolean;
  /** Why this person may not write presence or a reason here; null when they may. Advice only: the server judges. */
  presenceClosed: string | null;
  reasonClosed: string | null;
};

export type DayColumn = {
  classPeriod: number;
  /** «8:30», empty without bells. */
  time: string;
  state: 'done' | 'attention' | 'now' | 'ahead';
  /** «отмечено», «не отмечено», «идёт», «впереди» */
  words: string;
  lessons: readonly DayLesson[];
};

/** Presence and reason of a lesson × student with their versions; `note` is the reason's own. */
export type DayCell = {
  lessonId: number;
  presence: Presence;
  presenceVersion: number;
  reason: string | null;
  reasonVersion: number;
  note: string;
};

export type DayRow = {
  studentId: number;
  name: string;
  /** «академический отпуск с 23.11.2026»; the row is then closed. */
  closed: string | null;
  /** Of each column; null: the student has no lesson then. */
  cells: readonly (DayCell | null)[];
};

export type DaySheet = {
  groupId: number;
  group: string;
  date: LocalDate;
  today: LocalDate;
  /** The nearest days with lessons. */
  previous: LocalDate | null;
  next: LocalDate | null;
  columns: readonly DayColumn[];
  rows: readonly DayRow[];
  codes: readonly AbsenceCode[];
  /** Academic hours of a lesson by its id. */
  hours: Readonly<Record<number, number>>;
  /** Whether anything of this day may be written by this person. */
  editable: boolean;
  /** The curator names reasons here, so that several days can be given one. */
  excuses: boolean;
  /** The students' diaries are in this person's sight. */
  diaries: boolean;
  timeZone: string;
};
