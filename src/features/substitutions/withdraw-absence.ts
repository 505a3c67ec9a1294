import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/** An absence entered by mistake, or ended before it began; substitutions already made stay until they are taken back. @throws Refusal NOT_FOUND */
export const withdrawAbsence = defineCommand({
  name: 'timetable.withdraw-absence',
  permission: 'substitution.enter',
  input: z.strictObject({ id: idField }),
  period: 'none',
  run: async ({ tx, now, input: { id } }) => {
    const { count } = await tx.staffAbsence.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: now },
    });
    if (count === 0) throw new Refusal('NOT_FOUND');
    const step = { entity: 'staffAbsence', field: 'ended', recordId: id, before: null, after: now.toISOString() };
    return { result: { id }, audit: { object: 'staffAbsence', objectId: id, steps: [step] } };
  },
});
