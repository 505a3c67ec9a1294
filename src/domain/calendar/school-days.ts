import type { LocalDate } from '../types';
import { datesBetween, type Weekday, weekdayOf } from './local-date';

/** One editable exception of the institution's calendar (G-08). */
export type CalendarException = {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'workday' | 'shortened';
  /** For a workday: whose timetable it follows; null: its own weekday's. */
  readonly followsWeekday: Weekday | null;
  readonly name: string;
};

export type StudyDay = {
  readonly date: LocalDate;
  readonly studies: boolean;
  /** The weekday whose timetable is in force. */
  readonly weekday: Weekday;
  readonly shortened: boolean;
  readonly name: string | null;
};

/** `lastWeekday` 5: five-day week, 6: studies on Saturday too. */
export type StudyCalendar = {
  readonly lastWeekday: 5 | 6;
  readonly exceptions: ReadonlyMap<LocalDate, CalendarException>;
};

export function studyCalendar(lastWeekday: 5 | 6, exceptions: Iterable<CalendarException>): StudyCalendar {
  return { lastWeekday, exceptions: new Map([...exceptions].map((exception) => [exception.date, exception])) };
}

export function studyDay(date: LocalDate, { lastWeekday, exceptions }: StudyCalendar): StudyDay {
  const exception = exceptions.get(date);
  const own = weekdayOf(date);
  const usual = own <= lastWeekday;
  return {
    date,
    studies: exception?.kind === 'workday' || (exception?.kind !== 'holiday' && usual),
    weekday: (exception?.kind === 'workday' ? exception.followsWeekday : null) ?? own,
    shortened: exception?.kind === 'shortened',
    name: exception?.name ?? null,
  };
}

/** Days on which lessons are held from `from` to `to`, both included. Holidays of a period are the caller's spans. */
export function studyDays(from: LocalDate, to: LocalDate, calendar: StudyCalendar): StudyDay[] {
  return datesBetween(from, to)
    .map((date) => studyDay(date, calendar))
    .filter((day) => day.studies);
}

/** The latest study day on or before the date, looking back at most a year; null when there is none. */
export function lastStudyDay(date: LocalDate, earliest: LocalDate, calendar: StudyCalendar): StudyDay | null {
  return studyDays(earliest, date, calendar).at(-1) ?? null;
}
