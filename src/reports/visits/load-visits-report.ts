import type { Actor } from '@/access/actor';
import { daysBetween } from '@/domain/calendar/local-date';
import { type GroupVisits, loadVisits } from '@/features/parent-visits/load-visits';
import { db } from '@/server/db';
import { isGroupVisible } from '../ledger/visible-group';
import type { VisitParams } from './visit-params';

export type VisitsData = { visits: GroupVisits; institution: string };

/** Visits of the parents of one group; null when there is no such group or begun period in the actor's sight. */
export async function loadVisitsReport(actor: Actor, params: VisitParams): Promise<VisitsData | null> {
  if (!(await isGroupVisible(actor, params.group))) return null;
  const days = params.period === undefined ? (params.days ?? 30) : await daysOf(actor, params);
  const visits = days && (await loadVisits(actor, params.group, days));
  if (!visits) return null;
  const institution = await db().institution.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } });
  return { visits, institution: institution.name };
}

/** Days from the first one of the group's period to today. */
async function daysOf(actor: Actor, { group, period }: VisitParams): Promise<number | null> {
  const found = await db().groupPeriod.findFirst({
    where: { groupId: group, periodId: period ?? 0, period: { startsOn: { lte: new Date(actor.today) } } },
    select: { period: { select: { startsOn: true } } },
  });
  return found && daysBetween(found.period.startsOn.toISOString().slice(0, 10), actor.today) + 1;
}
