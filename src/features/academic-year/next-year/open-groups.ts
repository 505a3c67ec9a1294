import { groupBy } from '@/domain/year/group-by';
import { appointCurators } from '@/features/groups/appoint-curators';
import { openPeriods } from '@/features/groups/open-periods';
import type { Db } from '@/server/db';
import type { NextYear } from './open-calendar';
import type { Studied } from './read-former';
import type { Within } from './within';

/** Groups that go on study by the same kinds of periods as before, with the curators they had at the year's end. */
export async function openGroups(tx: Db, within: Within, year: NextYear, going: Studied['going']): Promise<void> {
  const next = new Map(year.periods.map(({ old, next: period }) => [old.id, period.id]));
  const alike = groupBy(going, ({ periodIds }) => periodIds.join(' '));
  for (const groups of alike.values()) {
    const periodIds = groups[0]?.periodIds.flatMap((id) => next.get(id) ?? []) ?? [];
    if (periodIds.length > 0) await within(openPeriods, { groupIds: groups.map(({ groupId }) => groupId), periodIds });
  }
  const ended = await tx.$queryRaw<{ groupId: number; staffId: number }[]>`
    SELECT DISTINCT ON (k.group_id) k.group_id AS "groupId", k.staff_id AS "staffId" FROM curatorship k JOIN staff_member m ON m.id = k.staff_id
    WHERE k.group_id = ANY (${going.map(({ groupId }) => groupId)}::int[]) AND k.ends_on >= ${lastDay(year)}::date
      AND (m.left_on IS NULL OR m.left_on >= ${year.startsOn}::date)
      AND NOT EXISTS (SELECT 1 FROM curatorship o WHERE o.group_id = k.group_id AND (o.ends_on IS NULL OR o.ends_on >= ${year.startsOn}::date))
    ORDER BY k.group_id, k.ends_on DESC`;
  const curatorships = ended.map((row) => ({ ...row, startsOn: year.startsOn }));
  if (curatorships.length > 0) await within(appointCurators, { curatorships });
}

/** A curator whose term ended with the last period had it end with the year. */
function lastDay({ periods }: NextYear): string {
  return (
    periods
      .map(({ old }) => old.endsOn)
      .sort()
      .at(-1) ?? ''
  );
}
