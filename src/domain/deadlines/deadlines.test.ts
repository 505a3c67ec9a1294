import { describe, expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import { isAccessOpen } from './access-window';
import { daysLate, fillDeadline, isLate, periodMarksDeadline, publicationDeadline, workDeadline } from './deadlines';
import { editWindow, windowState } from './edit-window';
import { instantOf, localDateOf, localTimeOf, startOfDay } from './zone';

const samara = 'Europe/Samara';
const kemerovo = 'Asia/Novokuznetsk';
const minute = 60_000;

test.each([
  [samara, '2026-12-18', '00:00', '2026-12-17T20:00:00.000Z'],
  [kemerovo, '2026-12-18', '00:00', '2026-12-17T17:00:00.000Z'],
  [samara, '2026-12-18', '16:00', '2026-12-18T12:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '12:00', '2026-03-29T10:00:00.000Z'],
  ['America/New_York', '2026-11-01', '23:30', '2026-11-02T04:30:00.000Z'],
  // Samara moved by an hour that night
  [samara, '2010-03-28', '12:00', '2010-03-28T08:00:00.000Z'],
])('%s %s %s is %s in whatever zone the process runs', (zone, date, time, instant) => {
  const found = instantOf(date, time, zone);
  expect(found.toISOString()).toBe(instant);
  expect([localDateOf(found, zone), localTimeOf(found, zone)]).toEqual([date, time]);
});

describe.each([samara, kemerovo])('T-030 C-03 deadlines in %s, exact to the minute', (zone) => {
  test.each([
    ['s0', '2026-12-19', '00:00'],
    ['s1', '2026-12-19', '00:00'],
    ['s2', '2026-12-18', '16:00'],
    ['s3', '2026-12-19', '00:00'],
    ['s4', '2026-12-19', '00:00'],
    ['demo', '2026-12-19', '00:00'],
  ] as const)('%s: a lesson of 18.12 is late from %s %s', (id, date, time) => {
    const deadline = fillDeadline('2026-12-18', profiles[id].deadlines, zone);
    expect(deadline).toEqual(instantOf(date, time, zone));
    expect(isLate(new Date(deadline.getTime() - minute), deadline)).toBe(false);
    expect(isLate(new Date(deadline.getTime() + minute), deadline)).toBe(true);
  });

  test('N days end with the local day', () => {
    const deadline = fillDeadline('2026-12-30', { fill: { kind: 'days', days: 3 } }, zone);
    expect(deadline).toEqual(startOfDay('2027-01-03', zone));
  });

  test.each([
    ['s0', null, '2027-01-03'],
    ['s1', '2026-11-18', null],
    ['s2', '2026-11-20', null],
    ['s3', null, null],
    ['s4', null, null],
    ['demo', '2026-11-18', '2027-01-03'],
  ] as const)('C-04 C-05 %s: lab of 12.11 late from %s, grades of the period to 28.12 from %s', (id, lab, grades) => {
    const regulation = profiles[id];
    const type = regulation.taskTypes.find((entry) => entry.id === 'lab') ?? { markWithinDays: -1 };
    expect(workDeadline('2026-11-12', type, zone)).toEqual(lab && startOfDay(lab, zone));
    expect(periodMarksDeadline('2026-12-28', regulation.deadlines, zone)).toEqual(grades && startOfDay(grades, zone));
  });

  test('R-097 S4 publishes within three days, S0 at once', () => {
    const entered = instantOf('2026-12-24', '23:59', zone);
    expect(publicationDeadline(entered, profiles.s4.deadlines, zone)).toEqual(startOfDay('2026-12-28', zone));
    expect(publicationDeadline(entered, profiles.s0.deadlines, zone)).toBeNull();
  });

  test('picture 04: a lab of 12.11 marked on 24.11 is seven days late', () => {
    const due = workDeadline('2026-11-12', { markWithinDays: 5 }, zone);
    expect(daysLate(instantOf('2026-11-24', '13:05', zone), due, zone)).toBe(7);
    expect(daysLate(instantOf('2026-11-17', '23:59', zone), due, zone)).toBe(0);
    expect(daysLate(instantOf('2026-11-18', '00:00', zone), due, zone)).toBe(1);
    expect(daysLate(instantOf('2026-11-24', '13:05', zone), null, zone)).toBe(0);
  });
});

describe.each([samara, kemerovo])('T-030 R-044 G-05 edit windows in %s', (zone) => {
  const lessonDate = '2026-12-01';
  test.each([
    ['lesson', 'teacher', '2026-12-16'],
    ['lesson', 'substitute', '2026-12-16'],
    ['lesson', 'curator', '2026-12-16'],
    ['debtMark', 'teacher', null],
    ['debtMark', 'substitute', '2026-12-16'],
    ['reason', 'curator', null],
    ['reason', 'substitute', '2026-12-16'],
  ] as const)('%s by %s closes with %s', (kind, by, closes) => {
    for (const id of ['s0', 's1', 's2', 's3', 's4', 'demo'] as const) {
      const window = editWindow({ kind, by, lessonDate }, profiles[id], zone);
      expect(window).toEqual({ opensAt: startOfDay(lessonDate, zone), closesAt: closes && startOfDay(closes, zone) });
    }
  });

  test('± 1 minute at both ends of a substitute’s window', () => {
    const window = editWindow({ kind: 'lesson', by: 'substitute', lessonDate }, profiles.demo, zone);
    const at = (date: string, offset: number): Date => new Date(startOfDay(date, zone).getTime() + offset);
    expect(windowState(window, at('2026-12-01', -minute))).toBe('notYet');
    expect(windowState(window, at('2026-12-01', 0))).toBe('open');
    expect(windowState(window, at('2026-12-16', -minute))).toBe('open');
    expect(windowState(window, at('2026-12-16', 0))).toBe('closed');
    expect(windowState(window, at('2026-12-16', minute))).toBe('closed');
  });
});

test.each([
  ['s0', '2026-12-20', '03:00', true],
  ['s1', '2026-12-20', '03:00', true],
  ['s2', '2026-12-20', '03:00', true],
  ['s3', '2026-12-18', '07:59', false],
  ['s3', '2026-12-18', '08:00', true],
  ['s3', '2026-12-18', '19:59', true],
  ['s3', '2026-12-18', '20:00', false],
  ['s3', '2026-12-20', '12:00', false],
  ['s4', '2026-12-20', '03:00', true],
] as const)('C-09 T-030 %s on %s at %s local: open %s', (id, date, time, open) => {
  expect(isAccessOpen(profiles[id].accessWindow, instantOf(date, time, kemerovo), kemerovo)).toBe(open);
});
