import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField, toDay, versionField } from '@/features/institution/inputs';
import { orderFields } from '@/features/planning-orders/order-fields';
import { defineCommand } from '@/server/command';
import { holdPlan } from './held-plan';

const input = z.strictObject({ curriculumId: idField, version: versionField, ...orderFields });

/**
 * Opens an approved plan to be changed by an order: it waits to be approved again, within three days of the order.
 * @throws Refusal CONFLICT, DUPLICATE for an order that is there already
 */
export const openPlan = defineCommand({
  name: 'curriculum.open-for-change',
  permission: 'curriculum.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { curriculumId, version, number, orderedOn, about } }) => {
    await holdPlan(tx, { id: curriculumId, version, state: 'approved', timeZone: actor.timeZone });
    const by = actor.kind === 'person' ? actor.personId : null;
    const order = { kind: 'curriculum' as const, number, about, curriculumId };
    const { id } = await tx.planningOrder.create({
      data: { ...order, orderedOn: toDay(orderedOn), registeredAt: now, registeredById: by },
      select: { id: true },
    });
    const saved = await tx.curriculum.update({
      where: { id: curriculumId },
      data: { state: 'draft', version: { increment: 1 }, changedAt: now, changedById: by },
      select: { version: true },
    });
    const opened = { entity: 'curriculum', field: 'state', recordId: curriculumId, before: 'approved', after: 'draft' };
    const steps = [createdStep('planningOrder', id, { ...order, orderedOn }), opened];
    return { result: { version: saved.version }, audit: { object: 'curriculum', objectId: curriculumId, steps } };
  },
});
