import { db } from '@/server/db';
import { worksNotice } from './works-words';

type Row = { startsAt: Date; endsAt: Date; note: string; now: Date; timeZone: string };

/** The band's words for whoever has not signed in yet; null when nothing is announced for the week. */
export async function loadCoverNotice(): Promise<string | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT w.starts_at AS "startsAt", w.ends_at AS "endsAt", w.note, c.now, i.time_zone AS "timeZone"
    FROM technical_works w, institution i, (SELECT app_now() AS now) c
    WHERE w.cancelled_at IS NULL AND w.ends_at > c.now AND w.starts_at < c.now + interval '7 days' ORDER BY w.starts_at LIMIT 1`;
  return row ? worksNotice(row, row.now, row.timeZone) : null;
}
