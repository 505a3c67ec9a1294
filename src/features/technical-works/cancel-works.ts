import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/** Calls announced works off, or ends them before their time. @throws Refusal NOT_FOUND for what is over */
export const cancelWorks = defineCommand({
  name: 'technical-works.cancel',
  permission: 'institution.setUp',
  input: z.strictObject({ id: idField }),
  period: 'none',
  run: async ({ tx, actor, now, input: { id } }) => {
    const { count } = await tx.technicalWorks.updateMany({
      where: { id, cancelledAt: null, endsAt: { gt: now } },
      data: { cancelledAt: now, cancelledById: actor.personId },
    });
    if (count === 0) throw new Refusal('NOT_FOUND');
    const step = { entity: 'technicalWorks', field: 'cancelledAt', recordId: id, before: null };
    const steps = [{ ...step, after: now.toISOString() }];
    return { result: null, audit: { object: 'technicalWorks', objectId: id, steps } };
  },
});
