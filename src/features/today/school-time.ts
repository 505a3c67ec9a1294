import { localTimeOf } from '@/domain/deadlines/zone';
import type { LocalDate, LocalTime } from '@/domain/types';

/** A пара of the usual schedule or of the one for shortened days, local times. */
export type ReadBell = { number: number; startsAt: LocalTime; endsAt: LocalTime; shortened: boolean };

export type PairTime = { startsAt: LocalTime; endsAt: LocalTime };

/** When a пара of a date begins and ends; null without a bell schedule. */
export type PairTimes = (date: LocalDate, classPeriod: number) => PairTime | null;

/** A shortened day follows its own bells where the institution has them, else the usual ones. */
export function pairTimes(bells: readonly ReadBell[], shortenedDates: readonly LocalDate[]): PairTimes {
  const usual = new Map<number, PairTime>();
  const short = new Map<number, PairTime>();
  for (const bell of bells) (bell.shortened ? short : usual).set(bell.number, bell);
  const shortened = new Set(shortenedDates);
  return (date, classPeriod) =>
    (shortened.has(date) ? short.get(classPeriod) : undefined) ?? usual.get(classPeriod) ?? null;
}

export type LessonTime = { date: LocalDate; classPeriod: number };
export type Moment = { now: Date; today: LocalDate; timeZone: string };
export type Phase = 'past' | 'now' | 'ahead';

/** Where a lesson stands in time; without bells a lesson of today may be filled, so it counts as held. */
export function phaseOf({ date, classPeriod }: LessonTime, times: PairTimes, moment: Moment): Phase {
  if (date !== moment.today) return date < moment.today ? 'past' : 'ahead';
  const pair = times(date, classPeriod);
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
