import { describe, expect, it } from 'vitest';
import type { Bell } from '@/domain/calendar/bells';
import { rowTimes } from './row-times';

const bells: Bell[] = [
  { number: 1, startsAt: '8:30', endsAt: '10:05', shortened: false },
  { number: 2, startsAt: '10:15', endsAt: '11:50', shortened: false },
  { number: 1, startsAt: '8:30', endsAt: '9:30', shortened: true },
  { number: 1, startsAt: '14:00', endsAt: '15:35', shortened: false, groupId: 7 },
];
const days = ['2026-11-23', '2026-11-24'];
const lesson = (date: string, groupId: number) => ({ date, groupId, classPeriod: 1 });

describe('R-028 rows of a timetable bear the time of most of their lessons', () => {
  it('a lesson of a shortened day and of a second shift says its own', () => {
    const lessons = [
      lesson('2026-11-23', 1),
      lesson('2026-11-23', 2),
      lesson('2026-11-24', 1),
      lesson('2026-11-23', 7),
    ];
    const { pairs, timeOf } = rowTimes(
      { bells, lessons, exceptions: [{ date: '2026-11-24', shortened: true }] },
      days,
      null,
    );
    expect(pairs).toEqual([
      { number: 1, time: '8:30–10:05' },
      { number: 2, time: '10:15–11:50' },
    ]);
    expect(lessons.map(timeOf)).toEqual(['', '', '8:30–9:30', '14:00–15:35']);
  });

  it('rows of a group without lessons have its bells; a row without bells has no time', () => {
    const { pairs } = rowTimes(
      { bells, exceptions: [], lessons: [{ date: '2026-11-23', classPeriod: 9, groupId: 7 }] },
      days,
      7,
    );
    expect(pairs).toEqual([
      { number: 1, time: '14:00–15:35' },
      { number: 2, time: '10:15–11:50' },
      { number: 9, time: '' },
    ]);
  });
});
