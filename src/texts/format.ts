import { weekdayOf } from '@/domain/calendar/local-date';
import { localDateOf, localTimeOf } from '@/domain/deadlines/zone';
import { commaFromHundredths } from '@/domain/grading/decimal';
import type { LocalDate } from '@/domain/types';

const weekdays = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'] as const;
const weekdaysShort = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;
const monthsOf = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;
const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
] as const;

/** «пятница» */
export function weekday(date: LocalDate): string {
  return weekdays[weekdayOf(date) - 1] ?? '';
}

/** «пт» */
export function weekdayShort(date: LocalDate): string {
  return weekdaysShort[weekdayOf(date) - 1] ?? '';
}

/** «18 декабря» */
export function dayMonth(date: LocalDate): string {
  return `${Number(date.slice(8, 10))}\u00A0${monthsOf[Number(date.slice(5, 7)) - 1] ?? ''}`;
}

/** «пятница, 18 декабря» */
export function weekdayDate(date: LocalDate): string {
  return `${weekday(date)}, ${dayMonth(date)}`;
}

/** «18 декабря 2026 г.» */
export function longDate(date: LocalDate): string {
  return `${dayMonth(date)} ${date.slice(0, 4)}\u00A0г.`;
}

/** «18.12» */
export function shortDate(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}`;
}

/** «18.12.2026» */
export function fullDate(date: LocalDate): string {
  return `${shortDate(date)}.${date.slice(0, 4)}`;
}

/** «декабрь» */
export function monthName(date: LocalDate): string {
  return months[Number(date.slice(5, 7)) - 1] ?? '';
}

/** «01.09–28.12.2026», «29.12.2026–11.01.2027», or one date when both are the same. */
export function dateRange(from: LocalDate, to: LocalDate): string {
  if (from === to) return fullDate(from);
  return `${from.slice(0, 4) === to.slice(0, 4) ? shortDate(from) : fullDate(from)}–${fullDate(to)}`;
}

/** «18.12 10:39»: local time of the institution. */
export function shortDateTime(instant: Date, timeZone: string): string {
  return `${shortDate(localDateOf(instant, timeZone))} ${localTimeOf(instant, timeZone)}`;
}

/** «18.12.2026, 10:39» */
export function fullDateTime(instant: Date, timeZone: string): string {
  return `${fullDate(localDateOf(instant, timeZone))}, ${localTimeOf(instant, timeZone)}`;
}

/** «10:39» */
export function time(instant: Date, timeZone: string): string {
  return localTimeOf(instant, timeZone);
}

const numbers = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 });

/** «1 046», «4,5»: Russian grouping and decimal comma, at most two decimals. */
export function number(value: number): string {
  return numbers.format(value);
}

/** «66,7 %»; a dash for nothing to count. */
export function percentage(value: number | null): string {
  return value === null ? '–' : `${number(value)}\u00A0%`;
}

/** 463 hundredths → «4,63»; a dash without marks. */
export function average(hundredths: number | null): string {
  return hundredths === null ? '–' : commaFromHundredths(hundredths);
}

/** «16 ч»: academic hours. */
export function hours(value: number): string {
  return `${number(value)}\u00A0ч`;
}

/** «3–5», or one number when both are the same. */
export function numberRange(from: number, to: number): string {
  return from === to ? number(from) : `${number(from)}–${number(to)}`;
}
