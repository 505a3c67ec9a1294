import { type Actor, canAny } from '@/access/actor';
import { localDateOf } from '@/domain/deadlines/zone';
import { dueOn, type OrderDue, orderDue } from '@/domain/load/order-due';
import { shortName } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';

export type OrderRow = {
  id: number;
  kind: 'curriculum' | 'load' | 'timetable';
  number: string;
  orderedOn: LocalDate;
  about: string;
  /** The plan that it changes. */
  plan: { id: number; name: string } | null;
  dueOn: LocalDate;
  state: OrderDue;
  enteredOn: LocalDate | null;
  enteredBy: string | null;
};

export type OrdersView = { rows: readonly OrderRow[]; today: LocalDate; mayEnter: boolean };

const dayOf = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** Orders on plans, load and timetable of the last two years: those that wait first, then the latest. */
export async function loadOrders(actor: Actor): Promise<OrdersView | null> {
  if (!canAny(actor, ['study.view', 'load.enter', 'timetable.enter', 'curriculum.enter'])) return null;
  const rows = await db().planningOrder.findMany({
    where: { orderedOn: { gte: new Date(`${Number(actor.today.slice(0, 4)) - 2}-01-01`) } },
    orderBy: [{ orderedOn: 'desc' }, { id: 'desc' }],
    take: 500,
    select: {
      ...{ id: true, kind: true, number: true, orderedOn: true, about: true, enteredAt: true },
      curriculum: { select: { id: true, entryYear: true, program: { select: { code: true } } } },
      enteredBy: { select: { lastName: true, firstName: true, middleName: true } },
    },
  });
  const orders = rows.map(({ curriculum, enteredAt, enteredBy, ...order }): OrderRow => {
    const orderedOn = dayOf(order.orderedOn);
    const enteredOn = enteredAt && localDateOf(enteredAt, actor.timeZone);
    return {
      ...{ ...order, orderedOn, enteredOn, dueOn: dueOn(orderedOn) },
      plan: curriculum && { id: curriculum.id, name: `${curriculum.program.code}, набор ${curriculum.entryYear}` },
      state: orderDue(orderedOn, enteredOn, actor.today),
      enteredBy: enteredBy && shortName(enteredBy),
    };
  });
  const waits = ({ enteredOn }: OrderRow): number => (enteredOn === null ? 0 : 1);
  return {
    rows: orders.sort((one, other) => waits(one) - waits(other)),
    today: actor.today,
    mayEnter: canAny(actor, ['load.enter', 'timetable.enter']),
  };
}
