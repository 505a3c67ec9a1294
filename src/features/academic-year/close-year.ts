import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/** Closes a year whose periods are all locked. @throws Refusal NOT_FOUND, IN_USE while a period is open */
export const closeYear = defineCommand({
  name: 'academic-year.close',
  permission: 'year.manage',
  input: z.strictObject({ yearId: idField }),
  period: 'none',
  run: async ({ tx, now, input: { yearId } }) => {
    const year = await tx.academicYear.findUnique({ where: { id: yearId }, select: { closedAt: true } });
    if (!year || year.closedAt) throw new Refusal('NOT_FOUND');
    const open = await tx.groupPeriod.count({ where: { lockedAt: null, period: { yearId } } });
    if (open > 0) throw new Refusal('IN_USE', { detail: 'не все периоды года закрыты' });
    await tx.academicYear.update({ where: { id: yearId }, data: { closedAt: now }, select: { id: true } });
    const step = {
      entity: 'academicYear',
      field: 'closedAt',
      recordId: yearId,
      before: null,
      after: now.toISOString(),
    };
    return { result: { yearId }, audit: { object: 'academicYear', objectId: yearId, steps: [step] } };
  },
});
