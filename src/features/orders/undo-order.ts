import { z } from 'zod';
import { orderFields } from '@/features/groups/orders';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { assertAsSeen, seenField } from './order-state';
import { periodsOfUndoing, takeOrderBack } from './take-order-back';
import { speakVoided, type VoidedLine } from './voided-lines';
import { withoutTrace } from './without-trace';

/** The counter-order, and of whom it undoes the other one; `null`: of everybody whom that one still concerns. */
const counterOrder = z.strictObject({
  orderId: idField,
  ...orderFields,
  studentIds: z.array(idField).min(1).max(200).nullable(),
});
const input = counterOrder.extend({ seen: seenField });

export type UndoingPreview = { students: number; voided: VoidedLine[]; state: string };

/**
 * Undoes an order by another one: its students stand as if it had never been; both orders stay in the register. What
 * other orders rest on is not undone before them. @throws Refusal NOT_FOUND, DUPLICATE, ORDER_REFUSED, PERIOD_LOCKED, CONFLICT
 */
export const undoOrder = defineCommand({
  name: 'orders.undo',
  permission: 'orders.enter',
  input,
  period: periodsOfUndoing,
  run: async ({ tx, actor, now, input: { seen, ...given } }) => {
    const { counterOrderId, studentIds, voided, state, steps } = await takeOrderBack({ tx, actor, now }, given);
    assertAsSeen(seen, state);
    const result = { counterOrderId, students: studentIds.length, voided };
    return { result, audit: { object: 'order', objectId: given.orderId, steps } };
  },
});

/** What undoing an order would do, counted by doing it and taking it back. @throws Refusal as undoing it would */
export const previewUndoing = defineCommand({
  name: 'orders.preview-undo',
  permission: 'orders.enter',
  input: counterOrder,
  period: periodsOfUndoing,
  run: async ({ tx, actor, now, input: given }) => {
    const { studentIds, voided, state } = await withoutTrace(tx, () => takeOrderBack({ tx, actor, now }, given));
    const result: UndoingPreview = { students: studentIds.length, voided: await speakVoided(tx, voided), state };
    return { result, audit: { object: 'order', objectId: given.orderId, steps: [] } };
  },
});
