import type { Role } from '@/access/permissions';
import type { LocalDate } from '@/domain/types';

/** What a check of the list counts: how many there are, and those that lack something, by name. */
export type Gap = { total: number; missing: string[] };

export type CheckId =
  | 'periods'
  | 'days'
  | 'bells'
  | 'duties'
  | 'staffAccounts'
  | 'training'
  | 'rooms'
  | 'students'
  | 'curators'
  | 'groupPeriods'
  | 'plans'
  | 'load'
  | 'teachers'
  | 'schemes'
  | 'timetable'
  | 'lessons';

export type ReadinessLine = {
  id: CheckId;
  title: string;
  /** «нет куратора», beside the count of what is missing. */
  lacks: string;
  state: 'done' | 'attention' | 'overdue';
  total: number;
  count: number;
  /** The first of them. */
  missing: string[];
  role: Role;
  /** Who holds that position today. */
  people: string[];
  href: string;
  mayOpen: boolean;
};

export type ReadinessView = {
  years: { id: number; name: string }[];
  year: { id: number; name: string };
  due: LocalDate;
  overdue: boolean;
  today: LocalDate;
  lines: ReadinessLine[];
  ready: number;
};
