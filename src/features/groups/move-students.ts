import { z } from 'zod';
import type { RollOrder } from '@/domain/contingent/roll';
import { dateField, idField } from '@/features/institution/inputs';
import { carryOut, orderPeriods } from '@/features/orders/carry-out';
import { defineCommand } from '@/server/command';
import { enterOrders, orderFields } from './orders';

const base = { ...orderFields, studentId: idField, effectiveOn: dateField };
const move = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('expulsion') }),
  z.strictObject({ ...base, kind: z.literal('graduation') }),
  z.strictObject({ ...base, kind: z.literal('transfer'), groupId: idField }),
  z.strictObject({ ...base, kind: z.literal('academicLeave'), endsOn: dateField.nullable() }),
  z.strictObject({
    ...base,
    kind: z.literal('studyForm'),
    form: z.enum(['homeStudy', 'familyForm']),
    endsOn: dateField.nullable(),
  }),
]);
const input = z.strictObject({ moves: z.array(move).min(1).max(500) });

type Move = z.output<typeof move>;

/**
 * Several orders on students at once: from the effective day the journal closes, hides or moves their row. An order
 * dated back empties what stands on days that it takes from its student; `voided` lists how much, by student, for the study
 * office. None reaches into a locked period. @throws Refusal NOT_ENROLLED, ORDER_REFUSED, PERIOD_LOCKED
 */
export const moveStudents = defineCommand({
  name: 'groups.move-students',
  permission: 'orders.enter',
  input,
  period: ({ tx, input: { moves } }) =>
    orderPeriods(
      tx,
      moves.map((row) => ({ studentId: row.studentId, order: orderOf(row) })),
    ),
  run: async ({ tx, actor, now, input: { moves } }) => {
    const entered = await enterOrders(tx, moves);
    const orders = moves.map((row, place) => ({
      ...{ studentId: row.studentId, orderId: entered.ids[place] ?? 0 },
      order: orderOf(row),
    }));
    const { steps, voided } = await carryOut({ tx, actor, now }, orders);
    const audit = { object: 'order', objectId: null, steps: [...entered.steps, ...steps] };
    return { result: { moved: moves.length, voided }, audit };
  },
});

function orderOf({ date: orderedOn, ...row }: Move): RollOrder {
  const { number: _number, subject: _subject, studentId: _student, ...order } = row;
  return { ...order, orderedOn };
}
