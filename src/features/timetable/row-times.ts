import { type Bell, bellTimes } from '@/domain/calendar/bells';
import type { LocalDate } from '@/domain/types';

type Held = { date: LocalDate; classPeriod: number; groupId: number };
type Read = {
  bells: readonly Bell[];
  exceptions: readonly { date: LocalDate; shortened: boolean }[];
  lessons: readonly Held[];
};
type Pair = { number: number; time: string };

/**
 * Rows of a timetable with the time at which most of their lessons are held, and the time of a lesson that is held at
 * another: of a second shift, of a shortened day. `groupId`: whose bells stand beside rows without lessons.
 */
export function rowTimes(
  { bells, exceptions, lessons }: Read,
  days: readonly LocalDate[],
  groupId: number | null,
): { pairs: Pair[]; timeOf: (lesson: Held) => string } {
  const times = bellTimes(
    bells,
    exceptions.filter(({ shortened }) => shortened).map(({ date }) => date),
  );
  const at = (date: LocalDate, classPeriod: number, group: number | null): string => {
    const time = times(date, classPeriod, group);
    return time ? `${time.startsAt}–${time.endsAt}` : '';
  };
  const numbers = new Set(lessons.map(({ classPeriod }) => classPeriod));
  for (const { number } of bells) if (days.some((day) => at(day, number, groupId) !== '')) numbers.add(number);
  const pairs = [...numbers]
    .sort((one, other) => one - other)
    .map((number) => {
      const own = lessons.filter(({ classPeriod }) => classPeriod === number);
      const held = own.map(({ date, groupId: group }) => at(date, number, group));
      return { number, time: most(held.length > 0 ? held : days.map((day) => at(day, number, groupId))) };
    });
  const usual = new Map(pairs.map(({ number, time }) => [number, time]));
  return {
    pairs,
    timeOf: ({ date, classPeriod, groupId: group }) => {
      const time = at(date, classPeriod, group);
      return time === usual.get(classPeriod) ? '' : time;
    },
  };
}

/** The text that is there most often; of several the first. */
function most(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];
}
