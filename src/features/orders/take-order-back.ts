import type { Actor } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { planUndoing, type Undoing } from '@/domain/contingent/plan-undoing';
import type { Roll } from '@/domain/contingent/roll';
import type { LocalDate } from '@/domain/types';
import { reopenReturned } from '@/features/accounts/reopen-returned';
import { type Reach, reachedPeriods } from '@/features/groups/reached-periods';
import { type Voided, voidGroundless } from '@/features/journal/void-groundless';
import type { AuditStep } from '@/server/audit';
import type { PeriodKey } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDate } from '@/texts/format';
import { createOrder } from './act-on-order';
import { orderState } from './order-state';
import { lockStudents, readRolls } from './read-rolls';
import { refuseProblems, type StudentProblem } from './refuse-problems';
import { studentsOfOrder } from './students-of-order';
import { type StudentUndoing, writeUndoings } from './write-undoings';

export type CounterOrder = {
  orderId: number;
  number: string;
  date: string;
  subject: string;
  studentIds: number[] | null;
};

type Args = { tx: Db; actor: Actor; now: Date };

/** Days that come back or go in each group, for the gate; the students are held until the commit. @throws Refusal NOT_FOUND */
export async function periodsOfUndoing({ tx, input }: { tx: Db; input: CounterOrder }): Promise<readonly PeriodKey[]> {
  const { undoings } = await planned(tx, input);
  return reachedPeriods(
    tx,
    undoings.flatMap(({ undoing }) => reachesOf(undoing)),
  );
}

export type TakenBack = {
  counterOrderId: number;
  studentIds: number[];
  voided: Voided[];
  state: string;
  steps: AuditStep[];
};

/**
 * Enters the counter-order and takes the other one back for its students: what it began goes, what it ended goes on, and what
 * loses its ground is emptied. @throws Refusal ORDER_REFUSED with the students whom later orders hold
 */
export async function takeOrderBack({ tx, actor, now }: Args, given: CounterOrder): Promise<TakenBack> {
  const { undoings, problems, rolls } = await planned(tx, given);
  await refuseProblems(tx, problems);
  const { number, date, subject, orderId } = given;
  await assertUndoable(tx, given, actor.today);
  const counter = await createOrder(tx, { number, date, subject, kind: 'cancellation' });
  const by = { orderId, counterOrderId: counter.id, undoneById: actor.personId, now };
  const steps = await writeUndoings(tx, undoings, by);
  const places = undoings.flatMap(({ studentId, undoing }) => {
    const from = reachesOf(undoing)
      .map((reach) => reach.from)
      .sort()[0];
    return from === undefined ? [] : [{ studentId, from }];
  });
  const { steps: emptied, voided } = await voidGroundless(tx, places, now);
  const back = undoings.filter(({ undoing }) => undoing.reopened.length > 0);
  const opened = await reopenReturned(
    tx,
    back.map(({ studentId }) => studentId),
  );
  return {
    ...{ counterOrderId: counter.id, studentIds: undoings.map(({ studentId }) => studentId), voided },
    ...{ state: orderState(rolls, voided), steps: [counter.step, ...steps, ...emptied, ...opened] },
  };
}

type Plan = { undoings: StudentUndoing[]; problems: StudentProblem[]; rolls: ReadonlyMap<number, Roll> };

async function planned(tx: Db, { orderId, studentIds }: CounterOrder): Promise<Plan> {
  const concerned = await studentsOfOrder(tx, orderId);
  const ids = [...new Set(studentIds ?? concerned)];
  await lockStudents(tx, ids);
  const rolls = await readRolls(tx, ids);
  const plan: Plan = { undoings: [], problems: [], rolls };
  for (const studentId of ids) {
    const one = planUndoing(rolls.get(studentId) ?? [], orderId);
    if ('problem' in one) plan.problems.push({ studentId, problem: one.problem });
    else plan.undoings.push({ studentId, undoing: one.undoing });
  }
  return plan;
}

/** The order is there, is no counter-order, came not from closing a year and is not younger than what undoes it. */
async function assertUndoable(tx: Db, { orderId, date }: CounterOrder, today: LocalDate): Promise<void> {
  const order = await tx.administrativeOrder.findUnique({
    where: { id: orderId },
    select: { kind: true, date: true, _count: { select: { outcomes: true, enrollmentsOpened: true } } },
  });
  if (!order) throw new Refusal('NOT_FOUND');
  const refuse = (detail: string) => new Refusal('ORDER_REFUSED', { detail });
  if (order.kind === 'cancellation') throw refuse('Отмену не отменяют: введите новый приказ');
  if (order._count.outcomes > 0) throw refuse('Приказ введён закрытием учебного года и отменяется вместе с ним');
  if (date > today)
    throw new Refusal('INVALID', { fields: ['дата приказа'], detail: 'Приказ датирован будущим числом' });
  const orderedOn = order.date.toISOString().slice(0, 10);
  if (date < orderedOn) throw refuse(`Отменяющий приказ не может быть раньше отменяемого, от ${fullDate(orderedOn)}`);
}

/** Days on which an undoing changes who stands in journals. */
function reachesOf({ stays, statuses, reopened, prolonged }: Undoing): Reach[] {
  const began = [...stays, ...statuses].map(({ groupId, startsOn, endsOn }) => ({
    groupId,
    from: startsOn,
    to: endsOn,
  }));
  const goesOn = reopened.map(({ groupId, endsOn }) => ({ groupId, from: addDays(endsOn ?? '', 1), to: null }));
  const longer = prolonged.map(({ groupId, endsOn, plannedEndsOn }) => {
    return { groupId, from: addDays(endsOn ?? '', 1), to: plannedEndsOn };
  });
  return [...began, ...goesOn, ...longer];
}
