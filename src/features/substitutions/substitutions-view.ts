import type { ProposalReason } from '@/domain/timetable/propose-substitutes';
import type { LocalDate } from '@/domain/types';

export type Choice = { id: number; label: string };

export type AbsenceLine = {
  id: number;
  staffId: number;
  name: string;
  from: LocalDate;
  to: LocalDate;
  reason: string;
  orderNumber: string;
  orderedOn: LocalDate | null;
  /** Lessons of the day that still need a decision. */
  open: number;
  /** The other days of the absence that still wait. */
  ahead: readonly { date: LocalDate; lessons: number }[];
};

/** A lesson of the day for which something may be decided. */
export type OpenLesson = {
  lessonId: number;
  teacherId: number;
  teacher: string;
  classPeriod: number;
  time: string;
  groupId: number;
  group: string;
  subgroup: string | null;
  course: string;
  room: string;
  /** The attendance is taken already: somebody may come, but the hour stays. */
  attended: boolean;
  /** By which absence it has no teacher; null: the lesson of a group that was asked for. */
  absence: Pick<AbsenceLine, 'reason' | 'orderNumber' | 'orderedOn'> | null;
  proposals: readonly { id: number; name: string; why: readonly ProposalReason[] }[];
};

/** What has been decided for the day. */
export type DoneLine = {
  key: string;
  classPeriod: number;
  group: string;
  course: string;
  what: string;
  /** What is wrong with it by now; empty as a rule. */
  alert: string;
  reason: string;
  order: string;
  undo: { kind: 'substitution'; lessonId: number } | { kind: 'change'; id: number } | null;
};

export type SubstitutionsView = {
  date: LocalDate;
  absences: readonly AbsenceLine[];
  staff: readonly Choice[];
  holes: readonly OpenLesson[];
  group: Choice | null;
  groups: readonly Choice[];
  ofGroup: readonly OpenLesson[];
  /** Journals of each group, for another course at the hour. */
  sections: Readonly<Record<number, readonly Choice[]>>;
  done: readonly DoneLine[];
};
