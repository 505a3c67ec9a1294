import { type Actor, can, canAny } from '@/access/actor';
import type { Permission } from '@/access/permissions';
import { addDays } from '@/domain/calendar/local-date';
import { weekRuns, weeksOfYear } from '@/domain/calendar/study-weeks';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { monthName } from '@/texts/format';
import type { GraphGroup, GraphView } from './calendar-view';
import { chosenYear, readPeriods, readYears } from './load-calendar';

type ReadGroup = Omit<GraphGroup, 'runs' | 'yearOfStudy'> & { entryYear: number };

export const graphReaders: readonly Permission[] = ['study.view', 'calendar.enter', 'year.manage'];

/** The график учебного процесса of a year: groups, their periods and spans by weeks. Null without the right or the year. */
export async function loadGraph(actor: Actor, wanted?: number): Promise<GraphView | null> {
  if (!canAny(actor, graphReaders)) return null;
  const years = await readYears();
  const year = chosenYear(years, actor.today, wanted);
  if (!year) return null;
  const weeks = weeksOfYear(year.startsOn, year.endsOn);
  const startYear = Number(year.startsOn.slice(0, 4));
  const groups = await readGroups(year.id, year.startsOn, year.endsOn);
  const periods = await readPeriods(year.id);
  return {
    ...{ years, year, weeks, months: monthsOf(weeks) },
    periods: periods.map(({ id, name }) => ({ id, name })),
    groups: groups
      .map(({ entryYear, ...group }) => {
        return { ...group, yearOfStudy: startYear - entryYear + 1, runs: weekRuns(weeks, group.spans) };
      })
      .sort((one, other) => one.yearOfStudy - other.yearOfStudy || compareTitles(one.name, other.name)),
    may: {
      enter: can(actor, 'calendar.enter') && !year.closed,
      choose: canAny(actor, ['calendar.enter', 'year.manage']) && !year.closed,
    },
  };
}

/** Groups with a period in the year or students in it; also those that nobody has been enrolled in yet, of any year of study. */
function readGroups(yearId: number, startsOn: LocalDate, endsOn: LocalDate): Promise<ReadGroup[]> {
  return db().$queryRaw<ReadGroup[]>`
    SELECT g.id, g.name, g.entry_year::int AS "entryYear",
      coalesce((SELECT json_agg(json_build_object('id', gp.period_id, 'locked', gp.locked_at IS NOT NULL)) FROM group_period gp
        JOIN academic_period p ON p.id = gp.period_id AND p.year_id = ${yearId} WHERE gp.group_id = g.id), '[]'::json) AS periods,
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'version', s.version, 'kind', s.kind, 'name', s.name, 'startsOn', s.starts_on,
          'endsOn', s.ends_on) ORDER BY s.starts_on) FROM study_span s WHERE s.group_id = g.id AND s.year_id = ${yearId}), '[]'::json) AS spans
    FROM student_group g
    WHERE EXISTS (SELECT 1 FROM group_period gp JOIN academic_period p ON p.id = gp.period_id AND p.year_id = ${yearId} WHERE gp.group_id = g.id)
      OR EXISTS (SELECT 1 FROM enrollment e WHERE e.group_id = g.id AND e.starts_on <= ${endsOn}::date AND (e.ends_on IS NULL OR e.ends_on >= ${startsOn}::date))
      OR (extract(year FROM ${startsOn}::date) - g.entry_year BETWEEN 0 AND 5 AND NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.group_id = g.id))`;
}

/** A week stands under the month of its Thursday. */
function monthsOf(weeks: readonly LocalDate[]): { name: string; weeks: number }[] {
  const months: { name: string; weeks: number }[] = [];
  for (const week of weeks) {
    const name = monthName(addDays(week, 3));
    const last = months.at(-1);
    if (last?.name === name) last.weeks += 1;
    else months.push({ name, weeks: 1 });
  }
  return months;
}
