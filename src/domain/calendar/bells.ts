import type { LocalDate, LocalTime } from '../types';
import { weekdayOf } from './local-date';

/** A пара of a bell schedule with the rule by which that schedule rings; all null: the usual one or that of shortened days. */
export type Bell = {
  readonly number: number;
  readonly startsAt: LocalTime;
  readonly endsAt: LocalTime;
  readonly shortened: boolean;
  readonly groupId?: number | null;
  readonly weekday?: number | null;
  readonly date?: LocalDate | null;
};

export type PairTime = { readonly startsAt: LocalTime; readonly endsAt: LocalTime };

/** When a пара of a date begins and ends, for a group of a second shift by its own bells; null without any. */
export type PairTimes = (date: LocalDate, classPeriod: number, groupId?: number | null) => PairTime | null;

/**
 * By which bells a lesson is held: those of its date before those of its weekday before the everyday ones, a group's own before
 * everybody's; on a shortened day the shortened ones of the group, of all, then the usual ones.
 */
export function bellTimes(bells: readonly Bell[], shortenedDates: readonly LocalDate[]): PairTimes {
  const byNumber = new Map<number, Bell[]>();
  for (const bell of bells) byNumber.set(bell.number, [...(byNumber.get(bell.number) ?? []), bell]);
  const shortened = new Set(shortenedDates);
  return (date, classPeriod, groupId = null) => {
    const short = shortened.has(date);
    let best: Bell | null = null;
    let bestRank = -1;
    for (const bell of byNumber.get(classPeriod) ?? []) {
      const rank = rankOf(bell, date, groupId, short);
      if (rank > bestRank) [best, bestRank] = [bell, rank];
    }
    return best;
  };
}

/** The higher the nearer; −1: these bells do not ring then. */
function rankOf(bell: Bell, date: LocalDate, groupId: number | null, short: boolean): number {
  const { groupId: group = null, weekday = null, date: day = null } = bell;
  const strange = group !== null && group !== groupId;
  if (strange || (day !== null && day !== date) || (weekday !== null && weekday !== weekdayOf(date))) return -1;
  if (bell.shortened && !short && day === null) return -1;
  return (
    (day === null ? 0 : 16) + (bell.shortened && short ? 8 : 0) + (group === null ? 0 : 4) + (weekday === null ? 0 : 2)
  );
}
