import type { CardGap, CheckState, SocialStatus } from '@/domain/people/card';
import type { EnrollmentStatus, LocalDate } from '@/domain/types';

export type PersonData = {
  lastName: string;
  firstName: string;
  middleName: string | null;
  sex: 'male' | 'female';
  phone: string | null;
  email: string | null;
};

export type GuardianLine = PersonData & {
  guardianId: number;
  version: number;
  relation: string;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
};

/** A stay in a group with what the student was in meanwhile. */
export type StayLine = {
  id: number;
  group: string;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
  entry: { id: number; name: string };
  exit: { id: number; name: string } | null;
  statuses: { kind: EnrollmentStatus; startsOn: LocalDate; endsOn: LocalDate | null }[];
};

/** Marks of one course in one group and year; a former group's stay where they were given. */
export type CourseMarks = {
  sectionId: number;
  course: string;
  group: string;
  year: string;
  marks: string[];
  grades: { period: string; value: string }[];
};

export type CardView = PersonData & {
  studentId: number;
  name: string;
  group: string | null;
  version: number;
  birthDate: LocalDate | null;
  recordNumber: string | null;
  registeredAddress: string | null;
  livingAddress: string | null;
  socialStatuses: SocialStatus[];
  guardians: GuardianLine[];
  gaps: CardGap[];
  check: { state: CheckState; last: { on: LocalDate; by: string } | null };
  stays: StayLine[];
  /** Null for whoever reads no journals of this student. */
  marks: CourseMarks[] | null;
  today: LocalDate;
  abilities: { edit: boolean; editPaper: boolean; orders: boolean; diary: boolean };
};

export type PeopleFilter = {
  q: string;
  group: number | null;
  state: '' | 'incomplete' | 'unchecked' | 'away';
  page: number;
};

export type PersonLine = {
  studentId: number;
  name: string;
  group: string | null;
  gaps: CardGap[];
  check: CheckState;
  checkedOn: LocalDate | null;
};

export type PeopleList = {
  lines: PersonLine[];
  total: number;
  incomplete: number;
  unchecked: number;
  page: number;
  pages: number;
  groups: { id: number; name: string }[];
  /** Whether those who are in no group today can be looked for. */
  every: boolean;
  waiting: number;
};
