import type { PairTimes } from '@/domain/calendar/bells';
import { localTimeOf } from '@/domain/deadlines/zone';
import type { LocalDate, LocalTime } from '@/domain/types';

export type LessonTime = { date: LocalDate; classPeriod: number; groupId?: number };
export type Moment = { now: Date; today: LocalDate; timeZone: string };
export type Phase = 'past' | 'now' | 'ahead';

/** Where a lesson stands in time; without bells a lesson of today may be filled, so it counts as held. */
export function phaseOf({ date, classPeriod, groupId }: LessonTime, times: PairTimes, moment: Moment): Phase {
  if (date !== moment.today) return date < moment.today ? 'past' : 'ahead';
  const pair = times(date, classPeriod, groupId);
  if (!pair) return 'past';
  const clock = localTimeOf(moment.now, moment.timeZone);
  if (clock < pair.startsAt) return 'ahead';
  return clock < pair.endsAt ? 'now' : 'past';
}

/** Minutes from one local time to a later one of the same day. */
export function minutesBetween(from: LocalTime, to: LocalTime): number {
  const minutes = (time: LocalTime) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes(to) - minutes(from);
}

/** «8:30»: local time as people write it. */
export function clockTime(time: LocalTime): string {
  return time.replace(/^0/, '');
}
