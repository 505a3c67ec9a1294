import { describe, expect, test } from 'vitest';
import { academicYearOf, usualSemesters } from './academic-year';
import { addDays, datesBetween, daysBetween, isLocalDate, mondayOf, weekdayOf } from './local-date';
import { productionCalendar } from './production-calendar';
import { lastStudyDay, studyCalendar, studyDay, studyDays } from './school-days';
import { weekNumber, weekParity } from './week-parity';

test.each([
  ['2026-12-18', true],
  ['2028-02-29', true],
  ['2026-02-29', false],
  ['2026-13-01', false],
  ['2026-1-1', false],
  ['18.12.2026', false],
  ['', false],
])('«%s» is a date: %s', (text, real) => {
  expect(isLocalDate(text)).toBe(real);
});

test('arithmetic of calendar dates', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(daysBetween('2026-09-01', '2026-12-28')).toBe(118);
  expect(weekdayOf('2026-12-18')).toBe(5);
  expect(weekdayOf('1969-12-28')).toBe(7);
  expect(mondayOf('2026-12-20')).toBe('2026-12-14');
  expect(datesBetween('2026-12-30', '2027-01-02')).toEqual(['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02']);
  expect(datesBetween('2027-01-02', '2026-12-30')).toEqual([]);
  expect(() => addDays('18.12.2026', 1)).toThrow(RangeError);
});

test.each([
  ['2026-09-01', 1, 'odd'],
  ['2026-09-06', 1, 'odd'],
  ['2026-09-07', 2, 'even'],
  ['2026-09-14', 3, 'odd'],
  ['2026-12-18', 16, 'even'],
] as const)('G-08 %s is week %i, %s, of a period that starts on a Tuesday', (date, number, parity) => {
  expect([weekNumber(date, '2026-09-01'), weekParity(date, '2026-09-01')]).toEqual([number, parity]);
});

describe('days of study', () => {
  const moved = { date: '2026-12-20', kind: 'workday', followsWeekday: 1, name: 'За понедельник' } as const;
  const short = { date: '2026-12-30', kind: 'shortened', followsWeekday: null, name: 'Предпраздничный день' } as const;
  const calendar = studyCalendar(6, [...productionCalendar(2026), moved, short]);
  test.each([
    ['2026-12-18', true, 5, false],
    ['2026-12-19', true, 6, false],
    ['2026-12-20', true, 1, false],
    ['2026-12-27', false, 7, false],
    ['2026-12-30', true, 3, true],
    ['2026-12-31', false, 4, false],
  ] as const)('G-08 %s: studies %s by the timetable of weekday %i', (date, studies, weekday, shortened) => {
    expect(studyDay(date, calendar)).toMatchObject({ studies, weekday, shortened });
  });
  test('a five-day week has no Saturdays', () => {
    expect(studyDay('2026-12-19', studyCalendar(5, [])).studies).toBe(false);
  });
  test('the last day of study before a holiday', () => {
    expect(lastStudyDay('2026-11-04', '2026-10-01', calendar)?.date).toBe('2026-11-03');
    expect(lastStudyDay('2026-01-05', '2026-01-01', calendar)).toBeNull();
  });
  test('study days of a week with a holiday', () => {
    expect(studyDays('2026-11-02', '2026-11-08', calendar).map((day) => day.date)).toEqual([
      '2026-11-02',
      '2026-11-03',
      '2026-11-05',
      '2026-11-06',
      '2026-11-07',
    ]);
  });
});

test.each([
  [
    2025,
    ['2025-01-08', '2025-05-02', '2025-05-08', '2025-06-13', '2025-11-03', '2025-12-31'],
    ['2025-01-09', '2025-05-12'],
  ],
  [
    2026,
    ['2026-01-11', '2026-02-23', '2026-03-09', '2026-05-11', '2026-11-04', '2026-12-31'],
    ['2026-01-12', '2026-05-08'],
  ],
  [2027, ['2027-01-08', '2027-05-03', '2027-05-10', '2027-06-14', '2027-11-04'], ['2027-01-11', '2027-12-31']],
])('calendar.md %i', (year, off, work) => {
  const calendar = studyCalendar(5, productionCalendar(year));
  expect(off.filter((date) => studyDay(date, calendar).studies)).toEqual([]);
  expect(work.filter((date) => !studyDay(date, calendar).studies)).toEqual([]);
});

test('calendar.md: 1 November 2025 is worked as a Monday; an unknown year has no exceptions', () => {
  const calendar = studyCalendar(5, productionCalendar(2025));
  expect(studyDay('2025-11-01', calendar)).toMatchObject({ studies: true, weekday: 1 });
  expect(productionCalendar(2040)).toEqual([]);
});

test.each([
  ['2026-08-31', '2025/26'],
  ['2026-09-01', '2026/27'],
  ['2027-06-30', '2026/27'],
  ['2099-12-01', '2099/00'],
])('%s is in %s', (date, label) => {
  expect(academicYearOf(date).label).toBe(label);
});

test('domain.md D: the usual semesters', () => {
  expect(usualSemesters(2026)).toEqual([
    { number: 1, start: '2026-09-01', end: '2026-12-28' },
    { number: 2, start: '2027-01-12', end: '2027-06-30' },
  ]);
});
