import type { LocalDate } from '../types';

const dayMs = 86_400_000;
const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a real calendar date `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!shape.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days since 1970-01-01. Throws RangeError for what is no calendar date. */
export function dayNumber(date: LocalDate): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`Not a calendar date: ${date}`);
  return time / dayMs;
}

export function dateOfDayNumber(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

const sums = new Map<string, LocalDate>();
const sumsAtMost = 5000;

export function addDays(date: LocalDate, days: number): LocalDate {
  // a page asks for the deadlines of the same few dates hundreds of times, and each Date costs
  const key = `${date} ${days}`;
  let sum = sums.get(key);
  if (sum === undefined) {
    sum = dateOfDayNumber(dayNumber(date) + days);
    if (sums.size >= sumsAtMost) sums.clear();
    sums.set(key, sum);
  }
  return sum;
}

/** Calendar days from the first date to the second; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Monday is 1, Sunday 7. */
export function weekdayOf(date: LocalDate): Weekday {
  // 1970-01-01 was a Thursday
  return (((((dayNumber(date) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Every date from `from` to `to`, both included; empty when they are the wrong way round. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first + 1) }, (_, index) => dateOfDayNumber(first + index));
}

/** Both ends included; a null end is open. Dates of this shape compare as text. */
export function isWithin(date: LocalDate, from: LocalDate, to: LocalDate | null): boolean {
  return date >= from && (to === null || date <= to);
}
