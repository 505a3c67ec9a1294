import type { LocalDate } from '@/domain/types';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';

type Review = { groupId: number; division: string; on: LocalDate; at: Date; by: number | null };

/** The division is looked through for every period of the group that contains the day. */
export async function reviewDivision(tx: Db, { groupId, division, on, at, by }: Review): Promise<AuditStep[]> {
  const rows = await tx.$queryRaw<{ periodId: number }[]>`
    INSERT INTO division_review (group_id, division, period_id, reviewed_at, reviewed_by_id)
    SELECT ${groupId}, ${division}, p.id, ${at}, ${by} FROM academic_period p JOIN group_period gp ON gp.period_id = p.id
    WHERE gp.group_id = ${groupId} AND ${on}::date BETWEEN p.starts_on AND p.ends_on
    ON CONFLICT (group_id, division, period_id) DO UPDATE SET reviewed_at = excluded.reviewed_at, reviewed_by_id = excluded.reviewed_by_id
    RETURNING period_id AS "periodId"`;
  return rows.map(({ periodId }) => {
    return {
      entity: 'divisionReview',
      field: 'reviewed',
      recordId: groupId,
      periodId,
      before: null,
      after: `${division}: ${at.toISOString()}`,
    };
  });
}
