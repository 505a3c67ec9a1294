import type { z } from 'zod';
import type { Actor } from '@/access/actor';
import { createdStep } from '@/features/institution/created-step';
import { toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import type { orderInput } from './order-fields';

type By = { actor: Actor; now: Date };

/**
 * The order about the load with this number and day, registered now if it was not; what it says counts as entered with this act, also
 * where it had been waiting.
 */
export async function loadOrder(
  tx: Db,
  { actor, now }: By,
  { number, orderedOn, about }: z.output<typeof orderInput>,
): Promise<{ id: number; steps: AuditStep[] }> {
  const by = actor.kind === 'person' ? actor.personId : null;
  const where = { kind: 'load' as const, number, orderedOn: toDay(orderedOn), curriculumId: null };
  const known = await tx.planningOrder.findFirst({ where, select: { id: true, enteredAt: true } });
  if (!known) {
    const order = { kind: 'load' as const, number, about };
    const moment = { registeredAt: now, registeredById: by, enteredAt: now, enteredById: by };
    const { id } = await tx.planningOrder.create({
      data: { ...order, ...moment, orderedOn: toDay(orderedOn) },
      select: { id: true },
    });
    return { id, steps: [createdStep('planningOrder', id, { ...order, orderedOn })] };
  }
  if (known.enteredAt) return { id: known.id, steps: [] };
  await tx.planningOrder.update({
    where: { id: known.id },
    data: { enteredAt: now, enteredById: by },
    select: { id: true },
  });
  return { id: known.id, steps: [enteredStep(known.id, now)] };
}

export function enteredStep(id: number, now: Date): AuditStep {
  return { entity: 'planningOrder', field: 'entered', recordId: id, before: null, after: now.toISOString() };
}
