import type { LocalDate } from '../types';
import { addDays } from './local-date';
import type { CalendarException } from './school-days';

export type DayRange = Omit<CalendarException, 'date'> & { readonly from: LocalDate; readonly to: LocalDate };

/** Exceptions of neighbouring days that say the same, as one range; in order of dates. */
export function dayRanges(exceptions: readonly CalendarException[]): DayRange[] {
  const ranges: DayRange[] = [];
  const inOrder = exceptions.toSorted((one, other) => one.date.localeCompare(other.date));
  for (const { date, kind, name, followsWeekday } of inOrder) {
    const last = ranges.at(-1);
    const goesOn =
      last?.kind === kind &&
      last.name === name &&
      last.followsWeekday === followsWeekday &&
      addDays(last.to, 1) === date;
    if (last && goesOn) ranges[ranges.length - 1] = { ...last, to: date };
    else ranges.push({ kind, name, followsWeekday, from: date, to: date });
  }
  return ranges;
}
