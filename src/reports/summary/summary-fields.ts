import type { Actor } from '@/access/actor';
import { db } from '@/server/db';
import type { ReportField, ReportQuery } from '../define';
import { groupField } from '../group-field';

/** Groups in the actor's sight; of the chosen one the periods that have begun, and its years. */
export async function summaryFields(actor: Actor, query: ReportQuery): Promise<readonly ReportField[]> {
  const { field, groupId } = await groupField(actor, query);
  return [
    field,
    {
      ...{ name: 'period', label: 'Период', empty: 'текущий', value: query.period ?? '' },
      options: groupId === undefined ? [] : await periodOptions(groupId, actor),
    },
  ];
}

async function periodOptions(groupId: number, actor: Actor): Promise<ReportField['options']> {
  const rows = await db().groupPeriod.findMany({
    where: { groupId, period: { startsOn: { lte: new Date(actor.today) }, kind: { not: 'year' } } },
    orderBy: { period: { startsOn: 'desc' } },
    select: { period: { select: { id: true, name: true, year: { select: { id: true, name: true } } } } },
  });
  const years = new Map(rows.map(({ period }) => [period.year.id, period.year.name]));
  return [...years].flatMap(([id, year]) => [
    { value: `year-${id}`, label: `${year} учебный год` },
    ...rows
      .filter(({ period }) => period.year.id === id)
      .map(({ period }) => ({ value: String(period.id), label: `${period.name} ${year}` })),
  ]);
}
