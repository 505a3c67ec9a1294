import type { LocalDate } from '@/domain/types';
import type { PeriodKey } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDate } from '@/texts/format';

/** Days on which a write changes who stands in a group's journals; `to` null: from then on. */
export type Reach = { groupId: number; from: LocalDate; to: LocalDate | null };

type Reached = { groupId: number; periodId: number; locked: boolean; group: string; period: string; endsOn: LocalDate };

/**
 * The periods that such writes reach, for the gate. They are held against every save of a journal until the commit: no mark
 * can be entered on a day that is being taken from its student. `sectionId` 0: no reopening of one journal opens an order.
 * @throws Refusal PERIOD_LOCKED which says from when on the order may act
 */
export async function reachedPeriods(tx: Db, reaches: readonly Reach[]): Promise<PeriodKey[]> {
  if (reaches.length === 0) return [];
  const rows = await tx.$queryRaw<Reached[]>`
    SELECT gp.group_id AS "groupId", gp.period_id AS "periodId", gp.locked_at IS NOT NULL AS locked, g.name AS group,
      p.name AS period, p.ends_on::text AS "endsOn"
    FROM group_period gp JOIN student_group g ON g.id = gp.group_id JOIN academic_period p ON p.id = gp.period_id
    WHERE EXISTS (SELECT 1 FROM jsonb_to_recordset(${JSON.stringify(reaches)}::jsonb) AS r("groupId" int, "from" date, "to" date)
      WHERE r."groupId" = gp.group_id AND r."from" <= p.ends_on AND (r."to" IS NULL OR r."to" >= p.starts_on))
    ORDER BY gp.group_id, gp.period_id FOR NO KEY UPDATE OF gp`;
  const locked = rows.filter((row) => row.locked).sort((one, other) => other.endsOn.localeCompare(one.endsOn))[0];
  if (locked) {
    const { group, period, endsOn } = locked;
    throw new Refusal('PERIOD_LOCKED', {
      detail: `${group}, ${period}: приказ может действовать не раньше чем после ${fullDate(endsOn)}`,
    });
  }
  return rows.map(({ groupId, periodId }) => ({ groupId, periodId, sectionId: 0 }));
}
