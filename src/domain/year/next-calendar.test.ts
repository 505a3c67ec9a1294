import { expect, test } from 'vitest';
import type { CalendarException } from '../calendar/school-days';
import { nextCalendar, nextYear, nextYearName, sameWeekdayNextYear, shiftWithin } from './next-calendar';

test.each([
  ['2026-09-01', '2027-09-01'],
  ['2028-02-29', '2029-02-28'],
  ['2027-12-31', '2028-12-31'],
])('%s → %s', (date, next) => {
  expect(nextYear(date)).toBe(next);
});

test.each([
  ['2026/2027', '2027/2028'],
  ['2026/27', '2027/28'],
  ['2098/99', '2099/00'],
  ['2026–2027 учебный год', '2027–2028 учебный год'],
])('«%s» → «%s»', (name, next) => {
  expect(nextYearName(name)).toBe(next);
});

const day = (date: string, kind: CalendarException['kind'], name: string): CalendarException => ({
  date,
  kind,
  name,
  followsWeekday: kind === 'workday' ? 1 : null,
});

test('calendar.md 2025/26 → 2026/27: the state’s days are of the new year, own vacations and short days move', () => {
  const exceptions = [
    day('2025-09-01', 'shortened', 'День знаний'),
    day('2025-11-01', 'workday', 'Рабочая суббота'),
    day('2025-11-03', 'holiday', 'Перенос выходного дня'),
    day('2025-11-04', 'holiday', 'День народного единства'),
    day('2025-12-29', 'holiday', 'Зимние каникулы'),
    day('2026-03-09', 'holiday', 'Перенос выходного дня'),
    day('2026-03-14', 'workday', 'За понедельник 9 марта'),
    day('2026-04-25', 'shortened', 'День колледжа'),
  ];
  const next = nextCalendar({ startsOn: '2025-09-01', endsOn: '2026-08-31', exceptions });
  const of = (date: string) => next.find((exception) => exception.date === date)?.name;
  expect(of('2026-09-01')).toBe('День знаний');
  expect(of('2026-11-03')).toBeUndefined();
  expect(of('2026-11-04')).toBe('День народного единства');
  expect(of('2026-12-29')).toBe('Зимние каникулы');
  expect(of('2027-03-08')).toBe('Международный женский день');
  expect(of('2027-03-09')).toBeUndefined();
  expect(of('2027-05-03')).toBe('Перенос выходного дня');
  expect(next.filter(({ kind }) => kind === 'workday')).toEqual([]);
  // 25 April 2027 is a Sunday
  expect(of('2027-04-25')).toBeUndefined();
  expect(next.map(({ date }) => date)).toEqual([...next.map(({ date }) => date)].sort());
});

test('a year without a decree has the holidays of the law, those on a weekend moved to Monday', () => {
  const next = nextCalendar({ startsOn: '2026-09-01', endsOn: '2027-08-31', exceptions: [] });
  const dates = next.map(({ date }) => date);
  expect(dates).toEqual(expect.arrayContaining(['2028-01-01', '2028-01-08', '2028-02-23', '2028-05-09', '2028-06-12']));
  expect(dates.every((date) => date >= '2027-09-01' && date <= '2028-08-31')).toBe(true);
});

test('a timetable’s dates stay within the period', () => {
  const old = { startsOn: '2026-09-01', endsOn: '2026-12-28' };
  expect(shiftWithin('2026-09-01', old)).toBe('2027-09-01');
  expect(shiftWithin('2026-12-21', old)).toBe('2027-12-21');
  expect(shiftWithin('2027-01-05', old)).toBe('2027-12-28');
  expect(sameWeekdayNextYear('2027-06-07')).toBe('2028-06-05');
});
