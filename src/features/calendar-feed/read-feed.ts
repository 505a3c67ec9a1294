import { type Bell, bellTimes } from '@/domain/calendar/bells';
import type { CalendarEvent } from '@/domain/timetable/ics';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationVersion } from '@/server/regulation';

type Row = {
  personId: number;
  now: Date;
  timeZone: string;
  regulationId: number;
  teaches: boolean;
  studies: boolean;
  institution: string;
  lessons: {
    id: number;
    date: LocalDate;
    classPeriod: number;
    groupId: number;
    course: string;
    group: string;
    room: string;
    cancelled: boolean;
    own: boolean;
  }[];
  bells: Bell[];
  shortened: LocalDate[];
};
export type Feed = { name: string; now: Date; timeZone: string; events: CalendarEvent[] };

/**
 * The lessons behind a secret link, two weeks back and four months ahead: those that the person gives, or hears. Without names and marks. Null for
 * a link that is unknown or revoked, of a blocked account, of somebody who has left or whose cabinet is closed (T-034).
 */
export async function readFeed(tokenHash: Uint8Array): Promise<Feed | null> {
  const row = await readRow(tokenHash);
  if (!row) return null;
  const { diary } = await regulationVersion(row.regulationId);
  const hears = row.studies && diary.open && diary.student.includes('timetable');
  if (!row.teaches && !hears) return null;
  const times = bellTimes(row.bells, row.shortened);
  const events = row.lessons
    .filter(({ own }) => own || hears)
    .flatMap(({ id, date, classPeriod, groupId, course, group, room, cancelled, own }): CalendarEvent[] => {
      const pair = times(date, classPeriod, groupId);
      const summary = own ? `${course}, ${group}` : course;
      const hours = pair && { startsAt: pair.startsAt, endsAt: pair.endsAt };
      return hours ? [{ id, date, ...hours, summary, location: room && `ауд. ${room}`, cancelled }] : [];
    });
  return { name: `Расписание, ${row.institution}`, now: row.now, timeZone: row.timeZone, events };
}

async function readRow(tokenHash: Uint8Array): Promise<Row | null> {
  const rows = await db().$queryRaw<Row[]>`
    WITH clock AS (SELECT c.now, i.time_zone, i.short_name, (c.now AT TIME ZONE i.time_zone)::date AS today FROM institution i, (SELECT app_now() AS now) c),
    me AS (SELECT f.person_id, clock.* FROM calendar_feed f JOIN account a ON a.person_id = f.person_id AND a.blocked_at IS NULL, clock
      WHERE f.token_hash = ${tokenHash} AND f.revoked_at IS NULL),
    works AS (SELECT me.* FROM me JOIN staff_member s ON s.id = me.person_id AND (s.left_on IS NULL OR s.left_on >= me.today)
      WHERE EXISTS (SELECT 1 FROM staff_position p WHERE p.staff_id = s.id AND p.starts_on <= me.today AND (p.ends_on IS NULL OR p.ends_on >= me.today))
        OR EXISTS (SELECT 1 FROM teaching_assignment t WHERE t.teacher_id = s.id AND (t.ends_on IS NULL OR t.ends_on >= me.today))),
    roll AS (SELECT e.group_id, e.student_id, e.starts_on, e.ends_on FROM me JOIN enrollment e ON e.student_id = me.person_id
      AND (e.ends_on IS NULL OR e.ends_on >= me.today)),
    l AS (
      SELECT l.*, true AS own FROM works JOIN lesson l ON l.teacher_id = works.person_id AND l.date BETWEEN works.today - 14 AND works.today + 120
      UNION ALL
      SELECT l.*, false FROM me CROSS JOIN roll JOIN lesson l ON l.group_id = roll.group_id AND l.date BETWEEN me.today - 14 AND me.today + 120
          AND l.date >= roll.starts_on AND (roll.ends_on IS NULL OR l.date <= roll.ends_on)
      WHERE l.subgroup_id IS NULL OR EXISTS (SELECT 1 FROM subgroup_membership m WHERE m.subgroup_id = l.subgroup_id
        AND m.student_id = roll.student_id AND m.starts_on <= l.date AND (m.ends_on IS NULL OR m.ends_on >= l.date)))
    SELECT person_id AS "personId", now, time_zone AS "timeZone", short_name AS institution,
      (SELECT r.id FROM regulation_version r WHERE r.valid_from <= today ORDER BY r.valid_from DESC LIMIT 1) AS "regulationId",
      EXISTS (SELECT 1 FROM works) AS teaches, EXISTS (SELECT 1 FROM roll) AS studies,
      (SELECT coalesce(json_agg(json_build_object('id', l.id, 'date', l.date, 'classPeriod', l.class_period, 'groupId', l.group_id, 'course', k.name, 'group', g.name,
          'room', l.room, 'cancelled', l.state = 'cancelled', 'own', l.own) ORDER BY l.date, l.class_period, l.id), '[]')
        FROM l JOIN student_group g ON g.id = l.group_id JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id
          JOIN course k ON k.id = i.course_id) AS lessons,
      (SELECT coalesce(json_agg(json_strip_nulls(json_build_object('number', b.number, 'startsAt', to_char(b.starts_at, 'HH24:MI'),
          'endsAt', to_char(b.ends_at, 'HH24:MI'), 'shortened', b.shortened, 'groupId', b.group_id, 'weekday', b.weekday, 'date', b.date))), '[]')
        FROM bell_line b WHERE (b.group_id IS NULL OR b.group_id IN (SELECT group_id FROM l)) AND (b.date IS NULL OR b.date BETWEEN today - 14 AND today + 120)) AS bells,
      (SELECT coalesce(json_agg(date), '[]') FROM calendar_exception WHERE kind = 'shortened' AND date BETWEEN today - 14 AND today + 120) AS shortened
    FROM me`;
  return rows[0] ?? null;
}
