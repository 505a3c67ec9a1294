import type { LocalDate, LocalTime } from '../types';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** Local wall clock of an instant, `YYYY-MM-DD HH:MM:SS`. Throws RangeError for an unknown zone or an invalid Date. */
function wallClock(instant: Date, timeZone: string): string {
  return formatOf(timeZone).format(instant);
}

export function localDateOf(instant: Date, timeZone: string): LocalDate {
  return wallClock(instant, timeZone).slice(0, 10);
}

export function localTimeOf(instant: Date, timeZone: string): LocalTime {
  return wallClock(instant, timeZone).slice(11, 16);
}

/** By zone, time and date: a page asks for the same few dates thousands of times, and Intl is slow. */
const known = new Map<string, Map<LocalTime, Map<LocalDate, number>>>();
const knownAtMost = 5000;

/** The instant at which clocks of the zone show this date and time, whatever zone the process runs in. */
export function instantOf(date: LocalDate, time: LocalTime, timeZone: string): Date {
  const dates = datesOf(time, timeZone);
  let instant = dates.get(date);
  if (instant === undefined) {
    instant = findInstant(Date.parse(`${date}T${time}:00Z`), timeZone);
    if (dates.size >= knownAtMost) dates.clear();
    dates.set(date, instant);
  }
  return new Date(instant);
}

function datesOf(time: LocalTime, timeZone: string): Map<LocalDate, number> {
  const times = known.get(timeZone) ?? new Map<LocalTime, Map<LocalDate, number>>();
  known.set(timeZone, times);
  const dates = times.get(time) ?? new Map<LocalDate, number>();
  times.set(time, dates);
  return dates;
}

function findInstant(wanted: number, timeZone: string): number {
  let guess = wanted;
  // the second step settles dates on which the zone's offset changes
  for (let step = 0; step < 2; step += 1) {
    const shown = Date.parse(`${wallClock(new Date(guess), timeZone).replace(' ', 'T')}Z`);
    guess += wanted - shown;
  }
  return guess;
}

/** Local midnight with which the date begins. */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  return instantOf(date, '00:00', timeZone);
}
