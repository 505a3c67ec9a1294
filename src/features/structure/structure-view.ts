import type { LocalDate } from '@/domain/types';
import type { StaffRole } from '@/features/people/staff-roles';

export type Choice = { id: number; label: string };

type Versioned = { id: number; version: number };

export type DepartmentRow = Versioned & { name: string; heads: string[]; groups: number };
export type ProgrammeRow = Versioned & {
  code: string;
  name: string;
  qualification: string;
  termMonths: number;
  /** Entry years that have a plan. */
  plans: number[];
};
export type StructureView = {
  departments: DepartmentRow[];
  programmes: ProgrammeRow[];
  may: { structure: boolean; programmes: boolean };
};

export type GroupRow = Versioned & {
  name: string;
  entryYear: number;
  yearOfStudy: number;
  programme: string;
  departmentId: number;
  department: string;
  curriculumId: number;
  curator: { id: number; name: string; since: LocalDate } | null;
  students: number;
  /** Those who are enrolled for a later day, from the first of these days on. */
  coming: { students: number; from: LocalDate } | null;
};
export type GroupsView = {
  groups: GroupRow[];
  /** Groups that nobody studies in any more, or not yet. */
  empty: GroupRow[];
  departments: Choice[];
  curricula: (Choice & { entryYear: number })[];
  staff: Choice[];
  today: LocalDate;
  may: { enter: boolean; openCards: boolean };
};

export type RoomRow = Versioned & {
  name: string;
  purpose: string;
  seats: number | null;
  closedOn: LocalDate | null;
  /** Lessons of the coming four weeks. */
  lessons: number;
};
export type RoomsView = { rooms: RoomRow[]; today: LocalDate; may: { enter: boolean; remove: boolean } };

export type StaffPosition = {
  id: number;
  role: StaffRole;
  title: string;
  department: string | null;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
};
export type StaffPerson = {
  version: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  sex: 'male' | 'female';
  birthDate: LocalDate | null;
  phone: string | null;
  email: string | null;
};
export type StaffRow = {
  id: number;
  name: string;
  hiredOn: LocalDate;
  leftOn: LocalDate | null;
  positions: StaffPosition[];
  account: boolean;
  /** Null for who does not enter people. */
  person: StaffPerson | null;
};
export type StaffView = {
  staff: StaffRow[];
  query: string;
  left: boolean;
  departments: Choice[];
  today: LocalDate;
  /** Whose page it is: one's own positions and dismissal are another's to enter. */
  self: number;
  may: { enter: boolean; accounts: boolean };
};

export type ResponsibilityRow = Versioned & {
  staffId: number;
  person: string;
  position: string;
  duty: string;
  orderNumber: string;
  orderedOn: LocalDate;
  startsOn: LocalDate;
  endsOn: LocalDate | null;
};
export type ResponsibleView = {
  present: ResponsibilityRow[];
  former: ResponsibilityRow[];
  /** Duties that the regulations want somebody for and nobody holds today. */
  vacant: string[];
  staff: Choice[];
  today: LocalDate;
  may: { enter: boolean };
};

export type DocumentRow = Versioned & { kind: 'normative' | 'training'; title: string; url: string; note: string };
export type DocumentsView = { documents: DocumentRow[]; may: { enter: boolean } };

export type TrainingRow = {
  id: number;
  staffId: number;
  person: string;
  topic: string;
  heldOn: LocalDate;
  hours: number;
};
export type TrainingView = {
  records: TrainingRow[];
  /** Staff of today, those never trained first. */
  staff: { id: number; name: string; last: LocalDate | null; trainings: number }[];
  /** Where people learn on invented data. */
  places: DocumentRow[];
  today: LocalDate;
  may: { enter: boolean; remove: boolean };
};
