import type { LocalDate } from '../types';
import { addDays, datesBetween, weekdayOf } from './local-date';
import type { CalendarException } from './school-days';

type Year = {
  readonly off: readonly (readonly [from: string, to: string, name: string])[];
  readonly work: readonly string[];
};

const newYear = 'Новогодние каникулы';
const transfer = 'Перенос выходного дня';
const defenders = 'День защитника Отечества';
const women = 'Международный женский день';
const labour = 'Праздник Весны и Труда';
const victory = 'День Победы';
const russia = 'День России';
const unity = 'День народного единства';

/** Labour Code art. 112 and the yearly decree on transfers, five-day week (calendar.md); every day stays editable. */
const years: Readonly<Record<number, Year>> = {
  2025: {
    off: [
      ['01-01', '01-08', newYear],
      ['02-23', '02-23', defenders],
      ['03-08', '03-08', women],
      ['05-01', '05-01', labour],
      ['05-02', '05-02', transfer],
      ['05-08', '05-08', transfer],
      ['05-09', '05-09', victory],
      ['06-12', '06-12', russia],
      ['06-13', '06-13', transfer],
      ['11-03', '11-03', transfer],
      ['11-04', '11-04', unity],
      ['12-31', '12-31', transfer],
    ],
    work: ['11-01'],
  },
  2026: {
    off: [
      ['01-01', '01-11', newYear],
      ['02-23', '02-23', defenders],
      ['03-08', '03-08', women],
      ['03-09', '03-09', transfer],
      ['05-01', '05-01', labour],
      ['05-09', '05-09', victory],
      ['05-11', '05-11', transfer],
      ['06-12', '06-12', russia],
      ['11-04', '11-04', unity],
      ['12-31', '12-31', transfer],
    ],
    work: [],
  },
  2027: {
    off: [
      ['01-01', '01-08', newYear],
      ['02-23', '02-23', defenders],
      ['03-08', '03-08', women],
      ['05-01', '05-01', labour],
      ['05-03', '05-03', transfer],
      ['05-09', '05-09', victory],
      ['05-10', '05-10', transfer],
      ['06-12', '06-12', russia],
      ['06-14', '06-14', transfer],
      ['11-04', '11-04', unity],
    ],
    work: [],
  },
};

/** The state's days off and working Saturdays of a year as calendar exceptions; empty for a year that is not known. */
export function productionCalendar(year: number): CalendarException[] {
  const known = years[year];
  if (!known) return [];
  const at = (day: string): LocalDate => `${year}-${day}`;
  return [
    ...known.off.flatMap(([from, to, name]) =>
      datesBetween(at(from), at(to)).map((date) => ({ date, kind: 'holiday', followsWeekday: null, name }) as const),
    ),
    ...known.work.map(
      (day) => ({ date: at(day), kind: 'workday', followsWeekday: 1, name: 'Рабочая суббота' }) as const,
    ),
  ];
}

/**
 * Days off by the law alone (Labour Code art. 112) for a year whose decree is not known: a holiday on a weekend gives the
 * following Monday, those of January do not.
 */
export function lawfulHolidays(year: number): CalendarException[] {
  const off = (date: LocalDate, name: string): CalendarException => ({
    date,
    kind: 'holiday',
    followsWeekday: null,
    name,
  });
  const single = [
    ['02-23', defenders],
    ['03-08', women],
    ['05-01', labour],
    ['05-09', victory],
    ['06-12', russia],
    ['11-04', unity],
  ] as const;
  return [
    ...datesBetween(`${year}-01-01`, `${year}-01-08`).map((date) => off(date, newYear)),
    ...single.flatMap(([day, name]) => {
      const date = `${year}-${day}`;
      const weekday = weekdayOf(date);
      return weekday < 6 ? [off(date, name)] : [off(date, name), off(addDays(date, 8 - weekday), transfer)];
    }),
  ];
}
