import type { FilePart } from '@/domain/files/kinds';
import type { AverageExplanation } from '@/domain/grading/explain';
import type { Bounds } from '@/domain/grading/proposal';
import type { GradeValue, LocalDate, LocalTime, MarkValue } from '@/domain/types';

/** Whose diary; `children` are the tabs of a parent with several, empty otherwise. */
export type DiaryOwner = {
  studentId: number;
  /** «Давлетшина Алина» */
  name: string;
  group: string;
  yearOfStudy: number;
  children: readonly DiaryChild[];
  /** The reader may ask the college to change its data. */
  mayAsk?: boolean;
};

export type DiaryChild = { studentId: number; firstName: string; group: string; yearOfStudy: number };

/** How an absence looks: the code's symbol and label, and its class, which decides the colour. */
export type AbsenceSign = {
  symbol: string;
  label: string;
  class: 'unclassified' | 'valid' | 'sick' | 'invalid' | 'unknown' | 'late';
};

export type DiaryMark = {
  value: MarkValue;
  /** Kind or title of the work, a few words: «ответ», «ПЗ № 18». */
  work: string;
  comment: string;
};

/** A file to download: of the homework or of the lesson itself. */
export type DiaryFile = { id: string; part: FilePart; name: string; size: number };

export type DiaryLesson = {
  id: number;
  classPeriod: number;
  /** Empty without a bell schedule. */
  startsAt: LocalTime | '';
  courseId: number;
  course: string;
  /** Empty before the lesson or when not entered. */
  topic: string;
  homework: string;
  homeworkDueOn: LocalDate | null;
  /** Given to this student alone. */
  ownHomework: string;
  /** Left out where there are none. */
  files?: readonly DiaryFile[];
  marks: readonly DiaryMark[];
  absence: AbsenceSign | null;
  /** Titles of obligatory works of this lesson that are not handed in. */
  debts: readonly string[];
  room: string;
  /** «замена: Мухаметшин Р. И.», «отменено», «перенесено с 15.12»; empty when as usual. */
  change: string;
};

export type DiaryDay = {
  date: LocalDate;
  /** Why there are no lessons («каникулы», «День народного единства») or anything about the whole day; empty as a rule. */
  note: string;
  lessons: readonly DiaryLesson[];
};

export type DiaryDebt = {
  assignmentId: number;
  courseId: number;
  course: string;
  title: string;
  issuedOn: LocalDate;
  dueOn: LocalDate | null;
  overdue: boolean;
  /** How it came about and where to hand it in: «был болен 10.12»; empty when unknown. */
  note: string;
};

/** A school week with one day opened (the phone shows that day and the next school day, a desktop all). */
export type DiaryWeek = {
  studentId: number;
  today: LocalDate;
  selected: LocalDate;
  /** `day` on a phone opens one day, `week` all of them. */
  mode: 'day' | 'week';
  /** Monday to Saturday, Sunday only when it has lessons. */
  days: readonly DiaryDay[];
  /** A date in the neighbouring week, or null at the edge of the year. */
  previous: LocalDate | null;
  next: LocalDate | null;
  /** Changes of the timetable that are still ahead. */
  notices: readonly { id: number; title: string; text: string }[];
  debts: readonly DiaryDebt[];
};

export type PeriodTab = { id: number; name: string; current: boolean };

export type SubjectRow = {
  courseId: number;
  course: string;
  /** The latest three, oldest first. */
  recent: readonly MarkValue[];
  /** Hundredths: 433 = 4,33. */
  average: number | null;
  proposed: MarkValue | null;
  /** Only when published to the diary. */
  grade: GradeValue | null;
  debts: { count: number; dueOn: LocalDate | null } | null;
  /** How many hundredths are missing to the next mark; given only when it is near enough to be worth saying. */
  nearly: { value: MarkValue; missing: number } | null;
  /** «освобождена до 31.12»; empty as a rule. */
  note: string;
};

export type DiarySubjects = {
  studentId: number;
  periods: readonly PeriodTab[];
  rows: readonly SubjectRow[];
  /** Hundredths, over all subjects of the period. */
  average: number | null;
  debts: number;
  /** Academic hours missed in the period and how many of them by illness. */
  missedHours: number;
  sickHours: number;
};

export type SubjectEntry =
  | {
      kind: 'mark';
      date: LocalDate;
      work: string;
      topic: string;
      comment: string;
      value: MarkValue;
      lateOn: LocalDate | null;
    }
  | { kind: 'debt'; date: LocalDate; work: string; dueOn: LocalDate | null; overdue: boolean }
  | { kind: 'absence'; from: LocalDate; to: LocalDate; lessons: number; hours: number; sign: AbsenceSign };

export type DiarySubject = {
  studentId: number;
  courseId: number;
  /** «ОП.04» */
  index: string;
  course: string;
  teachers: readonly string[];
  /** «дифф. зачёт 24 декабря»; empty without attestation in the period. */
  control: string;
  periods: readonly PeriodTab[];
  debts: readonly DiaryDebt[];
  average: { hundredths: number; explained: AverageExplanation } | null;
  /** Lower bounds of 5, 4, 3 in hundredths; null when the regulation proposes no mark. */
  bounds: Bounds | null;
  proposed: { value: MarkValue; why: string } | null;
  /** Only when published; `reason`: why it differs from the proposal, empty when it does not. */
  grade: { value: GradeValue; reason: string } | null;
  /** One or two sentences; empty when there is nothing to foretell. */
  forecast: string;
  /** Newest first; the view groups them by month. */
  entries: readonly SubjectEntry[];
};

export type AbsenceDay = {
  date: LocalDate;
  lessons: readonly { id: number; classPeriod: number; course: string; hours: number; sign: AbsenceSign }[];
};

export type DiaryAbsences = {
  studentId: number;
  periods: readonly PeriodTab[];
  /** Academic hours of the period. */
  missedHours: number;
  /** Hours by code, biggest first; latenesses have no hours. */
  byCode: readonly { sign: AbsenceSign; hours: number; lessons: number }[];
  /** Hours of each month that has begun, oldest first; `month` is its first day. */
  byMonth: readonly { month: LocalDate; hours: number }[];
  /** Newest first. */
  days: readonly AbsenceDay[];
};

export type TimetableLesson = {
  classPeriod: number;
  startsAt: LocalTime | '';
  endsAt: LocalTime | '';
  course: string;
  room: string;
  teacher: string;
  /** «замена», «перенесено с 15.12», «отменено»; empty when as usual. */
  change: string;
  cancelled: boolean;
};

export type DiaryTimetable = {
  studentId: number;
  today: LocalDate;
  /** «числитель»; empty where weeks do not differ. */
  parity: string;
  days: readonly { date: LocalDate; note: string; lessons: readonly TimetableLesson[] }[];
  previous: LocalDate | null;
  next: LocalDate | null;
};
