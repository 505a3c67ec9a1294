import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { ReadPeriod, ReadSection } from './read-sections';
import type { BusyRoom, DayLessons, OtherPlace, WeekEntry } from './week-view';

type Read = {
  entries: WeekEntry[];
  others: OtherPlace[];
  busyRooms: BusyRoom[];
  rooms: string[];
  pairs: { number: number; time: string }[];
  days: DayLessons[];
  people: { id: number; name: string }[];
};
export type AroundWeek = Omit<Read, 'people'> & { names: Map<number, string> };

type Place = { groupId: number; period: ReadPeriod; from: LocalDate; sections: readonly ReadSection[] };

/** The places of the week from a day on, and what is busy elsewhere at the same time, in one statement. */
export async function readAroundWeek(db: Db, { groupId, period, from, sections }: Place): Promise<AroundWeek> {
  const teacherIds = [...new Set(sections.flatMap(({ teachers }) => teachers.map(({ teacherId }) => teacherId)))];
  const rows = await db.$queryRaw<{ read: Read }[]>`
    WITH e AS MATERIALIZED (
      SELECT e.*, c.group_id, c.subgroup_id, c.stream_id, c.item_id, g.name AS group_name
      FROM timetable_entry e JOIN course_section c ON c.id = e.section_id JOIN student_group g ON g.id = c.group_id
      WHERE e.removed_at IS NULL AND e.ends_on >= ${from}::date AND e.starts_on <= ${period.endsOn}::date),
    hand AS (
      SELECT l.*, k.name AS course FROM lesson l JOIN course_section c ON c.id = l.section_id JOIN curriculum_item i ON i.id = c.item_id
        JOIN course k ON k.id = i.course_id
      WHERE l.group_id = ${groupId} AND l.period_id = ${period.id} AND l.timetable_entry_id IS NULL AND l.state <> 'cancelled'
        AND NOT EXISTS (SELECT 1 FROM lesson_change x WHERE x.instead_id = l.id)),
    runs AS (
      SELECT section_id, course, room, date, hours, to_char(date, 'IYYYIW') AS week FROM hand)
    SELECT json_build_object(
      'entries', (SELECT coalesce(json_agg(json_build_object('entryId', id, 'version', version, 'sectionId', section_id, 'weekday', weekday,
          'classPeriod', class_period, 'parity', parity, 'room', room, 'startsOn', starts_on, 'endsOn', ends_on) ORDER BY weekday, class_period, parity, id), '[]')
        FROM e WHERE group_id = ${groupId} AND starts_on <= ends_on),
      'others', (SELECT coalesce(json_agg(json_build_object('sectionId', e.section_id, 'groupId', e.group_id, 'subgroupId', e.subgroup_id,
          'streamId', e.stream_id, 'weekday', e.weekday, 'classPeriod', e.class_period, 'parity', e.parity, 'room', '', 'startsOn', e.starts_on,
          'endsOn', e.ends_on, 'group', e.group_name, 'course', k.name, 'teachers', t.terms)), '[]')
        FROM e JOIN curriculum_item i ON i.id = e.item_id JOIN course k ON k.id = i.course_id
          JOIN LATERAL (SELECT json_agg(json_build_object('teacherId', a.teacher_id, 'from', a.starts_on, 'to', a.ends_on)) AS terms,
            bool_or(a.teacher_id = ANY (${teacherIds}::int[])) AS ours FROM teaching_assignment a WHERE a.section_id = e.section_id) t ON t.ours
        WHERE e.group_id <> ${groupId}),
      'busyRooms', (SELECT coalesce(json_agg(DISTINCT jsonb_build_object('weekday', weekday, 'classPeriod', class_period, 'parity', parity,
          'room', room, 'group', group_name)), '[]') FROM e WHERE group_id <> ${groupId} AND room <> ''),
      'rooms', (SELECT coalesce(json_agg(name ORDER BY name), '[]') FROM room WHERE closed_on IS NULL OR closed_on > ${from}::date),
      'pairs', (SELECT coalesce(json_agg(json_build_object('number', b.number, 'time', to_char(b.starts_at, 'FMHH24:MI') || '–' || to_char(b.ends_at, 'FMHH24:MI'))
          ORDER BY b.number), '[]') FROM (SELECT DISTINCT ON (number) number, starts_at, ends_at FROM bell_line WHERE NOT shortened AND weekday IS NULL
          AND date IS NULL AND (group_id IS NULL OR group_id = ${groupId}) ORDER BY number, group_id NULLS LAST) b),
      'days', (SELECT coalesce(json_agg(d ORDER BY d."from", d."sectionId"), '[]') FROM (
        SELECT section_id AS "sectionId", course, min(date) AS "from", max(date) AS "to", count(*) AS lessons, sum(hours) AS hours, min(room) AS room
        FROM runs GROUP BY section_id, course, week) d),
      'people', (SELECT coalesce(json_agg(json_build_object('id', id, 'name', last_name || ' ' || left(first_name, 1) || '.'
          || coalesce(' ' || left(middle_name, 1) || '.', ''))), '[]') FROM person WHERE id = ANY (${teacherIds}::int[]))) AS read`;
  const [row] = rows;
  if (!row) throw new Error('one row expected');
  const { people, pairs, ...read } = row.read;
  const numbers = [1, 2, 3, 4, 5, 6].map((number) => ({ number, time: '' }));
  return {
    ...read,
    pairs: pairs.length > 0 ? pairs : numbers,
    names: new Map(people.map(({ id, name }) => [id, name])),
  };
}
