import { addDays, weekdayOf } from '../calendar/local-date';
import { lawfulHolidays, productionCalendar } from '../calendar/production-calendar';
import type { CalendarException } from '../calendar/school-days';
import type { LocalDate } from '../types';

/** The same day of the next year; 29 February gives the 28th. */
export function nextYear(date: LocalDate): LocalDate {
  const year = Number(date.slice(0, 4)) + 1;
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

/** «2026/2027» → «2027/2028», «2026/27» → «2027/28»: every run of digits that is a year is one more. */
export function nextYearName(name: string): string {
  return name.replaceAll(/\d{4}|\d{2}/g, (digits) =>
    String(Number(digits) + 1)
      .padStart(digits.length, '0')
      .slice(-digits.length),
  );
}

type Shifted = Readonly<{ startsOn: LocalDate; endsOn: LocalDate; exceptions: readonly CalendarException[] }>;

/**
 * The calendar of the year after (R-027, calendar.md): the state's days off are those of the new year; of the institution's own
 * days vacations and shortened days move with their date, worked days do not: they repaid a holiday of their own year.
 */
export function nextCalendar({ startsOn, endsOn, exceptions }: Shifted): CalendarException[] {
  const span = { from: nextYear(startsOn), to: nextYear(endsOn) };
  const was = new Set(stateDays(startsOn, endsOn).map(({ date }) => date));
  const byDate = new Map<LocalDate, CalendarException>();
  const add = (exception: CalendarException): void => {
    if (exception.date >= span.from && exception.date <= span.to) byDate.set(exception.date, exception);
  };
  for (const exception of exceptions) {
    const date = nextYear(exception.date);
    const moves = exception.kind === 'holiday' ? !was.has(exception.date) : exception.kind === 'shortened';
    if (moves && (exception.kind === 'holiday' || weekdayOf(date) !== 7)) add({ ...exception, date });
  }
  for (const exception of stateDays(span.from, span.to)) add(exception);
  return [...byDate.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
}

function stateDays(from: LocalDate, to: LocalDate): CalendarException[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  const years = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  return years.flatMap((year) => {
    const decreed = productionCalendar(year);
    return decreed.length > 0 ? decreed : lawfulHolidays(year);
  });
}

/** A day of a period, shifted; the first and the last day of the old period stay the ends of the new one. */
export function shiftWithin(date: LocalDate, old: Readonly<{ startsOn: LocalDate; endsOn: LocalDate }>): LocalDate {
  const shifted = nextYear(date);
  const [from, to] = [nextYear(old.startsOn), nextYear(old.endsOn)];
  if (shifted < from) return from;
  if (shifted > to) return to;
  return shifted;
}

/** The same weekday a year later: 52 weeks on. */
export const sameWeekdayNextYear = (date: LocalDate): LocalDate => addDays(date, 364);
