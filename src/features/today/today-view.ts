import type { LocalDate } from '@/domain/types';
import type { CellEditsInput } from '@/features/journal/cell-edits';

/** ● filled · ▲ something is missing · ■ past the deadline · ▶ going on now · ○ ahead. */
export type LessonState = 'done' | 'attention' | 'overdue' | 'now' | 'ahead';

/** Where a lesson is opened: the journal of its section. */
export type LessonLink = { sectionId: number; lessonId: number };

export type TodayLesson = LessonLink & {
  classPeriod: number;
  /** «8:30–10:05», empty without a bell schedule. */
  time: string;
  /** «ИСП-25-1» or «ИСП-25-1, подгр. 1» */
  group: string;
  /** «ОП.04 Основы алгоритмизации и программирования» */
  course: string;
  /** The entered topic or the planned one. */
  topic: string;
  room: string;
  state: LessonState;
  /** Words after the sign: «нет домашнего задания», «впереди»; for a lesson going on what has been done: «нет 2, отм. 7». */
  words: string;
  /** «Вместо Мухаметшина Р. И., доступ до 19.12»; empty in one's own lessons. */
  substitution: string;
};

export type UnfilledLesson = LessonLink & {
  date: LocalDate;
  classPeriod: number;
  group: string;
  /** «ОП.04» */
  index: string;
  /** «тема», «посещаемость», «домашнее задание», «отметки за ПЗ № 8» */
  missing: readonly string[];
  state: 'overdue' | 'attention';
  /** «просрочено 2 дня», «сегодня до 23:59» */
  deadline: string;
  /** What taking the planned topic writes, where this alone completes the lesson and the actor may write it now. */
  plan: PlanOffer | null;
};

/** `no`: the topic's number in the plan; `edit`: the lesson's part of the batch that the grid's own key would send. */
export type PlanOffer = { no: number; edit: NonNullable<CellEditsInput['lessons']>[number] };

export type AwaitingWork = LessonLink & {
  date: LocalDate;
  classPeriod: number;
  group: string;
  work: string;
  checked: number;
  total: number;
  state: 'overdue' | 'attention' | 'ahead';
  deadline: string;
};

export type DebtLine = LessonLink & {
  assignmentId: number;
  group: string;
  work: string;
  /** «Борисов, Давлетшина, Ершов и ещё 6» */
  students: string;
  count: number;
  dueOn: LocalDate | null;
};

export type GradesToGive = {
  sectionId: number;
  periodId: number;
  group: string;
  /** «ОП.04, дифф. зачёт 24.12» */
  course: string;
  given: number;
  total: number;
  /** Given grades that the diary does not show yet; null when there are none. `deadline`: «21.12, 3 дня» or empty. */
  unpublished: { count: number; state: 'overdue' | 'attention' | 'ahead'; deadline: string } | null;
};

export type WeekCell = LessonLink & { date: LocalDate; classPeriod: number; group: string; state: LessonState };

export type TeacherToday = {
  date: LocalDate;
  /** «16-я неделя, числитель»; empty outside the year. */
  weekWords: string;
  /** «10:42 · до конца пары 1 ч 08 мин» */
  clockWords: string;
  lessons: readonly TodayLesson[];
  /** The next day with own lessons, for a day without any. */
  nextDate: LocalDate | null;
  /** Overdue first, oldest first. */
  unfilled: readonly UnfilledLesson[];
  awaiting: readonly AwaitingWork[];
  /** Oldest deadline first; at most ten, `debtsTotal` counts all dots. */
  debts: readonly DebtLine[];
  debtsTotal: number;
  /** Null when no period is near its end. */
  grades: { period: string; dueOn: LocalDate; lines: readonly GradesToGive[] } | null;
  week: { days: readonly LocalDate[]; cells: readonly WeekCell[]; hours: number };
};

/** One absent person of the curator's group on the day; `lessons` in the order of the pairs. */
export type AbsentToday = {
  studentId: number;
  name: string;
  lessons: readonly { classPeriod: number; symbol: string; label: string }[];
  /** Academic hours missed; 0 for a lateness. */
  hours: number;
  explained: boolean;
};

export type UnexplainedAbsence = LessonLink & {
  studentId: number;
  name: string;
  date: LocalDate;
  classPeriod: number;
  /** «ОП.04» */
  index: string;
  hours: number;
};

export type CuratorToday = {
  groupId: number;
  group: string;
  date: LocalDate;
  /** Students of the group on the day, closed rows left out. */
  studentCount: number;
  /** How many of the day's lessons have their attendance entered. */
  lessonsTaken: number;
  lessonsTotal: number;
  absent: readonly AbsentToday[];
  /** Absences without a reason up to today, newest first; at most twenty, `unexplainedTotal` counts all. */
  unexplained: readonly UnexplainedAbsence[];
  unexplainedTotal: number;
  debts: readonly { studentId: number; name: string; byCourse: string; count: number; oldestDueOn: LocalDate | null }[];
  /** Absent people by day and pair of the present week; null: no lesson. */
  heat: { days: readonly LocalDate[]; rows: readonly { classPeriod: number; absent: readonly (number | null)[] }[] };
};

export type GroupLine = {
  groupId: number;
  name: string;
  yearOfStudy: number;
  program: string;
  curator: string;
  students: number;
  journals: number;
  lessons: number;
  /** Lessons past their deadline that are not complete. */
  overdue: number;
  withoutHomework: number;
  /** Percent with one decimal; null when nothing was held. */
  filled: number | null;
  attendance: number | null;
  debts: number;
  state: 'done' | 'attention' | 'overdue';
};

/** Start page of those who look over many journals: deputy, director, department head, study office, methodist. */
export type GroupsOverview = {
  date: LocalDate;
  period: string;
  query: string;
  groups: readonly GroupLine[];
  /** All groups in the reader's scope, before the search. */
  total: number;
  canPrint: boolean;
};

/** A journal whose period grades should be in the diaries by now. */
export type LateGrades = {
  sectionId: number;
  periodId: number;
  group: string;
  /** «ОП.04 Основы алгоритмизации, 1-я подгруппа» */
  course: string;
  /** «Мухаметшин Р. И.», several with commas; empty when nobody teaches it now. */
  teachers: string;
  count: number;
  /** «просрочено 2 дня» */
  deadline: string;
};

export type InstitutionOverview = {
  name: string;
  shortName: string;
  founder: string;
  city: string;
  /** «Самара, UTC+4» */
  timeZone: string;
  regulation: { title: string; validFrom: LocalDate };
  academicYear: string;
  counts: { groups: number; students: number; staff: number; parents: number; accounts: number };
  health: { status: 'ok' | 'down'; database: 'ok' | 'down'; version: string; warnings: readonly string[] };
  demo: boolean;
  /** Nobody has opened an academic year yet. */
  fresh: boolean;
};
