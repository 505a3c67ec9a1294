import { addDays, daysBetween, mondayOf } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';

export type KeptCopy = {
  name: string;
  /** Local date of the institution. */
  date: LocalDate;
  /** On how many media it was found whole. */
  media: number;
};

const days = 7;
const weeks = 5;
const months = 12;

/**
 * Which copies have served. Of each of the last 7 days, 5 weeks and 12 months one is kept, the latest of those that are whole on the
 * most media, so that nothing is older than 13 months (T-074); and the latest whole one of all, whatever its age (T-115). All of
 * today's stay. What is whole nowhere is kept for the 7 days alone and stands for no other. `copies`: the latest first.
 */
export function copiesToRemove(copies: readonly KeptCopy[], today: LocalDate): string[] {
  const whole = copies.filter(({ media }) => media > 0);
  const kept = new Set(whole.slice(0, 1).map(({ name }) => name));
  const keepBest = (bucketOf: (date: LocalDate) => string | null) => {
    const best = new Map<string, KeptCopy>();
    for (const copy of whole) {
      const bucket = bucketOf(copy.date);
      if (bucket !== null && copy.media > (best.get(bucket)?.media ?? 0)) best.set(bucket, copy);
    }
    for (const { name } of best.values()) kept.add(name);
  };
  keepBest((date) => (daysBetween(date, today) < days ? date : null));
  const firstWeek = addDays(mondayOf(today), -7 * (weeks - 1));
  keepBest((date) => (mondayOf(date) >= firstWeek ? mondayOf(date) : null));
  keepBest((date) => (monthNumber(today) - monthNumber(date) < months ? date.slice(0, 7) : null));
  const isYoung = ({ date, media }: KeptCopy) => daysBetween(date, today) < (media > 0 ? 1 : days);
  return copies.filter((copy) => !kept.has(copy.name) && !isYoung(copy)).map(({ name }) => name);
}

function monthNumber(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
