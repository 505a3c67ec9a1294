import type { CalendarException } from '@/domain/calendar/school-days';
import { halfOf } from '@/domain/curriculum/semester-of';
import { nextCalendar, nextYear, nextYearName } from '@/domain/year/next-calendar';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { openYear } from '../open-year';
import type { Within } from './within';

export type Period = { id: number; kind: string; ordinal: number; startsOn: string; endsOn: string };
export type NextYear = {
  id: number;
  name: string;
  startsOn: string;
  exceptions: CalendarException[];
  /** Periods of the old year with those of the new one, in order. */
  periods: { old: Period; next: Period; half: 1 | 2 }[];
};

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The closed year and its successor's frame: name, periods and calendar, shifted. @throws Refusal NOT_FOUND, YEAR_STATE */
export async function openCalendar(tx: Db, within: Within, yearId: number): Promise<NextYear> {
  const year = await tx.academicYear.findUnique({
    where: { id: yearId },
    include: {
      periods: { orderBy: [{ startsOn: 'asc' }, { kind: 'asc' }] },
      calendarExceptions: { orderBy: { date: 'asc' } },
    },
  });
  if (!year) throw new Refusal('NOT_FOUND');
  if (!year.closedAt) throw new Refusal('YEAR_STATE', { detail: 'сначала закройте его, тогда откроется следующий' });
  const span = { startsOn: dayOf(year.startsOn), endsOn: dayOf(year.endsOn) };
  const next = { startsOn: nextYear(span.startsOn), endsOn: nextYear(span.endsOn) };
  const there = await tx.academicYear.count({
    where: { startsOn: { lte: new Date(next.endsOn) }, endsOn: { gte: new Date(next.startsOn) } },
  });
  if (there > 0) throw new Refusal('YEAR_STATE', { detail: 'следующий учебный год уже открыт' });
  const old = year.periods.map(({ id, kind, ordinal, name, startsOn, endsOn }) => {
    return { id, kind, ordinal, name, startsOn: dayOf(startsOn), endsOn: dayOf(endsOn) };
  });
  const periods = old.map(({ id: _, ...period }) => {
    return { ...period, startsOn: nextYear(period.startsOn), endsOn: nextYear(period.endsOn) };
  });
  const exceptions = nextCalendar({
    ...span,
    exceptions: year.calendarExceptions.map(({ date, kind, name, followsWeekday }) => {
      return { date: dayOf(date), kind, name, followsWeekday: followsWeekday as CalendarException['followsWeekday'] };
    }),
  });
  const name = nextYearName(year.name);
  const opened = await within(openYear, { name, ...next, periods, exceptions });
  const middle = old.filter(({ kind }) => kind !== 'year');
  return {
    id: opened.id,
    name,
    startsOn: next.startsOn,
    exceptions,
    periods: old.flatMap((period, place) => {
      const { id: nextId, ...shifted } = { id: opened.periodIds[place] ?? 0, ...periods[place] };
      return [{ old: period, next: { ...period, ...shifted, id: nextId }, half: halfOf(period, middle) }];
    }),
  };
}
