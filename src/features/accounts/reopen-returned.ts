import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { endedReason, ties } from './ties';

/**
 * Opens the accounts of people who are back, and of their parents, where they had been closed because the last tie had ended:
 * an order undone, a return, a dismissal taken back. One closed by hand stays closed (T-014). The former password holds.
 */
export async function reopenReturned(tx: Db, personIds: readonly number[]): Promise<AuditStep[]> {
  if (personIds.length === 0) return [];
  const ids = [...personIds];
  const shut = await tx.$queryRaw<{ personId: number }[]>`
    SELECT person_id AS "personId" FROM account WHERE blocked_at IS NOT NULL AND block_reason = ${endedReason}
      AND (person_id = ANY (${ids}::int[]) OR person_id IN (SELECT guardian_id FROM guardianship WHERE student_id = ANY (${ids}::int[])))`;
  if (shut.length === 0) return [];
  const opened = await tx.$queryRaw<{ personId: number }[]>`
    WITH today AS (SELECT (app_now() AT TIME ZONE time_zone)::date AS day FROM institution),
    ${ties},
    tied AS (SELECT person_id FROM ties, today WHERE ends_on IS NULL OR ends_on >= day)
    UPDATE account SET blocked_at = NULL, block_reason = NULL
    WHERE person_id = ANY (${shut.map(({ personId }) => personId)}::int[]) AND person_id IN (SELECT person_id FROM tied)
    RETURNING person_id AS "personId"`;
  return opened.map(({ personId }) => {
    return { entity: 'account', field: 'blocked', recordId: personId, before: endedReason, after: null };
  });
}
