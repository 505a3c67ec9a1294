import type { PlanLine } from '@/domain/curriculum/plan';
import type { OrderDue } from '@/domain/load/order-due';
import type { LocalDate } from '@/domain/types';

export type PlanState = 'draft' | 'approved' | 'changing';

/** A plan in the list. `errors`: contradictions and norms that it goes beyond. */
export type PlanRow = {
  id: number;
  programId: number;
  programme: string;
  entryYear: number;
  state: PlanState;
  approvedOn: LocalDate | null;
  lines: number;
  errors: number;
  groups: readonly string[];
  order: OpenOrder | null;
};

/** The order by which an approved plan is open for changes. */
export type OpenOrder = { number: string; orderedOn: LocalDate; about: string; dueOn: LocalDate; state: OrderDue };

export type PlanLineView = PlanLine & { id: number; journals: readonly string[] };

export type PlanView = {
  id: number;
  version: number;
  title: string;
  programme: string;
  entryYear: number;
  /** Semesters that the programme lasts. */
  semesters: number;
  state: PlanState;
  approvedOn: LocalDate | null;
  changed: string | null;
  order: OpenOrder | null;
  groups: readonly { id: number; name: string }[];
  lines: readonly PlanLineView[];
  weeks: readonly { semester: number; weeks: number }[];
  today: LocalDate;
  /** `print`: the plan as a report. */
  may: { enter: boolean; approve: boolean; print: boolean };
};

export type CurriculaView = {
  rows: readonly PlanRow[];
  programmes: readonly { id: number; name: string }[];
  thisYear: number;
  mayEnter: boolean;
};
