import type { PlacedSection } from '@/domain/timetable/conflicts';
import type { TimedSection } from '@/domain/timetable/week-place';
import type { Setting } from '../../kind';
import { indexOf } from '../known-people';
import { textKey } from '../text-key';

export type Period = {
  id: number;
  groupId: number;
  group: string;
  yearId: number;
  name: string;
  startsOn: string;
  endsOn: string;
  locked: boolean;
  /** Lessons of days before today: the week of those days is not changed any more. */
  past: boolean;
};
export type Journal = TimedSection & {
  yearId: number;
  index: string;
  course: string;
  division: string | null;
  subgroup: string | null;
};
export type Entry = PlacedSection & { entryId: number; version: number; group: string; course: string };

/** What the college knows that rows of the timetable are judged by: periods to come, their journals and places of the week. */
export type TimetableWorld = {
  periods: ReadonlyMap<string, Period[]>;
  groupNames: readonly string[];
  journals: ReadonlyMap<string, Journal[]>;
  /** Places by weekday and class period. */
  entries: Map<string, Entry[]>;
};

export const hourKey = ({ weekday, classPeriod }: { weekday: number; classPeriod: number }): string =>
  `${weekday} ${classPeriod}`;
export const journalKey = (groupId: number, yearId: number, index: string): string =>
  `${groupId} ${yearId} ${textKey(index)}`;

export async function readTimetableWorld({ tx, today }: Setting): Promise<TimetableWorld> {
  const periods = await tx.$queryRaw<Period[]>`
    SELECT p.id, gp.group_id AS "groupId", g.name AS group, p.year_id AS "yearId", p.name || ' ' || y.name AS name,
      p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn", gp.locked_at IS NOT NULL AS locked,
      EXISTS (SELECT 1 FROM lesson l WHERE l.group_id = gp.group_id AND l.period_id = p.id AND l.date < ${today}::date) AS past
    FROM group_period gp JOIN academic_period p ON p.id = gp.period_id AND p.kind <> 'year' AND p.ends_on >= ${today}::date
      JOIN academic_year y ON y.id = p.year_id AND y.closed_at IS NULL JOIN student_group g ON g.id = gp.group_id
    ORDER BY p.starts_on, p.id`;
  const years = [...new Set(periods.map(({ yearId }) => yearId))];
  const journals = await tx.$queryRaw<Journal[]>`
    SELECT c.id AS "sectionId", c.group_id AS "groupId", c.subgroup_id AS "subgroupId", c.stream_id AS "streamId", c.year_id AS "yearId",
      i.index, k.name AS course, sub.division, sub.name AS subgroup,
      coalesce((SELECT json_agg(json_build_object('teacherId', t.teacher_id, 'from', t.starts_on, 'to', t.ends_on) ORDER BY t.starts_on, t.id)
        FROM teaching_assignment t WHERE t.section_id = c.id), '[]'::json) AS teachers
    FROM course_section c JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      LEFT JOIN subgroup sub ON sub.id = c.subgroup_id WHERE c.year_id = ANY (${years}::int[])`;
  const byId = new Map(journals.map((journal) => [journal.sectionId, journal]));
  const groups = new Map(periods.map(({ groupId, group }) => [groupId, group]));
  const rows = await tx.$queryRaw<Omit<Entry, keyof TimedSection | 'group' | 'course'> & { sectionId: number }[]>`
    SELECT e.id AS "entryId", e.version, e.section_id AS "sectionId", e.weekday::int, e.class_period::int AS "classPeriod", e.parity::text AS parity,
      e.room, e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn"
    FROM timetable_entry e JOIN course_section c ON c.id = e.section_id
    WHERE e.removed_at IS NULL AND e.starts_on <= e.ends_on AND c.year_id = ANY (${years}::int[])`;
  const entries = (rows as unknown as (Entry & { sectionId: number })[]).flatMap((row): Entry[] => {
    const journal = byId.get(row.sectionId);
    return journal ? [{ ...journal, ...row, group: groups.get(journal.groupId) ?? '', course: journal.course }] : [];
  });
  return {
    periods: indexOf(periods, ({ group }) => textKey(group)),
    groupNames: [...groups.values()].toSorted(),
    journals: indexOf(journals, ({ groupId, yearId, index }) => journalKey(groupId, yearId, index)),
    entries: indexOf(entries, hourKey),
  };
}
