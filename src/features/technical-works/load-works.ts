import { type Actor, can } from '@/access/actor';
import { worksState } from '@/domain/deadlines/technical-works';
import { db } from '@/server/db';
import { worksSpan } from './works-words';

export type WorksLine = { id: number; span: string; note: string; state: 'ahead' | 'on' | 'over' | 'cancelled' };
export type WorksList = { lines: readonly WorksLine[]; today: string };

/** The last announced works, the latest first; null without the right to announce them. */
export async function loadWorks(actor: Actor): Promise<WorksList | null> {
  if (!can(actor, 'institution.setUp')) return null;
  const rows = await db().technicalWorks.findMany({
    orderBy: { startsAt: 'desc' },
    take: 10,
    select: { id: true, startsAt: true, endsAt: true, note: true, cancelledAt: true },
  });
  const lines = rows.map(({ id, note, cancelledAt, ...span }) => ({
    ...{ id, note, span: worksSpan(span, actor.timeZone) },
    state: cancelledAt ? ('cancelled' as const) : worksState(span, actor.now),
  }));
  return { lines, today: actor.today };
}
