import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { YearView } from './year-view';

export type ReadPlace = {
  groupId: number;
  group: string;
  periodId: number;
  lockedOn: LocalDate | null;
  lockReason: string | null;
  reopenedUntil: LocalDate | null;
};

type Moment = { now: Date; timeZone: string };

/** Every period of every group of a year with its lock and the end of its reopenings. */
export function readPlaces(db: Db, yearId: number, { now, timeZone }: Moment): Promise<ReadPlace[]> {
  return db.$queryRaw<ReadPlace[]>`
    SELECT g.id AS "groupId", g.name AS group, gp.period_id AS "periodId", (gp.locked_at AT TIME ZONE ${timeZone})::date::text AS "lockedOn",
      gp.lock_reason AS "lockReason",
      (SELECT ((max(r.open_until) - interval '1 second') AT TIME ZONE ${timeZone})::date::text FROM section_reopening r JOIN course_section c ON c.id = r.section_id
        WHERE c.group_id = g.id AND r.period_id = gp.period_id AND r.open_until > ${now} AND y.closed_at IS NULL) AS "reopenedUntil"
    FROM group_period gp JOIN student_group g ON g.id = gp.group_id JOIN academic_period p ON p.id = gp.period_id
      JOIN academic_year y ON y.id = p.year_id
    WHERE y.id = ${yearId}`;
}

/** Journals of a group in a year, and those of them that are open again in the period. */
export async function readReopened(
  db: Db,
  place: { groupId: number; periodId: number; yearId: number },
  { now, timeZone }: Moment,
): Promise<{ id: number; title: string; reopenings: { id: number; reason: string; until: LocalDate }[] }[]> {
  return db.$queryRaw`
    SELECT c.id, i.index || ' ' || k.name || coalesce(', ' || s.name, '') AS title,
      coalesce((SELECT json_agg(json_build_object('id', r.id, 'reason', r.reason, 'until', ((r.open_until - interval '1 second') AT TIME ZONE ${timeZone})::date) ORDER BY r.open_until)
        FROM section_reopening r WHERE r.section_id = c.id AND r.period_id = ${place.periodId} AND r.open_until > ${now}), '[]'::json) AS reopenings
    FROM course_section c JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup s ON s.id = c.subgroup_id
    WHERE c.group_id = ${place.groupId} AND c.year_id = ${place.yearId} ORDER BY i.index, s.name NULLS FIRST`;
}

/** The closing in force, who did it, and what became of the students. */
export async function readClosing(db: Db, yearId: number, timeZone: string): Promise<YearView['closing']> {
  const [row] = await db.$queryRaw<NonNullable<YearView['closing']>[]>`
    SELECT (c.closed_at AT TIME ZONE ${timeZone})::date::text AS on, c.reason,
      coalesce(p.last_name || ' ' || left(p.first_name, 1) || '.', 'командой на сервере') AS by,
      coalesce((SELECT json_object_agg(o.outcome, o.n) FROM (SELECT outcome, count(*) AS n FROM year_outcome WHERE year_id = ${yearId} GROUP BY outcome) o),
        '{}'::json) AS outcomes
    FROM year_closing c LEFT JOIN person p ON p.id = c.closed_by_id WHERE c.year_id = ${yearId} AND c.undone_at IS NULL`;
  return row ?? null;
}
