import { type Actor, canAny } from '@/access/actor';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { shortDateTime } from '@/texts/format';

export type NoticeLine = { id: number; title: string; text: string; published: string; ahead: boolean };
type Row = { id: number; title: string; text: string; createdAt: Date; shownUntil: LocalDate };

/** Notices of changes that are still ahead, for the start page: the actor's own, of the groups curated, studied in or of one's children. */
export function loadNoticesAhead(actor: Actor): Promise<NoticeLine[]> {
  return readNotices(actor, { since: actor.today, every: false, most: 20 });
}

/** All of the last notices to the actor; who makes changes sees what was published to anybody. */
export function loadNotices(actor: Actor): Promise<NoticeLine[]> {
  const every = canAny(actor, ['timetable.enter', 'substitution.enter']);
  return readNotices(actor, { since: '2000-01-01', every, most: 200 });
}

async function readNotices(
  actor: Actor,
  { since, every, most }: { since: LocalDate; every: boolean; most: number },
): Promise<NoticeLine[]> {
  const { personId, curates, children, studentId, today, timeZone } = actor;
  const students = [...children, ...(studentId === null ? [] : [studentId])];
  const rows = await db().$queryRaw<Row[]>`
    WITH mine AS (SELECT e.group_id, e.student_id FROM enrollment e WHERE e.student_id = ANY (${students}::int[])
      AND e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date))
    SELECT n.id, n.title, n.text, n.created_at AS "createdAt", n.shown_until::text AS "shownUntil" FROM notice n
    WHERE n.shown_until >= ${since}::date AND (${every} OR EXISTS (SELECT 1 FROM notice_person np WHERE np.notice_id = n.id AND np.person_id = ${personId})
      OR EXISTS (SELECT 1 FROM notice_group ng WHERE ng.notice_id = n.id AND (ng.group_id = ANY (${[...curates]}::int[])
        OR EXISTS (SELECT 1 FROM mine m WHERE m.group_id = ng.group_id AND (ng.subgroup_id IS NULL OR EXISTS (
          SELECT 1 FROM subgroup_membership sm WHERE sm.subgroup_id = ng.subgroup_id AND sm.student_id = m.student_id
            AND sm.starts_on <= ${today}::date AND (sm.ends_on IS NULL OR sm.ends_on >= ${today}::date)))))))
    ORDER BY n.id DESC LIMIT ${most}`;
  return rows.map(({ id, title, text, createdAt, shownUntil }) => ({
    ...{ id, title, text, published: shortDateTime(createdAt, timeZone), ahead: shownUntil >= today },
  }));
}
