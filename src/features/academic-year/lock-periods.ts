import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { lockSteps } from './lock-steps';
import { regulationLived } from './regulation-lived';

const input = z.strictObject({
  periodIds: z.array(idField).min(1).max(24),
  groupIds: z.array(idField).min(1).max(500),
  reason: z.string().trim().min(1).max(300),
});

/**
 * Locks periods of groups: from then on nothing in them can be written (T-082). The lock keeps the regulation under which
 * the period was lived. A period that is locked already stays as it is. Answers how many were locked.
 */
export const lockPeriods = defineCommand({
  name: 'academic-year.lock-periods',
  permission: 'period.lock',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { periodIds, groupIds, reason } }) => {
    const locked = await tx.$queryRaw<{ groupId: number; periodId: number }[]>`
      WITH chosen AS (
        SELECT group_id, period_id FROM group_period
        WHERE period_id = ANY (${periodIds}::int[]) AND group_id = ANY (${groupIds}::int[]) AND locked_at IS NULL
        ORDER BY group_id, period_id FOR UPDATE)
      UPDATE group_period gp SET locked_at = ${now}, locked_by_id = ${actor.personId}, lock_reason = ${reason},
        regulation_id = ${regulationLived(actor.today)}
      FROM chosen c JOIN academic_period p ON p.id = c.period_id WHERE gp.group_id = c.group_id AND gp.period_id = c.period_id
      RETURNING gp.group_id AS "groupId", gp.period_id AS "periodId"`;
    if (locked.length === 0) throw new Refusal('NOT_FOUND');
    const steps = lockSteps(locked, null, now.toISOString());
    return { result: { locked: locked.length }, audit: { object: 'groupPeriod', objectId: null, steps } };
  },
});
