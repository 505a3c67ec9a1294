import { type Actor, canAny } from '@/access/actor';
import { db } from '@/server/db';
import { fullDateTime } from '@/texts/format';

/** Whether the actor has a link to the own timetable, and since when; null for whoever has no timetable of their own. */
export async function loadOwnFeed(actor: Actor): Promise<{ since: string | null } | null> {
  if (!canAny(actor, ['timetable.view', 'diary.viewOwn'])) return null;
  if (actor.teaches.length === 0 && actor.studentId === null) return null;
  const feed = await db().calendarFeed.findFirst({
    where: { personId: actor.personId, revokedAt: null },
    select: { createdAt: true },
  });
  return { since: feed ? fullDateTime(feed.createdAt, actor.timeZone) : null };
}
