import { type Actor, can, canAny } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import type { RoomRow, RoomsView } from './structure-view';

/** Rooms with the lessons of the coming four weeks; null without the right. */
export async function loadRooms(actor: Actor): Promise<RoomsView | null> {
  if (!canAny(actor, ['study.view', 'structure.enter', 'timetable.enter'])) return null;
  const rows = await db().$queryRaw<RoomRow[]>`
    SELECT r.id, r.version, r.name, r.purpose, r.seats, r.closed_on::text AS "closedOn", coalesce(l.lessons, 0) AS lessons
    FROM room r LEFT JOIN (SELECT room, count(*)::int AS lessons FROM lesson WHERE date BETWEEN ${actor.today}::date
      AND ${addDays(actor.today, 27)}::date AND state <> 'cancelled' GROUP BY room) l ON l.room = r.name`;
  return {
    rooms: rows.sort((one, other) => compareTitles(one.name, other.name)),
    today: actor.today,
    may: { enter: canAny(actor, ['structure.enter', 'timetable.enter']), remove: can(actor, 'structure.enter') },
  };
}
