import { type Actor, can, canAny } from '@/access/actor';
import { type DayRange, dayRanges } from '@/domain/calendar/day-ranges';
import type { CalendarException } from '@/domain/calendar/school-days';
import { db } from '@/server/db';
import type { CalendarView, CalendarYear, PeriodRow } from './calendar-view';

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Years, the newest first. The caller has asked for the right. */
export async function readYears(): Promise<CalendarYear[]> {
  const years = await db().academicYear.findMany({ orderBy: { startsOn: 'desc' } });
  return years.map(({ id, name, startsOn, endsOn, closedAt }) => {
    return { id, name, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn), closed: closedAt !== null };
  });
}

/** The wanted year; by default that of today, else the next one. Undefined for one that is not there. */
export function chosenYear(years: readonly CalendarYear[], today: string, wanted?: number): CalendarYear | undefined {
  if (wanted !== undefined) return years.find(({ id }) => id === wanted);
  return years.find(({ startsOn }) => startsOn <= today) ?? years.at(-1);
}

/** Periods and days of a year; null without the right and for a year that is not there. */
export async function loadCalendar(actor: Actor, wanted?: number): Promise<CalendarView | null> {
  if (!canAny(actor, ['study.view', 'calendar.enter'])) return null;
  const years = await readYears();
  const year = chosenYear(years, actor.today, wanted) ?? null;
  if (year === null && wanted !== undefined) return null;
  const [latest] = years;
  return {
    years,
    year,
    periods: year ? await readPeriods(year.id) : [],
    days: year ? await readDays(year.id) : [],
    today: actor.today,
    may: {
      enter: can(actor, 'calendar.enter') && year?.closed === false,
      open: can(actor, 'year.manage') && years.length === 0,
      openNext: can(actor, 'year.manage') && latest !== undefined,
    },
  };
}

/** Periods of a year in order of days, with the groups that study by them. */
export function readPeriods(yearId: number): Promise<PeriodRow[]> {
  return db().$queryRaw<PeriodRow[]>`
    SELECT p.id, p.version, p.kind::text, p.ordinal::int, p.name, p.starts_on::text AS "startsOn", p.ends_on::text AS "endsOn",
      count(gp.group_id)::int AS groups, count(gp.locked_at)::int AS locked
    FROM academic_period p LEFT JOIN group_period gp ON gp.period_id = p.id WHERE p.year_id = ${yearId}
    GROUP BY p.id ORDER BY p.starts_on, p.ends_on, p.id`;
}

async function readDays(yearId: number): Promise<DayRange[]> {
  const rows = await db().$queryRaw<CalendarException[]>`
    SELECT date::text, kind::text, name, follows_weekday::int AS "followsWeekday" FROM calendar_exception WHERE year_id = ${yearId}`;
  return dayRanges(rows);
}
