import type { CourseKind } from '@/domain/curriculum/plan';
import type { LocalDate } from '@/domain/types';
import type { StudyYear, YearPeriod } from './load-year';
import type { LoadRow, Part } from './read-load';

export type YearChoice = {
  years: readonly Pick<StudyYear, 'id' | 'name'>[];
  year: Pick<StudyYear, 'id' | 'name' | 'closed'>;
};

/**
 * `differs`: lines whose journals have other hours than the plan; `reviews`: divisions that wait to be looked through for the present
 * period; `loose`: students in no subgroup of a division.
 */
export type GroupRow = {
  id: number;
  name: string;
  lines: number;
  opened: number;
  unassigned: number;
  differs: number;
  reviews: number;
  loose: number;
};

export type LoadOverview = YearChoice & {
  groups: readonly GroupRow[];
  /** Given to somebody without an order yet. */
  withoutOrder: number;
  today: LocalDate;
  mayEnter: boolean;
};

export type LoadLine = {
  itemId: number;
  index: string;
  course: string;
  kind: CourseKind;
  /** By half of the year. */
  plan: readonly LoadRow['terms'][number][];
  opensAlone: boolean;
  mayOpen: boolean;
  parts: readonly Part[];
};

export type Division = { division: string; subgroups: readonly string[]; students: number };

export type GroupLoad = YearChoice & {
  group: { id: number; name: string; curriculumId: number; planApproved: boolean; yearOfStudy: number };
  periods: readonly (YearPeriod & { locked: boolean })[];
  lines: readonly LoadLine[];
  divisions: readonly Division[];
  teachers: readonly { id: number; name: string }[];
  today: LocalDate;
  mayEnter: boolean;
};

export type TeacherRow = {
  id: number;
  name: string;
  hours: { 1: number; 2: number };
  journals: readonly {
    sectionId: number;
    groupId: number;
    title: string;
    hours: number;
    halves: { 1: number; 2: number };
    stream: string | null;
    until: LocalDate | null;
    /** «№ 12 от 01.09.2026» */
    order: string | null;
  }[];
};
export type TeachersLoad = YearChoice & { teachers: readonly TeacherRow[]; unassigned: number; mayPrint: boolean };

export type StreamRow = { id: number; name: string; course: string; teacher: string; groups: readonly string[] };
export type StreamCandidate = {
  sectionId: number;
  group: string;
  course: string;
  courseId: number;
  teacherId: number;
  teacher: string;
};
export type StreamsView = YearChoice & {
  streams: readonly StreamRow[];
  candidates: readonly StreamCandidate[];
  mayEnter: boolean;
};
