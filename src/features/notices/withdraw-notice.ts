import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/**
 * Takes a notice that was written by hand off the board; the audit keeps it. What an act of the timetable published is followed by
 * another notice instead. @throws Refusal NOT_FOUND
 */
export const withdrawNotice = defineCommand({
  name: 'notices.withdraw',
  permission: 'notice.publish',
  input: z.strictObject({ id: idField }),
  period: 'none',
  run: async ({ tx, actor, now, input: { id } }) => {
    const { count } = await tx.notice.updateMany({
      where: { id, byHand: true, withdrawnAt: null },
      data: { withdrawnAt: now, withdrawnById: actor.personId || null },
    });
    if (count === 0) throw new Refusal('NOT_FOUND');
    const step = { entity: 'notice', field: 'withdrawn', recordId: id, before: null, after: now.toISOString() };
    return { result: { id }, audit: { object: 'notice', objectId: id, steps: [step] } };
  },
});
