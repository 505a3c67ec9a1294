import type { SchemeStanding } from '@/domain/schemes/standing';
import type { SchemeState, TopicRow } from '@/domain/schemes/topic-rows';
import type { LocalDate } from '@/domain/types';
import type { SchemeJournal } from './journals-of-scheme';

export type LessonTypeChoice = { id: string; label: string; short: string };

/** A journal that follows the scheme: its days of each topic, by the topic's id. */
export type JournalProgress = {
  sectionId: number;
  label: string;
  /** Academic hours of the year: by the load, given, in the timetable still, and what no lesson is left for. */
  planned: number;
  given: number;
  unwritten: number;
  ahead: number;
  short: number;
  /** Numbers of topics that no lesson is left for. */
  lost: number[];
  days: Record<number, { given: LocalDate[]; ahead: LocalDate[] }>;
};

export type SchemeView = {
  id: number;
  title: string;
  course: string;
  kind: string;
  version: number;
  state: SchemeState;
  approvedOn: LocalDate | null;
  author: string;
  revision: number;
  saved: { by: string; at: string } | null;
  topics: TopicRow[];
  lessonTypes: LessonTypeChoice[];
  journals: SchemeJournal[];
  dueOn: LocalDate | null;
  overdueDays: number;
  steps: { state: SchemeState; at: string; by: string; remark: string }[];
  versions: { id: number; version: number; state: SchemeState; approvedOn: LocalDate | null }[];
  progress: JournalProgress[];
  may: { edit: boolean; send: boolean; recall: boolean; decide: boolean; revise: boolean };
  /** Journals of the actor of this course for which it can be the beginning of a new one. */
  startFor: { id: number; label: string }[];
  timeZone: string;
};

/** Journals with one КТП, or of one line, one teacher and none. */
export type SchemeLine = {
  key: string;
  schemeId: number | null;
  /** For a journal without one: where it is begun. */
  sectionId: number;
  course: string;
  kind: string;
  groups: string[];
  teachers: string[];
  /** Academic hours by the load of one journal, and those of the scheme. */
  plannedHours: number;
  schemeHours: number | null;
  topics: number;
  version: number;
  state: SchemeStanding;
  approvedOn: LocalDate | null;
  programmeOn: LocalDate | null;
  dueOn: LocalDate | null;
  overdueDays: number;
  own: boolean;
};

export type LibraryLine = {
  id: number;
  title: string;
  course: string;
  programs: string;
  author: string;
  version: number;
  topics: number;
  hours: number;
  approvedOn: LocalDate | null;
};

export type ProgrammeLine = {
  itemId: number;
  index: string;
  course: string;
  program: string;
  groups: string;
  approvedOn: LocalDate | null;
};
