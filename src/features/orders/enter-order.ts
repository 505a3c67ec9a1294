import type { z } from 'zod';
import { defineCommand, type RunArgs } from '@/server/command';
import { actOnOrder } from './act-on-order';
import { orderPeriods } from './carry-out';
import { orderInput, rollOrderOf } from './order-input';
import { assertAsSeen, seenField } from './order-state';

const input = orderInput.extend({
  /** What the preview had shown; what has changed since then is refused. */
  seen: seenField,
});

/** Of the students who are there; those whom the order brings have been nowhere yet. */
export function periodsOfOrder({ tx, input: given }: Pick<RunArgs<z.output<typeof orderInput>>, 'tx' | 'input'>) {
  const order = rollOrderOf(given);
  const known = given.studentIds.map((studentId) => ({ studentId, order }));
  const newcomers = given.act.kind === 'enrollment' && given.act.newcomers.length > 0 ? [{ studentId: 0, order }] : [];
  return orderPeriods(tx, [...known, ...newcomers]);
}

/**
 * Enters one order on the contingent with several students: it acts from its day, also when that is past or ahead.
 * @throws Refusal DUPLICATE, NOT_ENROLLED, ORDER_REFUSED, PERIOD_LOCKED, CONFLICT; then nothing of it stands
 */
export const enterOrder = defineCommand({
  name: 'orders.enter',
  permission: 'orders.enter',
  input,
  period: periodsOfOrder,
  run: async ({ tx, actor, now, input: { seen, ...given } }) => {
    const { orderId, studentIds, voided, state, steps } = await actOnOrder({ tx, actor, now }, given);
    assertAsSeen(seen, state);
    const result = { orderId, students: studentIds.length, voided };
    return { result, audit: { object: 'order', objectId: orderId, steps } };
  },
});
