import { type Actor, can, canAny } from '@/access/actor';
import type { Permission } from '@/access/permissions';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import type { GroupRow, LoadOverview, YearChoice } from './load-view';
import { chooseYear, readYears, type StudyYear } from './load-year';
import { holderOf, type LoadRow, opensAlone, readLoad } from './read-load';

export const loadReaders: readonly Permission[] = ['study.view', 'load.enter'];

/** The year of a page with the years to choose from; null without the right to see the load and for a year that is not there. */
export async function openYearOf(
  actor: Actor,
  wanted: number | undefined,
): Promise<{ year: StudyYear; choice: YearChoice } | null> {
  if (!canAny(actor, loadReaders)) return null;
  const years = await readYears(db());
  const year = chooseYear(years, wanted, actor.today);
  if (!year) return null;
  const { id, name, closed } = year;
  return { year, choice: { years: years.map((one) => ({ id: one.id, name: one.name })), year: { id, name, closed } } };
}

/** All groups of a year: what is opened of their plans, what nobody teaches, where hours differ from the plan. */
export async function loadOverview(actor: Actor, wanted: number | undefined): Promise<LoadOverview | null> {
  const opened = await openYearOf(actor, wanted);
  if (!opened) return null;
  const { year, choice } = opened;
  const [rows, groups, withoutOrder, waiting, loose] = await Promise.all([
    readLoad(db(), { yearId: year.id, startYear: year.startYear, groupId: null }),
    db().studentGroup.findMany({
      where: { periods: { some: { period: { yearId: year.id } } } },
      select: { id: true, name: true },
    }),
    db().teachingAssignment.count({ where: { orderId: null, section: { yearId: year.id } } }),
    readWaitingReviews(year.id, actor.today),
    readLoose(year.id, actor.today),
  ]);
  return {
    ...choice,
    withoutOrder,
    today: actor.today,
    mayEnter: can(actor, 'load.enter') && !year.closed,
    groups: groups
      .sort((one, other) => compareTitles(one.name, other.name))
      .map(({ id, name }) => ({
        ...{ id, name, reviews: waiting.get(id) ?? 0, loose: loose.get(id) ?? 0 },
        ...countsOf(rows.filter(({ groupId }) => groupId === id)),
      })),
  };
}

function countsOf(rows: readonly LoadRow[]): Pick<GroupRow, 'lines' | 'opened' | 'unassigned' | 'differs'> {
  const wanted = rows.filter((row) => opensAlone(row) && row.terms.length > 0);
  return {
    lines: wanted.length,
    opened: wanted.filter(({ parts }) => parts.length > 0).length,
    unassigned: rows.flatMap(({ parts }) => parts).filter((part) => holderOf(part) === null).length,
    differs: rows.filter(differs).length,
  };
}

/** Whether a journal of the line has other hours than the plan asks. */
export function differs({ terms, parts }: LoadRow): boolean {
  const asked = terms.reduce((sum, { hours }) => sum + hours, 0);
  return parts.some(({ periods }) => periods.reduce((sum, { hours }) => sum + hours, 0) !== asked);
}

/** Divisions of groups that were not looked through for the period of today. */
async function readWaitingReviews(yearId: number, today: LocalDate): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<Count[]>`
    SELECT s.group_id AS "groupId", count(DISTINCT s.division)::int AS n FROM subgroup s
      JOIN group_period gp ON gp.group_id = s.group_id JOIN academic_period p ON p.id = gp.period_id
    WHERE p.year_id = ${yearId} AND p.kind <> 'year' AND ${today}::date BETWEEN p.starts_on AND p.ends_on
      AND EXISTS (SELECT 1 FROM course_section c WHERE c.subgroup_id = s.id AND c.year_id = ${yearId})
      AND NOT EXISTS (SELECT 1 FROM division_review r WHERE r.group_id = s.group_id AND r.division = s.division AND r.period_id = p.id)
    GROUP BY s.group_id`;
  return new Map(rows.map(({ groupId, n }) => [groupId, n]));
}

type Count = { groupId: number; n: number };

/** Students on the list today who are in no subgroup of a division by which the group is taught: no journal has them. */
async function readLoose(yearId: number, today: LocalDate): Promise<Map<number, number>> {
  const rows = await db().$queryRaw<Count[]>`
    SELECT d.group_id AS "groupId", count(DISTINCT e.student_id)::int AS n
    FROM (SELECT DISTINCT s.group_id, s.division FROM subgroup s JOIN course_section c ON c.subgroup_id = s.id WHERE c.year_id = ${yearId}) d
      JOIN enrollment e ON e.group_id = d.group_id AND e.starts_on <= ${today}::date AND (e.ends_on IS NULL OR e.ends_on >= ${today}::date)
    WHERE NOT EXISTS (SELECT 1 FROM subgroup s JOIN subgroup_membership m ON m.subgroup_id = s.id
      WHERE s.group_id = d.group_id AND s.division = d.division AND m.student_id = e.student_id
        AND m.starts_on <= ${today}::date AND (m.ends_on IS NULL OR m.ends_on >= ${today}::date))
    GROUP BY d.group_id`;
  return new Map(rows.map(({ groupId, n }) => [groupId, n]));
}
