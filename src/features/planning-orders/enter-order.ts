import { z } from 'zod';
import { can } from '@/access/actor';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { enteredStep } from './find-order';
import { keeperOf } from './order-fields';

const input = z.strictObject({ orderId: idField });

/** Says that what an order asks for stands in the product. One about a plan is entered by approving the plan. @throws Refusal NOT_FOUND, DUPLICATE */
export const enterOrder = defineCommand({
  name: 'planning-orders.enter',
  permission: ['load.enter', 'timetable.enter'],
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { orderId } }) => {
    await tx.$queryRaw`SELECT id FROM planning_order WHERE id = ${orderId} FOR NO KEY UPDATE`;
    const order = await tx.planningOrder.findUnique({
      where: { id: orderId },
      select: { kind: true, enteredAt: true },
    });
    if (!order || order.kind === 'curriculum' || !can(actor, keeperOf[order.kind])) throw new Refusal('NOT_FOUND');
    if (order.enteredAt) throw new Refusal('DUPLICATE', { detail: 'приказ уже отмечен как внесённый' });
    const enteredById = actor.kind === 'person' ? actor.personId : null;
    await tx.planningOrder.update({
      where: { id: orderId },
      data: { enteredAt: now, enteredById },
      select: { id: true },
    });
    return { result: {}, audit: { object: 'planningOrder', objectId: orderId, steps: [enteredStep(orderId, now)] } };
  },
});
