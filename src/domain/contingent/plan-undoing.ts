import { addDays } from '../calendar/local-date';
import type { LocalDate } from '../types';
import { groupBy } from '../year/group-by';
import type { Roll, RollProblem, StatusSpan, Stay } from './roll';

type Status = StatusSpan & { readonly groupId: number };

/** What goes and what comes back when an order is undone. */
export type Undoing = {
  /** Stays and statuses that the order had begun. */
  readonly stays: readonly Stay[];
  readonly statuses: readonly Status[];
  /** Stays and statuses that it had ended. */
  readonly reopened: readonly Stay[];
  readonly prolonged: readonly Status[];
};

/**
 * What undoing an order means for one student: as if the order had never been. Only the last order of a student can
 * be undone; the one that came after it is named.
 */
export function planUndoing(roll: Roll, orderId: number): { undoing: Undoing } | { problem: RollProblem } {
  const acts = actsOf(roll);
  const own = acts.find((act) => act.orderId === orderId);
  if (!own) return { problem: { why: 'notOfOrder', orderId: null, on: null } };
  const later = acts.find(({ on, rank }) => on > own.on || (on === own.on && rank > own.rank));
  if (later) return { problem: { why: 'laterOrder', orderId: later.orderId, on: later.on } };
  const statuses = roll.flatMap(({ groupId, statuses: spans }) => spans.map((span) => ({ ...span, groupId })));
  return {
    undoing: {
      stays: roll.filter(({ entryOrderId }) => entryOrderId === orderId),
      reopened: roll.filter(({ exitOrderId }) => exitOrderId === orderId),
      statuses: statuses.filter((status) => status.orderId === orderId),
      prolonged: statuses.filter((status) => status.endedById === orderId && status.orderId !== orderId),
    },
  };
}

type Act = { orderId: number | null; on: LocalDate; rank: number };

/** Of orders of one day, what ends a status came first, then who left, then who joined, then what began a status. */
const ranks = { end: 0, leave: 1, join: 2, open: 3 } as const;

/** Each order of the student with the day from which it acts. */
function actsOf(roll: Roll): Act[] {
  const steps = roll.flatMap(({ startsOn, endsOn, entryOrderId, exitOrderId, statuses }): Act[] => [
    { orderId: entryOrderId, on: startsOn, rank: ranks.join },
    ...(endsOn === null ? [] : [{ orderId: exitOrderId, on: addDays(endsOn, 1), rank: ranks.leave }]),
    ...statuses.flatMap((status): Act[] => [
      { orderId: status.orderId, on: status.startsOn, rank: ranks.open },
      ...(status.endedById !== null && status.endsOn !== null
        ? [{ orderId: status.endedById, on: addDays(status.endsOn, 1), rank: ranks.end }]
        : []),
    ]),
  ]);
  return [...groupBy(steps, ({ orderId }) => orderId)].map(([orderId, of]) => {
    const joins = of.some(({ rank }) => rank === ranks.join);
    const rank = joins ? ranks.join : Math.max(...of.map((step) => step.rank));
    return { orderId, on: of.map(({ on }) => on).sort()[0] ?? '', rank };
  });
}
