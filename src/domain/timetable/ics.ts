import type { LocalDate, LocalTime } from '../types';

/** A lesson as an event of a calendar. Times are local times of the institution's zone. */
export type CalendarEvent = {
  readonly id: number;
  readonly date: LocalDate;
  readonly startsAt: LocalTime;
  readonly endsAt: LocalTime;
  readonly summary: string;
  readonly location: string;
  readonly cancelled: boolean;
};

/**
 * An iCalendar (RFC 5545) of lessons. `zone` is an IANA name; instants are written in UTC by `toUtc`, so that no phone needs to know the zone's
 * rules. `stamp` is the moment of the making.
 */
export function icsOf(
  events: readonly CalendarEvent[],
  {
    name,
    host,
    stamp,
    toUtc,
  }: { name: string; host: string; stamp: Date; toUtc: (date: LocalDate, time: LocalTime) => Date },
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vedomost//Timetable//RU',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:lesson-${event.id}@${host}`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(toUtc(event.date, event.startsAt))}`,
      `DTEND:${utc(toUtc(event.date, event.endsAt))}`,
      `SUMMARY:${escaped(event.cancelled ? `Отменено: ${event.summary}` : event.summary)}`,
      ...(event.location === '' ? [] : [`LOCATION:${escaped(event.location)}`]),
      `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.flatMap(folded).join('\r\n')}\r\n`;
}

/** «20261124T063000Z» */
function utc(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A text value: backslash, comma and semicolon are escaped, a line break becomes «\n» (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r?\n/g, '\\n');
}

/** Lines of at most 75 octets; what goes on begins with a blank (3.1). A character is never torn. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (octets + size > 75) {
      lines.push(current);
      [current, octets] = [' ', 1];
    }
    current += sign;
    octets += size;
  }
  return [...lines, current];
}
