import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ id: idField, reply: z.string().trim().min(1).max(500) });

/** The study office says what came of a curator's word. @throws Refusal NOT_FOUND, CONFLICT when somebody has said it */
export const settleMismatch = defineCommand({
  name: 'contingent.settle-mismatch',
  permission: ['orders.enter', 'people.enter'],
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { id, reply } }) => {
    await tx.$queryRaw`SELECT id FROM contingent_mismatch WHERE id = ${id} FOR UPDATE`;
    const found = await tx.contingentMismatch.findUnique({
      where: { id },
      select: { settledAt: true, studentId: true },
    });
    if (!found) throw new Refusal('NOT_FOUND');
    if (found.settledAt) throw new Refusal('CONFLICT', { detail: 'На это сообщение уже ответили' });
    await tx.contingentMismatch.update({
      where: { id },
      data: { reply, settledById: actor.personId, settledAt: now },
      select: { id: true },
    });
    const step = { entity: 'mismatch', field: 'reply', recordId: id, before: null, after: reply };
    const steps = [found.studentId === null ? step : { ...step, studentId: found.studentId }];
    return { result: { id }, audit: { object: 'mismatch', objectId: id, steps } };
  },
});
