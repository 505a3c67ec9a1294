import type { LocalDate } from '@/domain/types';
import type { Chair } from './chairs';
import type { FullName } from './names';
import type { ControlForm, PlannedCourse } from './programmes/programme-table';
import type { Topic } from './topics/parse';

/** A person of the demo college; `no` is the place in `plan.people` and the key that everything else refers by. */
export interface DemoPerson extends FullName {
  no: number;
  login: string;
  birthDate: LocalDate;
}

export interface DemoStaff {
  no: number;
  role: string;
  title: string;
  department: number | null;
  hiredOn: LocalDate;
  room: string;
  chairs: readonly Chair[];
  /** Programmes whose practice this master of training leads. */
  practiceOf: readonly string[];
}

export interface DemoGroup {
  name: string;
  programme: string;
  department: number;
  entryYear: number;
  curator: number;
  /** Semesters of study that fall into the two years. */
  students: number[];
}

export type MovementKind = 'arrive' | 'expel' | 'transfer' | 'leave' | 'home' | 'graduate';

/** An order on a student: `date` is its effective day. Transfers name the target, leave and home study their last day. */
export interface Movement {
  date: LocalDate;
  order: string;
  orderDate: LocalDate;
  kind: MovementKind;
  student: number;
  group: string;
  target: string | null;
  until: LocalDate | null;
}

/** Membership of a group over days, both ends included; `closed` are days without marks and attendance. */
export interface Membership {
  student: number;
  group: string;
  from: LocalDate;
  to: LocalDate | null;
  closed: { kind: 'leave' | 'home'; from: LocalDate; to: LocalDate | null }[];
}

export interface DemoSemester {
  /** Start of the academic year, 2025 or 2026, and 1 or 2 within it. */
  year: number;
  half: 1 | 2;
  from: LocalDate;
  to: LocalDate;
  /** Last day with ordinary lessons; the session follows. */
  lessonsTo: LocalDate;
}

/** A journal: course × group × year, or one subgroup of it; `no` is its place in `plan.sections`. */
export interface DemoSection {
  no: number;
  year: number;
  group: string;
  course: PlannedCourse;
  chair: Chair;
  subgroup: 1 | 2 | null;
  division: string | null;
  teacher: number;
  /** Who takes over within the year, and from when. */
  successor: { teacher: number; from: LocalDate } | null;
  halves: { half: 1 | 2; semester: number; lessons: number; pairsPerWeek: number; control: ControlForm }[];
  schemeKey: string;
}

export interface DemoScheme {
  key: string;
  course: PlannedCourse;
  programme: string;
  entryYear: number;
  year: number;
  author: number;
  topics: Topic[];
}

export type Parity = 'every' | 'odd' | 'even';

export interface DemoEntry {
  section: number;
  half: 1 | 2;
  weekday: number;
  pair: number;
  parity: Parity;
}

export interface DemoSubstitution {
  absent: number;
  reason: string;
  order: string;
  orderDate: LocalDate;
}

export interface DemoLesson {
  section: number;
  half: 1 | 2;
  date: LocalDate;
  pair: number;
  teacher: number;
  room: string;
  entry: number | null;
  /** Place of its topic in the scheme, from 0. */
  topic: number;
  substitution: DemoSubstitution | null;
}

export interface DemoPlan {
  seed: string;
  people: DemoPerson[];
  staff: DemoStaff[];
  guardians: { guardian: number; student: number; relation: string }[];
  /** Students of age who closed their parents' access, with the day. */
  closedAccess: { student: number; date: LocalDate }[];
  groups: DemoGroup[];
  movements: Movement[];
  memberships: Membership[];
  semesters: DemoSemester[];
  sections: DemoSection[];
  schemes: DemoScheme[];
  entries: DemoEntry[];
  lessons: DemoLesson[];
}
