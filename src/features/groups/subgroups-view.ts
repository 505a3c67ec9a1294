import type { LocalDate } from '@/domain/types';

/** `was`: the subgroup on the chosen day. */
export type DividedStudent = { studentId: number; name: string; was: string | null };

/** `reviewed`: for the period of the chosen day, «03.09.2026, Гульнара Ахметова»; `journals`: courses taught by this division. */
export type DivisionView = {
  division: string;
  subgroups: readonly string[];
  teachers: readonly string[];
  students: readonly DividedStudent[];
  reviewed: string | null;
};

export type SubgroupsView = {
  group: { id: number; name: string };
  /** The period of the chosen day, if the group has one. */
  period: string | null;
  on: LocalDate;
  today: LocalDate;
  divisions: readonly DivisionView[];
  /** The list of the group on the day, for a division that begins. */
  students: readonly { studentId: number; name: string }[];
  mayEnter: boolean;
};
