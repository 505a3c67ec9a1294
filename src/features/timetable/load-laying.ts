import { type Actor, can } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import { clashesOf, type PlacedSection } from '@/domain/timetable/conflicts';
import type { LocalDate } from '@/domain/types';
import { groupBy } from '@/domain/year/group-by';
import { type JobView, loadOwnJobs } from '@/features/jobs/load-jobs';
import { db } from '@/server/db';
import { layGroupsKind } from './laying-kind';
import type { Option } from './week-view';

type ReadGroup = { id: number; name: string; planned: number; laid: number; places: number; unstaffed: number };
type ReadEntry = PlacedSection & { entryId: number; group: string; course: string; teacher: string };

export type LayingView = {
  period: Option;
  periods: readonly Option[];
  /** Academic hours of the plan, and of lessons in the calendar; journals with hours but without a teacher. */
  groups: readonly ReadGroup[];
  /** Where the weeks of the college stand in one another's way. */
  clashes: readonly {
    key: string;
    hour: { weekday: number; classPeriod: number };
    kind: 'group' | 'teacher' | 'room';
    words: string;
  }[];
  jobs: readonly JobView[];
  mayLay: boolean;
};

/** How far the timetable of a period is in every group, and its conflicts; null for whoever sees no timetables, or without a period. */
export async function loadLaying(actor: Actor, periodId: number | undefined): Promise<LayingView | null> {
  if (!can(actor, 'timetable.view')) return null;
  const periods = await db().$queryRaw<{ id: number; label: string; startsOn: LocalDate; endsOn: LocalDate }[]>`
    SELECT p.id, p.name || ' ' || y.name AS label, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn"
    FROM academic_period p JOIN academic_year y ON y.id = p.year_id WHERE p.kind <> 'year' AND y.closed_at IS NULL ORDER BY p.starts_on, p.id`;
  const current = periods.find(({ endsOn }) => endsOn >= actor.today) ?? periods.at(-1);
  const period = periodId === undefined ? current : periods.find(({ id }) => id === periodId);
  if (!period) return null;
  const from = [period.startsOn, actor.today].sort()[1] ?? actor.today;
  const [groups, entries, jobs] = await Promise.all([
    readGroups(period.id),
    readEntries(from, period.endsOn),
    loadOwnJobs(actor, layGroupsKind.kind),
  ]);
  groups.sort((one, other) => compareTitles(one.name, other.name));
  return {
    period,
    periods: periods.map(({ id, label }) => ({ id, label })),
    groups,
    clashes: clashLines(entries),
    jobs,
    mayLay: can(actor, 'timetable.enter'),
  };
}

function readGroups(periodId: number): Promise<ReadGroup[]> {
  return db().$queryRaw<ReadGroup[]>`
    SELECT g.id, g.name, coalesce(s.planned, 0)::int AS planned, coalesce(l.hours, 0)::int AS laid, coalesce(s.unstaffed, 0)::int AS unstaffed,
      (SELECT count(*)::int FROM timetable_entry e JOIN course_section c ON c.id = e.section_id, academic_period p
        WHERE c.group_id = g.id AND p.id = ${periodId} AND e.removed_at IS NULL AND e.starts_on <= p.ends_on AND e.ends_on >= p.starts_on) AS places
    FROM group_period gp JOIN student_group g ON g.id = gp.group_id
      LEFT JOIN LATERAL (SELECT sum(sp.planned_hours) AS planned, count(*) FILTER (WHERE sp.planned_hours > 0
          AND NOT EXISTS (SELECT 1 FROM teaching_assignment t WHERE t.section_id = c.id)) AS unstaffed
        FROM section_period sp JOIN course_section c ON c.id = sp.section_id WHERE sp.period_id = ${periodId} AND c.group_id = g.id) s ON true
      LEFT JOIN LATERAL (SELECT sum(hours) AS hours FROM lesson WHERE group_id = g.id AND period_id = ${periodId} AND state <> 'cancelled') l ON true
    WHERE gp.period_id = ${periodId}`;
}

function readEntries(from: LocalDate, to: LocalDate): Promise<ReadEntry[]> {
  return db().$queryRaw<ReadEntry[]>`
    SELECT e.id AS "entryId", e.section_id AS "sectionId", c.group_id AS "groupId", c.subgroup_id AS "subgroupId", c.stream_id AS "streamId",
      e.weekday::int, e.class_period::int AS "classPeriod", e.parity::text, e.room, greatest(e.starts_on, ${from}::date)::text AS "startsOn",
      e.ends_on::text AS "endsOn", g.name AS group, k.name AS course, t.terms AS teachers, coalesce(t.name, '') AS teacher
    FROM timetable_entry e JOIN course_section c ON c.id = e.section_id JOIN student_group g ON g.id = c.group_id
      JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      JOIN LATERAL (SELECT coalesce(json_agg(json_build_object('teacherId', a.teacher_id, 'from', a.starts_on, 'to', a.ends_on)), '[]') AS terms,
        min(p.last_name) AS name FROM teaching_assignment a JOIN person p ON p.id = a.teacher_id WHERE a.section_id = c.id) t ON true
    WHERE e.removed_at IS NULL AND e.starts_on <= ${to}::date AND e.ends_on >= ${from}::date ORDER BY e.weekday, e.class_period, e.id`;
}

const most = 100;

/** Each pair once. */
function clashLines(entries: readonly ReadEntry[]): LayingView['clashes'] {
  const byHour = groupBy(entries, ({ weekday, classPeriod }) => `${weekday} ${classPeriod}`);
  const lines = [...byHour.values()].flatMap((there) =>
    there.flatMap((entry, place) =>
      clashesOf(entry, there.slice(place + 1)).map(({ kind, other }) => ({
        key: `${kind} ${entry.entryId} ${other.entryId}`,
        ...{ hour: { weekday: entry.weekday, classPeriod: entry.classPeriod }, kind },
        words: clashWords(kind, entry, other),
      })),
    ),
  );
  return lines.slice(0, most);
}

function clashWords(kind: 'group' | 'teacher' | 'room', one: ReadEntry, other: ReadEntry): string {
  const both = `${one.group}, «${one.course}» и ${other.group}, «${other.course}»`;
  if (kind === 'room') return `аудитория ${one.room}: ${both}`;
  return kind === 'teacher' ? `${one.teacher}: ${both}` : both;
}
