import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';

const input = z.strictObject({
  groupIds: z.array(idField).min(1).max(500),
  periodIds: z.array(idField).min(1).max(24),
});

/** Says by which periods groups study (C-20): lessons and grades need such a period. Those already open stay. */
export const openPeriods = defineCommand({
  name: 'groups.open-periods',
  permission: 'year.manage',
  input,
  period: 'none',
  run: async ({ tx, input: { groupIds, periodIds } }) => {
    const rows = await tx.groupPeriod.createManyAndReturn({
      data: groupIds.flatMap((groupId) => periodIds.map((periodId) => ({ groupId, periodId }))),
      skipDuplicates: true,
      select: { groupId: true, periodId: true },
    });
    const steps = rows.map(({ groupId, periodId }) => createdStep('groupPeriod', groupId, { periodId }));
    return { result: { opened: rows.length }, audit: { object: 'groupPeriod', objectId: null, steps } };
  },
});
