import { describe, expect, test } from 'vitest';
import { studyCalendar } from '../calendar/school-days';
import { layOut, type PeriodPlan } from './lay-out';
import { nextTimetable, type TimedSection, type WeekEntry } from './next-timetable';

const entry = (over: Partial<WeekEntry> = {}): WeekEntry => ({
  ...{ weekday: 3, classPeriod: 2, parity: 'every', room: '314', periodId: 1 },
  ...{ startsOn: '2026-09-01', endsOn: '2026-12-21' },
  ...over,
});
const section = (sectionId: number, over: Partial<TimedSection> = {}): TimedSection => ({
  ...{ sectionId, groupId: 1, subgroupId: null, teacherId: 5, periodIds: [1] },
  week: [entry()],
  ...over,
});

describe('R-041 the week is copied', () => {
  test.each([
    ['free', [section(1)], 1, 0],
    ['a teacher in two groups', [section(1), section(2, { groupId: 2 })], 1, 1],
    ['a group with two teachers', [section(1), section(2, { teacherId: 6 })], 1, 1],
    ['two subgroups side by side', [section(1, { subgroupId: 8 }), section(2, { teacherId: 6, subgroupId: 9 })], 2, 0],
    ['a group and its subgroup', [section(1), section(2, { teacherId: 6, subgroupId: 9 })], 1, 1],
    [
      'by turns of weeks',
      [section(1, { week: [entry({ parity: 'odd' })] }), section(2, { week: [entry({ parity: 'even' })] })],
      2,
      0,
    ],
    [
      'every week against one of two',
      [section(1, { week: [entry({ parity: 'odd' })] }), section(2, { groupId: 2 })],
      1,
      1,
    ],
    ['nobody to teach', [section(1, { teacherId: null })], 0, 0],
    ['no hours in the period', [section(1, { periodIds: [2] })], 0, 0],
  ])('%s', (_, sections, placed, dropped) => {
    const made = nextTimetable(sections);
    expect([made.entries.length, made.dropped]).toEqual([placed, dropped]);
  });
});

const plan = (over: Partial<PeriodPlan> = {}): PeriodPlan => ({
  ...{ periodId: 1, startsOn: '2026-09-01', endsOn: '2026-09-30', lessonHours: 2, fixed: [] },
  calendar: studyCalendar(6, [{ date: '2026-09-16', kind: 'holiday', followsWeekday: null, name: 'Выходной' }]),
  sections: [{ sectionId: 1, groupId: 1, subgroupId: null, teacherId: 5, hours: 100 }],
  entries: [{ ...entry(), sectionId: 1, entryId: 7 }],
  ...over,
});

describe('R-041, G-08 lessons are laid', () => {
  const dates = (over?: Partial<PeriodPlan>) => layOut(plan(over)).map(({ date }) => date);
  test('every study day of the weekday, until the hours are given', () => {
    expect(dates()).toEqual(['2026-09-02', '2026-09-09', '2026-09-23', '2026-09-30']);
    expect(dates({ sections: [{ sectionId: 1, groupId: 1, subgroupId: null, teacherId: 5, hours: 3 }] })).toHaveLength(
      2,
    );
    expect(layOut(plan()).at(0)).toMatchObject({ entryId: 7, teacherId: 5, hours: 2, periodId: 1, room: '314' });
  });
  test('by turns of weeks and within the entry’s own dates', () => {
    expect(dates({ entries: [{ ...entry({ parity: 'odd' }), sectionId: 1, entryId: 7 }] })).toEqual([
      '2026-09-02',
      '2026-09-30',
    ]);
    expect(dates({ entries: [{ ...entry({ endsOn: '2026-09-09' }), sectionId: 1, entryId: 7 }] })).toHaveLength(2);
  });
  test('a worked Saturday follows the weekday it repays', () => {
    const calendar = studyCalendar(6, [{ date: '2026-09-05', kind: 'workday', followsWeekday: 3, name: 'За среду' }]);
    expect(dates({ calendar })).toContain('2026-09-05');
  });
  test('practice takes the whole week of its group', () => {
    const fixed = [{ sectionId: 1, date: '2026-09-07', classPeriod: 1, room: 'мастерская' }];
    expect(dates({ fixed })).toEqual(['2026-09-02', '2026-09-07', '2026-09-23', '2026-09-30']);
  });
  test('nobody is in two places: what stands first stays', () => {
    const fixed = [1, 1].map((classPeriod) => ({ sectionId: 1, date: '2026-09-08', classPeriod, room: '1' }));
    expect(dates({ fixed, entries: [] })).toEqual(['2026-09-08']);
  });
});
