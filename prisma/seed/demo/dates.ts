import type { LocalDate } from '@/domain/types';

const dayMs = 86_400_000;

/** Days since 1970-01-01 of a calendar date. */
export function dayNumber(date: LocalDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs);
}

export function fromDayNumber(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((dayNumber(date) + 3) % 7) + 1;
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** All dates of the interval, both ends included. */
export function datesBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const dates: LocalDate[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day++) dates.push(fromDayNumber(day));
  return dates;
}

/** Splits a text table into trimmed cells: one row a line, cells between `|`, empty lines skipped. */
export function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}
