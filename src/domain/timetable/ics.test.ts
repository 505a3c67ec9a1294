import { expect, test } from 'vitest';
import { instantOf } from '../deadlines/zone';
import { type CalendarEvent, icsOf } from './ics';

const event: CalendarEvent = {
  ...{ id: 7, date: '2026-11-24', startsAt: '10:15', endsAt: '11:50', location: 'ауд. 314', cancelled: false },
  summary: 'Основы алгоритмизации и программирования; практика, ИСП-25-1',
};
const made = (events: readonly CalendarEvent[]) =>
  icsOf(events, {
    ...{ name: 'Расписание', host: 'journal.test', stamp: new Date('2026-11-23T00:00:00Z') },
    toUtc: (date, time) => instantOf(date, time, 'Europe/Samara'),
  });

test('T-034 a lesson is an event in UTC, its text escaped, its lines folded at 75 octets', () => {
  const calendar = made([event]);
  const unfolded = calendar.replaceAll('\r\n ', '');
  expect(unfolded).toContain('UID:lesson-7@journal.test');
  expect(unfolded).toContain('DTSTART:20261124T061500Z');
  expect(unfolded).toContain('DTEND:20261124T075000Z');
  expect(unfolded).toContain('SUMMARY:Основы алгоритмизации и программирования\\; практика\\, ИСП-25-1');
  expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
  expect(calendar.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
});

test('a cancelled lesson says so', () => {
  expect(made([{ ...event, cancelled: true }])).toMatch(/SUMMARY:Отменено: [\s\S]*STATUS:CANCELLED/);
});
