import type { Db } from '@/server/db';
import { weekParityLabels } from '@/texts/labels';
import type { Setting } from '../../kind';
import { type TimetableColumns, weekdays } from './columns';

type Row = {
  period: string;
  group: string;
  index: string;
  course: string;
  division: string;
  subgroup: string;
  weekday: number;
  classPeriod: number;
  parity: keyof typeof weekParityLabels;
  room: string;
  startsOn: string;
};

/** The places of the week that stand today or later, by group and day. */
export async function readTimetable({
  tx,
  today,
}: Setting): Promise<{ readonly [K in keyof TimetableColumns]?: string }[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.name || ' ' || y.name AS period, g.name AS group, i.index, k.name AS course, coalesce(sub.division, '') AS division,
      coalesce(sub.name, '') AS subgroup, e.weekday::int AS weekday, e.class_period::int AS "classPeriod", e.parity::text AS parity, e.room,
      to_char(e.starts_on, 'DD.MM.YYYY') AS "startsOn"
    FROM timetable_entry e JOIN course_section c ON c.id = e.section_id JOIN student_group g ON g.id = c.group_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id LEFT JOIN subgroup sub ON sub.id = c.subgroup_id
      JOIN group_period gp ON gp.group_id = g.id
      JOIN academic_period p ON p.id = gp.period_id AND p.kind <> 'year' AND e.starts_on BETWEEN p.starts_on AND p.ends_on
      JOIN academic_year y ON y.id = p.year_id AND y.closed_at IS NULL
    WHERE e.removed_at IS NULL AND e.starts_on <= e.ends_on AND e.ends_on >= ${today}::date AND gp.locked_at IS NULL
    ORDER BY g.name, p.starts_on, e.weekday, e.class_period, e.id`;
  return rows.map(({ weekday, classPeriod, parity, ...row }) => ({
    ...row,
    weekday: weekdays[weekday - 1] ?? '',
    classPeriod: String(classPeriod),
    parity: weekParityLabels[parity],
  }));
}

/** «понедельник, 1 пара, ОП.04, ИСП-26-1» by the id of a place of the week. */
export async function namePlaces(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.$queryRaw<{ id: number; weekday: number; classPeriod: number; journal: string }[]>`
    SELECT e.id, e.weekday::int AS weekday, e.class_period::int AS "classPeriod", i.index || ', ' || g.name AS journal
    FROM timetable_entry e JOIN course_section c ON c.id = e.section_id JOIN student_group g ON g.id = c.group_id
      JOIN curriculum_item i ON i.id = c.item_id WHERE e.id = ANY (${[...ids]}::int[])`;
  return new Map(
    rows.map(({ id, weekday, classPeriod, journal }) => [
      id,
      `${weekdays[weekday - 1]}, ${classPeriod} пара, ${journal}`,
    ]),
  );
}
