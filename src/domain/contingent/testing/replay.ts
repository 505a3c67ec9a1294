import type { Undoing } from '../plan-undoing';
import type { Roll, RollChange, StatusSpan, Stay } from '../roll';

type By = { readonly orderId: number; readonly orderedOn: string; readonly nextId: () => number };

/** The roll after an order's changes; what begins gets ids of `nextId`. Commands of several orders plan by it. */
export function carriedOut(roll: Roll, changes: readonly RollChange[], by: By): Roll {
  let stays: Stay[] = [...roll];
  for (const change of changes) stays = after(stays, change, by);
  return stays.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn));
}

function after(stays: Stay[], change: RollChange, { orderId, orderedOn, nextId }: By): Stay[] {
  switch (change.do) {
    case 'join': {
      const { groupId, startsOn } = change;
      const began = { id: nextId(), groupId, startsOn, endsOn: null, entryOrderId: orderId };
      return [...stays, { ...began, orderedOn, exitOrderId: null, statuses: [] }];
    }
    case 'leave':
      return stays.map((stay) =>
        stay.id === change.stayId ? { ...stay, endsOn: change.endsOn, exitOrderId: orderId } : stay,
      );
    case 'open': {
      const { kind, startsOn, endsOn } = change;
      const status = { id: nextId(), kind, startsOn, endsOn, orderId, endedById: null, plannedEndsOn: null };
      const stayId = change.stayId ?? stays.at(-1)?.id;
      return stays.map((stay) => (stay.id === stayId ? { ...stay, statuses: [...stay.statuses, status] } : stay));
    }
    case 'end': {
      const { statusId, endsOn, plannedEndsOn } = change;
      const ended = { endsOn, plannedEndsOn, endedById: orderId };
      return withStatuses(stays, (status) => (status.id === statusId ? { ...status, ...ended } : status));
    }
  }
}

/** The roll as it was before the order that is undone. */
export function takenBack(roll: Roll, { stays, statuses, reopened, prolonged }: Undoing): Roll {
  const gone = new Set(stays.map(({ id }) => id));
  const open = new Set(reopened.map(({ id }) => id));
  const dropped = new Set(statuses.map(({ id }) => id));
  const longer = new Set(prolonged.map(({ id }) => id));
  const kept = roll
    .filter(({ id }) => !gone.has(id))
    .map((stay) => (open.has(stay.id) ? { ...stay, endsOn: null, exitOrderId: null } : stay))
    .map((stay) => ({ ...stay, statuses: stay.statuses.filter(({ id }) => !dropped.has(id)) }));
  return withStatuses(kept, (status) =>
    longer.has(status.id) ? { ...status, endsOn: status.plannedEndsOn, plannedEndsOn: null, endedById: null } : status,
  );
}

function withStatuses(stays: readonly Stay[], change: (status: StatusSpan) => StatusSpan): Stay[] {
  return stays.map((stay) => ({ ...stay, statuses: stay.statuses.map(change) }));
}
