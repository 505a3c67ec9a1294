import type { LocalDate } from '../types';
import { daysBetween, mondayOf } from './local-date';

/** Числитель and знаменатель (G-08). */
export type WeekParity = 'odd' | 'even';

/** Number of the Monday-to-Sunday week that contains the date; the period's first, even a short one, is 1. */
export function weekNumber(date: LocalDate, periodStart: LocalDate): number {
  return Math.floor(daysBetween(mondayOf(periodStart), mondayOf(date)) / 7) + 1;
}

/** The period's first week is odd, числитель. */
export function weekParity(date: LocalDate, periodStart: LocalDate): WeekParity {
  return weekNumber(date, periodStart) % 2 === 0 ? 'even' : 'odd';
}
