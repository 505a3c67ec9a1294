import { z } from 'zod';
import { can } from '@/access/actor';
import { createdStep } from '@/features/institution/created-step';
import { toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { keeperOf, orderFields } from './order-fields';

const input = z.strictObject({ kind: z.enum(['load', 'timetable']), ...orderFields });

/**
 * Registers an order that changes load or timetable, before it is entered: from its day on it is due in three. An order about a plan
 * is registered by opening the plan. @throws Refusal DUPLICATE
 */
export const registerOrder = defineCommand({
  name: 'planning-orders.register',
  permission: ['load.enter', 'timetable.enter'],
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { kind, number, orderedOn, about } }) => {
    if (!can(actor, keeperOf[kind])) throw new Refusal('FORBIDDEN');
    if (orderedOn > actor.today)
      throw new Refusal('INVALID', { fields: ['дата приказа'], detail: 'этот день ещё не наступил' });
    const registeredById = actor.kind === 'person' ? actor.personId : null;
    const { id } = await tx.planningOrder.create({
      data: { kind, number, about, orderedOn: toDay(orderedOn), registeredAt: now, registeredById },
      select: { id: true },
    });
    const steps = [createdStep('planningOrder', id, { kind, number, orderedOn, about })];
    return { result: { id }, audit: { object: 'planningOrder', objectId: id, steps } };
  },
});
