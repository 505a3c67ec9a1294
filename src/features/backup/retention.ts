import { addDays, daysBetween, mondayOf } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';

export type KeptCopy = { name: string /** Local date of the institution. */; date: LocalDate; verified: boolean };

const days = 7;
const weeks = 5;
const months = 12;

/**
 * Which copies have served: kept is the latest verified one of each of the last 7 days, 5 weeks and 12 months, so that nothing is
 * older than 13 months (T-074), and the latest verified one of all, whatever its age (T-115). What is not verified is kept for
 * the 7 days alone and stands for no other. `copies`: the latest first.
 */
export function copiesToRemove(copies: readonly KeptCopy[], today: LocalDate): string[] {
  const verified = copies.filter((copy) => copy.verified);
  const kept = new Set(verified.slice(0, 1).map(({ name }) => name));
  const keepLatest = (bucketOf: (date: LocalDate) => string | null) => {
    const seen = new Set<string>();
    for (const { name, date } of verified) {
      const bucket = bucketOf(date);
      if (bucket === null || seen.has(bucket)) continue;
      seen.add(bucket);
      kept.add(name);
    }
  };
  keepLatest((date) => (daysBetween(date, today) < days ? date : null));
  const firstWeek = addDays(mondayOf(today), -7 * (weeks - 1));
  keepLatest((date) => (mondayOf(date) >= firstWeek ? mondayOf(date) : null));
  keepLatest((date) => (monthNumber(today) - monthNumber(date) < months ? date.slice(0, 7) : null));
  return copies
    .filter(({ name, verified: whole, date }) => !kept.has(name) && (whole || daysBetween(date, today) >= days))
    .map(({ name }) => name);
}

function monthNumber(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
