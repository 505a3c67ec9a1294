import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { carryOut, orderPeriods } from '@/features/orders/carry-out';
import { defineCommand } from '@/server/command';
import { enterOrders, orderFields } from './orders';

const input = z.strictObject({
  orders: z
    .array(
      z.strictObject({
        ...orderFields,
        groupId: idField,
        startsOn: z.iso.date(),
        studentIds: z.array(idField).min(1).max(200),
      }),
    )
    .min(1)
    .max(200),
});

type Order = z.output<typeof input>['orders'][number];

/**
 * Enrols students in groups by orders. Answers the ids of the enrolments in the order given.
 * @throws Refusal DUPLICATE for somebody who is on the roll, ORDER_REFUSED, PERIOD_LOCKED
 */
export const enrolStudents = defineCommand({
  name: 'groups.enrol-students',
  permission: 'orders.enter',
  input,
  period: ({ tx, input: { orders } }) => orderPeriods(tx, orders.flatMap(entriesOf)),
  run: async ({ tx, actor, now, input: { orders } }) => {
    const entered = await enterOrders(
      tx,
      orders.map((order) => ({ ...order, kind: 'enrollment' })),
    );
    const entries = orders.flatMap((order, place) =>
      entriesOf(order).map((entry) => ({ ...entry, orderId: entered.ids[place] ?? 0 })),
    );
    const { steps, joined } = await carryOut({ tx, actor, now }, entries);
    const ids = new Map(joined.map(({ studentId, id }) => [studentId, id]));
    const result = { enrollmentIds: entries.map(({ studentId }) => ids.get(studentId) ?? 0) };
    return { result, audit: { object: 'order', objectId: null, steps: [...entered.steps, ...steps] } };
  },
});

function entriesOf({ groupId, startsOn: effectiveOn, date: orderedOn, studentIds }: Order) {
  const order = { kind: 'enrollment' as const, groupId, effectiveOn, orderedOn };
  return studentIds.map((studentId) => ({ studentId, order }));
}
