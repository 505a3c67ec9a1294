import { addDays, daysBetween, isLocalDate, mondayOf } from '../calendar/local-date';
import type { LocalDate } from '../types';

/** What somebody looks for: words as typed and as the other layout of the keyboard writes them, and a day. */
export type SearchQuery = { words: readonly string[]; otherLayout: readonly string[]; date: LocalDate | null };

const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю';
const months = ['янв', 'фев', 'мар', 'апр', 'ма', 'июн', 'июл', 'авг', 'сен', 'окт', 'ноя', 'дек'];
const monthEndings = /^(?:янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек)(?:[а-я]{0,5})$/;
/** Names of a day from Monday on, as they stand in a sentence and in a timetable. */
const weekdays = [
  ['понедельник', 'пн'],
  ['вторник', 'вт'],
  ['среда', 'среду', 'ср'],
  ['четверг', 'чт'],
  ['пятница', 'пятницу', 'пт'],
  ['суббота', 'субботу', 'сб'],
  ['воскресенье', 'вс'],
];
const nearDays: Readonly<Record<string, number>> = { позавчера: -2, вчера: -1, сегодня: 0, завтра: 1, послезавтра: 2 };

/**
 * «исп-21 12.10» → the words and the day. A day is «12.10», «12.10.2026», «12 октября», «пятница» (of this week) or «вчера»;
 * without a year it is the nearest one. At most six words count; е and ё are one letter.
 */
export function parseQuery(text: string, today: LocalDate): SearchQuery {
  const tokens = folded(text).split(/\s+/).filter(Boolean);
  const found = findDate(tokens, today);
  const words = found ? tokens.toSpliced(found.from, found.length) : tokens;
  const kept = words.filter((word) => /[\p{L}\p{N}]/u.test(word) && !(found && word === 'в')).slice(0, 6);
  return { words: kept, otherLayout: kept.map(inCyrillic), date: found?.date ?? null };
}

/** Letters of one size, ё as е. */
function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}

function inCyrillic(word: string): string {
  return [...word].map((sign) => folded(cyrillic[latin.indexOf(sign)] ?? sign)).join('');
}

type FoundDate = { date: LocalDate; from: number; length: number };

function findDate(tokens: readonly string[], today: LocalDate): FoundDate | null {
  for (const [from, token] of tokens.entries()) {
    const length = monthOf(tokens[from + 1]) === null ? 1 : 2;
    const date = (length === 2 ? ofWords(token, tokens[from + 1], today) : null) ?? ofToken(token, today);
    if (date) return { date, from, length: length === 2 && /^\d/.test(token) ? 2 : 1 };
  }
  return null;
}

function ofToken(token: string, today: LocalDate): LocalDate | null {
  const near = nearDays[token];
  if (near !== undefined) return addDays(today, near);
  const weekday = weekdays.findIndex((names) => names.includes(token));
  if (weekday >= 0) return addDays(mondayOf(today), weekday);
  const [, day, month, year] = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?$/.exec(token) ?? [];
  return day && month ? dateOf(Number(day), Number(month), year, today) : null;
}

/** «12 октября» */
function ofWords(day: string, month: string | undefined, today: LocalDate): LocalDate | null {
  const number = monthOf(month);
  return /^\d{1,2}$/.test(day) && number !== null ? dateOf(Number(day), number, undefined, today) : null;
}

function monthOf(word: string | undefined): number | null {
  if (!word || !monthEndings.test(word)) return null;
  return months.findIndex((month) => word.startsWith(month)) + 1;
}

function dateOf(day: number, month: number, year: string | undefined, today: LocalDate): LocalDate | null {
  const now = Number(today.slice(0, 4));
  const years = year ? [year.length === 2 ? 2000 + Number(year) : Number(year)] : [now - 1, now, now + 1];
  const dates = years
    .map((one) => `${one}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    .filter((date) => isLocalDate(date) && date >= '1990-01-01' && date < '2100-01-01');
  const distance = (date: LocalDate) => Math.abs(daysBetween(today, date));
  return dates.sort((one, other) => distance(one) - distance(other))[0] ?? null;
}
