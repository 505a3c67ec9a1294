import { addDays, isWithin } from '../calendar/local-date';
import type { LocalDate } from '../types';
import { type Planned, problem, type Roll, type RollChange, type RollOrder, type StatusSpan, type Stay } from './roll';

/**
 * What an order changes in a student's time at the college, or why it cannot stand. Orders of one student act in the
 * order of their days: what would act before a later one is refused with its name. Expelled and moved students are on the roll
 * until the day before the order acts, graduates on that very day too.
 */
export function planOrder(roll: Roll, order: RollOrder): Planned {
  if (order.kind === 'enrollment' || order.kind === 'reinstatement') return planEntry(roll, order);
  const day = order.effectiveOn;
  const stay = roll.find(({ startsOn, endsOn }) => isWithin(day, startsOn, endsOn));
  if (!stay) return absent(roll, day);
  if (stay.endsOn !== null) return problem('laterOrder', stay.exitOrderId, addDays(stay.endsOn, 1));
  if (order.orderedOn < stay.orderedOn) return problem('datedBefore', stay.entryOrderId, stay.orderedOn);
  const first = order.kind === 'graduation' ? addDays(day, 1) : day;
  const later = stay.statuses.find(({ startsOn }) => startsOn >= first);
  if (later) return problem(later.startsOn === day ? 'sameDay' : 'laterOrder', later.orderId, later.startsOn);
  const ended = stay.statuses.find(({ endedById, endsOn }) => endedById !== null && endsOn !== null && endsOn >= first);
  if (ended?.endsOn) return problem('laterOrder', ended.endedById, addDays(ended.endsOn, 1));
  const now = stay.statuses.find(({ startsOn, endsOn }) => isWithin(first, startsOn, endsOn));
  switch (order.kind) {
    case 'expulsion':
    case 'graduation':
      return planExit(stay, first);
    case 'transfer':
    case 'promotion':
      if (now?.kind === 'academicLeave') return problem('onLeave', now.orderId, now.startsOn);
      return planMove(stay, order.groupId, first, now);
    case 'returnFromLeave':
      return planReturn(stay, order.groupId, first);
    case 'academicLeave':
    case 'studyForm':
      return planStatus(stay, order, now);
  }
}

type Entry = Extract<RollOrder, { kind: 'enrollment' | 'reinstatement' | 'transfer' | 'promotion' }>;

function planEntry(roll: Roll, { kind, groupId, effectiveOn: day, orderedOn }: Entry): Planned {
  const present = roll.find(({ startsOn, endsOn }) => isWithin(day, startsOn, endsOn));
  if (present) return problem('onRoll', present.entryOrderId, present.startsOn);
  const later = roll.find(({ startsOn }) => startsOn > day);
  if (later) return problem('laterOrder', later.entryOrderId, later.startsOn);
  const former = roll.at(-1);
  if (kind === 'reinstatement' && !former) return problem('neverStudied');
  if (former && orderedOn < former.orderedOn) return problem('datedBefore', former.entryOrderId, former.orderedOn);
  return { changes: [{ do: 'join', groupId, startsOn: day }] };
}

/** Nobody is on the roll that day: not yet, or not any more. */
function absent(roll: Roll, day: LocalDate): Planned {
  const former = roll.filter(({ startsOn }) => startsOn <= day).at(-1);
  if (former?.endsOn) return problem('left', former.exitOrderId, addDays(former.endsOn, 1));
  const [first] = roll;
  return first ? problem('notYet', first.entryOrderId, first.startsOn) : problem('neverStudied');
}

function planExit(stay: Stay, first: LocalDate): Planned {
  if (first === stay.startsOn) return problem('sameDay', stay.entryOrderId, stay.startsOn);
  return { changes: [leave(stay, first)] };
}

/** A form of study goes on in the new group. */
function planMove(stay: Stay, groupId: number, first: LocalDate, now: StatusSpan | undefined): Planned {
  if (groupId === stay.groupId) return problem('sameGroup', stay.entryOrderId, stay.startsOn);
  if (first === stay.startsOn) return problem('sameDay', stay.entryOrderId, stay.startsOn);
  const carried: RollChange[] = now
    ? [
        end(stay, now, first),
        { do: 'open', stayId: null, groupId, kind: now.kind, startsOn: first, endsOn: now.endsOn },
      ]
    : [];
  return { changes: [leave(stay, first), { do: 'join', groupId, startsOn: first }, ...carried] };
}

/** A leave that ended by itself the day before is returned from as well. */
function planReturn(stay: Stay, groupId: number | null, first: LocalDate): Planned {
  const eve = addDays(first, -1);
  const away = stay.statuses.find(
    ({ kind, startsOn, endsOn, endedById }) =>
      kind === 'academicLeave' && endedById === null && startsOn < first && (endsOn === null || endsOn >= eve),
  );
  if (!away) return problem('notSo', stay.entryOrderId, stay.startsOn);
  const back = end(stay, away, first);
  if (groupId === null || groupId === stay.groupId) return { changes: [back] };
  return { changes: [back, leave(stay, first), { do: 'join', groupId, startsOn: first }] };
}

type OfStatus = Extract<RollOrder, { kind: 'academicLeave' | 'studyForm' }>;

function planStatus(stay: Stay, order: OfStatus, now: StatusSpan | undefined): Planned {
  const day = order.effectiveOn;
  const kind = order.kind === 'academicLeave' ? order.kind : order.form;
  if (now?.kind === 'academicLeave') return problem('onLeave', now.orderId, now.startsOn);
  if (now && now.kind === kind) return problem('alreadySo', now.orderId, now.startsOn);
  const ended = now ? [end(stay, now, day)] : [];
  if (kind === 'usual') return now ? { changes: ended } : problem('notSo', stay.entryOrderId, stay.startsOn);
  const endsOn = 'endsOn' in order ? order.endsOn : null;
  if (endsOn !== null && endsOn < day) return problem('endsBefore', null, endsOn);
  const opened = { do: 'open', stayId: stay.id, groupId: stay.groupId, kind, startsOn: day, endsOn } as const;
  return { changes: [...ended, opened] };
}

function leave(stay: Stay, first: LocalDate): RollChange {
  return { do: 'leave', stayId: stay.id, groupId: stay.groupId, endsOn: addDays(first, -1) };
}

function end(stay: Stay, status: StatusSpan, first: LocalDate): RollChange {
  const { id: statusId, endsOn: plannedEndsOn } = status;
  return { do: 'end', statusId, groupId: stay.groupId, endsOn: addDays(first, -1), plannedEndsOn };
}
