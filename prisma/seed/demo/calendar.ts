import { academicYear, usualSemesters } from '@/domain/calendar/academic-year';
import { addDays, datesBetween, mondayOf, type Weekday } from '@/domain/calendar/local-date';
import { productionCalendar } from '@/domain/calendar/production-calendar';
import { type CalendarException, type StudyCalendar, studyCalendar } from '@/domain/calendar/school-days';
import type { LocalDate, LocalTime } from '@/domain/types';
import type { DemoSemester } from './model';
import { inOrder, rowsOf } from './tables';

export const timeZone = 'Europe/Samara';
export const demoYears = [2025, 2026] as const;

/** Saturdays that repay a lost Monday, and days shortened before a holiday. */
const ownDays = `
  2025-09-01 | shortened | День знаний
  2025-12-20 | shortened | Подготовка к сессии
  2026-02-21 | shortened | Канун Дня защитника Отечества
  2026-03-07 | shortened | Канун Международного женского дня
  2026-03-14 | workday | За понедельник 9 марта
  2026-04-30 | shortened | Канун Праздника Весны и Труда
  2026-05-08 | shortened | Канун Дня Победы
  2026-05-16 | workday | За понедельник 11 мая
  2026-06-11 | shortened | Канун Дня России
  2026-09-01 | shortened | День знаний
  2026-11-03 | shortened | Канун Дня народного единства
  2027-02-22 | shortened | Канун Дня защитника Отечества
  2027-03-06 | shortened | Канун Международного женского дня
  2027-03-13 | workday | За понедельник 8 марта
  2027-04-30 | shortened | Канун Праздника Весны и Труда
  2027-05-15 | workday | За понедельник 10 мая
  2027-06-11 | shortened | Канун Дня России
`;

/** Every day of a demo year that differs from its weekday, in order of dates. */
export function exceptionsOf(startYear: number): CalendarException[] {
  const { start, end } = academicYear(startYear);
  const monday: Weekday = 1;
  const holidays = datesBetween(`${startYear}-12-29`, `${startYear + 1}-01-11`).map(
    (date): CalendarException => ({ date, kind: 'holiday', followsWeekday: null, name: 'Зимние каникулы' }),
  );
  const own = rowsOf(ownDays).map(([date = '', kind, name = '']): CalendarException => {
    return kind === 'workday'
      ? { date, kind: 'workday', followsWeekday: monday, name }
      : { date, kind: 'shortened', followsWeekday: null, name };
  });
  const byDate = new Map<LocalDate, CalendarException>();
  const state = [...productionCalendar(startYear), ...productionCalendar(startYear + 1)];
  for (const exception of [...own, ...holidays, ...state]) {
    if (exception.date >= start && exception.date <= end) byDate.set(exception.date, exception);
  }
  return [...byDate.values()].sort((one, other) => inOrder(one.date, other.date));
}

/** The six-day week of the demo college over both years. */
export const demoCalendar: StudyCalendar = studyCalendar(6, demoYears.flatMap(exceptionsOf));

export const semesters: readonly DemoSemester[] = demoYears.flatMap((year) =>
  usualSemesters(year).map(({ number, start, end }) => ({
    year,
    half: number,
    from: start,
    to: end,
    lessonsTo: number === 1 ? `${year}-12-21` : `${year + 1}-06-14`,
  })),
);

/** Teaching weeks that the plan counts on: two weeks of the spring go to holidays, the last spring ends in March. */
export const plannedWeeks = { autumn: 16, spring: 20, lastSpring: 10 } as const;

/** Last day of lessons of a group that leaves in the summer. */
export const lastSpringEnds = (year: number): LocalDate => `${year + 1}-03-28`;

/** Mondays of the weeks of a semester, in which practice can be laid. */
export function weeksOf(semester: DemoSemester): LocalDate[] {
  const weeks: LocalDate[] = [];
  for (let week = mondayOf(semester.from); week <= semester.lessonsTo; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

export interface Bell {
  number: number;
  startsAt: LocalTime;
  endsAt: LocalTime;
}

export const usualBells: readonly Bell[] = [
  { number: 1, startsAt: '08:30', endsAt: '10:05' },
  { number: 2, startsAt: '10:15', endsAt: '11:50' },
  { number: 3, startsAt: '12:20', endsAt: '13:55' },
  { number: 4, startsAt: '14:05', endsAt: '15:40' },
  { number: 5, startsAt: '15:50', endsAt: '17:25' },
];

export const shortenedBells: readonly Bell[] = [
  { number: 1, startsAt: '08:30', endsAt: '09:35' },
  { number: 2, startsAt: '09:45', endsAt: '10:50' },
  { number: 3, startsAt: '11:10', endsAt: '12:15' },
  { number: 4, startsAt: '12:25', endsAt: '13:30' },
  { number: 5, startsAt: '13:40', endsAt: '14:45' },
];
