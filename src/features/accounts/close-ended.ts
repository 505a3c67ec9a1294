import { z } from 'zod';
import { defineCommand } from '@/server/command';
import { endedReason, ties } from './ties';

/**
 * Closes the accounts of everybody whose last tie has ended by today: dismissed, expelled, finished, parents of those
 * (T-014). The daily job; people without any tie yet, and those closed by hand, stay as they are.
 */
export const closeEnded = defineCommand({
  name: 'accounts.close-ended',
  permission: 'accounts.manage',
  input: z.strictObject({}),
  period: 'none',
  run: async ({ tx }) => {
    const closed = await tx.$queryRaw<{ id: number; personId: number }[]>`
      WITH today AS (SELECT (app_now() AT TIME ZONE time_zone)::date AS day FROM institution),
      ${ties},
      ended AS (SELECT person_id FROM ties, today GROUP BY person_id, day HAVING bool_and(ends_on IS NOT NULL AND ends_on < day)),
      shut AS (UPDATE account SET blocked_at = app_now(), block_reason = ${endedReason}
        WHERE blocked_at IS NULL AND person_id IN (SELECT person_id FROM ended) RETURNING id, person_id),
      out AS (UPDATE session SET ended_at = app_now() WHERE ended_at IS NULL AND account_id IN (SELECT id FROM shut))
      SELECT id, person_id AS "personId" FROM shut ORDER BY id`;
    const steps = closed.map(({ personId }) => {
      return { entity: 'account', field: 'blocked', recordId: personId, before: null, after: endedReason };
    });
    const audit = closed.length === 0 ? [] : { object: 'account', objectId: null, steps };
    return { result: { closed: closed.length }, audit };
  },
});
