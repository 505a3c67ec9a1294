import { type Actor, can, canAny } from '@/access/actor';
import { isStaff } from '@/access/is-staff';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { shortDateTime } from '@/texts/format';
import type { NoticeBoardView, NoticeLine } from './notice-view';
import { audienceWords } from './notice-words';

type Row = {
  id: number;
  title: string;
  text: string;
  createdAt: Date;
  shownUntil: LocalDate;
  audience: 'named' | 'staff' | 'everybody';
  byHand: boolean;
  author: string | null;
  groups: string[];
};

/** Notices that are still ahead, for the start page: everybody's, the actor's own, of the groups curated, studied in or of one's children. */
export function loadNoticesAhead(actor: Actor): Promise<NoticeLine[]> {
  return readNotices(actor, { since: actor.today, every: false, most: 20 });
}

/**
 * All of the last notices to the actor; who makes changes or writes notices sees what was published to any group. What is told to a
 * person alone stays that person's.
 */
export async function loadBoard(actor: Actor): Promise<NoticeBoardView> {
  const every = canAny(actor, ['timetable.enter', 'substitution.enter', 'notice.publish']);
  const [notices, groups] = await Promise.all([
    readNotices(actor, { since: '2000-01-01', every, most: 200 }),
    can(actor, 'notice.publish') ? readGroups(actor.today) : null,
  ]);
  return { notices, desk: groups && { today: actor.today, groups } };
}

/** Groups that study now. */
async function readGroups(today: LocalDate): Promise<{ id: number; label: string }[]> {
  const rows = await db().$queryRaw<{ id: number; label: string }[]>`
    SELECT g.id, g.name AS label FROM student_group g WHERE EXISTS (SELECT 1 FROM enrollment e
      WHERE e.group_id = g.id AND e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date))`;
  return rows.sort((one, other) => compareTitles(one.label, other.label));
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
    SELECT n.id, n.title, n.text, n.created_at AS "createdAt", n.shown_until::text AS "shownUntil", n.audience::text, n.by_hand AS "byHand",
      (SELECT p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '')
        FROM person p WHERE p.id = n.created_by_id AND n.by_hand) AS author,
      ARRAY(SELECT g.name FROM notice_group ng JOIN student_group g ON g.id = ng.group_id WHERE ng.notice_id = n.id AND n.by_hand ORDER BY g.name) AS groups
    FROM notice n
    WHERE n.shown_until >= ${since}::date AND n.withdrawn_at IS NULL
      AND (${every} AND (n.by_hand OR EXISTS (SELECT 1 FROM notice_group ng WHERE ng.notice_id = n.id))
        OR n.audience = 'everybody' OR (n.audience = 'staff' AND ${isStaff(actor)})
        OR EXISTS (SELECT 1 FROM notice_person np WHERE np.notice_id = n.id AND np.person_id = ${personId})
        OR EXISTS (SELECT 1 FROM notice_group ng WHERE ng.notice_id = n.id AND (ng.group_id = ANY (${[...curates]}::int[])
          OR EXISTS (SELECT 1 FROM mine m WHERE m.group_id = ng.group_id AND (ng.subgroup_id IS NULL OR EXISTS (
            SELECT 1 FROM subgroup_membership sm WHERE sm.subgroup_id = ng.subgroup_id AND sm.student_id = m.student_id
              AND sm.starts_on <= ${today}::date AND (sm.ends_on IS NULL OR sm.ends_on >= ${today}::date)))))))
    ORDER BY n.id DESC LIMIT ${most}`;
  const mayWithdraw = can(actor, 'notice.publish');
  return rows.map(({ id, title, text, createdAt, shownUntil, byHand, audience, author, groups }) => ({
    ...{ id, title, text, published: shortDateTime(createdAt, timeZone), ahead: shownUntil >= today },
    byHand: byHand
      ? { author: author ?? '', to: audienceWords(audience, groups), until: shownUntil, mayWithdraw }
      : null,
  }));
}
