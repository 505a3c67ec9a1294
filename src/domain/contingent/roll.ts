import type { EnrollmentStatus, LocalDate } from '../types';

/** A leave or a form of study within a stay; `endsOn` is its last day. */
export type StatusSpan = {
  readonly id: number;
  readonly kind: EnrollmentStatus;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly orderId: number;
  readonly endedById: number | null;
  /** The end before an order brought it forward. */
  readonly plannedEndsOn: LocalDate | null;
};

/** A student's time in a group by order; `endsOn` is the last day on the roll, null: still there. */
export type Stay = {
  readonly id: number;
  readonly groupId: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly entryOrderId: number;
  /** Date of the order by which the stay began. */
  readonly orderedOn: LocalDate;
  readonly exitOrderId: number | null;
  readonly statuses: readonly StatusSpan[];
};

/** All stays of one student in the order of time; they never overlap. */
export type Roll = readonly Stay[];

/** What an order says of one student; `effectiveOn` is the first day on which it acts, a graduate's last one. */
export type RollOrder = { readonly effectiveOn: LocalDate; readonly orderedOn: LocalDate } & (
  | { readonly kind: 'enrollment' | 'reinstatement' | 'transfer' | 'promotion'; readonly groupId: number }
  | { readonly kind: 'expulsion' | 'graduation' }
  | { readonly kind: 'academicLeave'; readonly endsOn: LocalDate | null }
  | { readonly kind: 'studyForm'; readonly form: 'homeStudy' | 'familyForm'; readonly endsOn: LocalDate | null }
  | { readonly kind: 'studyForm'; readonly form: 'usual' }
  | { readonly kind: 'returnFromLeave'; readonly groupId: number | null }
);

/** One step of an order. A status without a stay begins in the stay that the same order opens. */
export type RollChange =
  | { readonly do: 'join'; readonly groupId: number; readonly startsOn: LocalDate }
  | { readonly do: 'leave'; readonly stayId: number; readonly groupId: number; readonly endsOn: LocalDate }
  | {
      readonly do: 'open';
      readonly stayId: number | null;
      readonly groupId: number;
      readonly kind: EnrollmentStatus;
      readonly startsOn: LocalDate;
      readonly endsOn: LocalDate | null;
    }
  | {
      readonly do: 'end';
      readonly statusId: number;
      readonly groupId: number;
      readonly endsOn: LocalDate;
      readonly plannedEndsOn: LocalDate | null;
    };

/** Why an order cannot stand; `orderId` names the one that it contradicts, `on` the day from which that one acts. */
export type RollProblem = {
  readonly why:
    | 'onRoll'
    | 'neverStudied'
    | 'notYet'
    | 'left'
    | 'laterOrder'
    | 'sameDay'
    | 'datedBefore'
    | 'sameGroup'
    | 'onLeave'
    | 'alreadySo'
    | 'notSo'
    | 'endsBefore'
    | 'notOfOrder';
  readonly orderId: number | null;
  readonly on: LocalDate | null;
};

export type Planned = { readonly changes: readonly RollChange[] } | { readonly problem: RollProblem };

export function problem(why: RollProblem['why'], orderId: number | null = null, on: LocalDate | null = null): Planned {
  return { problem: { why, orderId, on } };
}
