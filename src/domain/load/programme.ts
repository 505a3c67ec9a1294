import type { LocalDate } from '../types';

/** A lesson that was held; academic hours. */
export type GivenLesson = { readonly date: LocalDate; readonly hours: number };

/** Academic hours of lessons held from `from` to `to`, both included; without bounds all of them. */
export function hoursGiven(lessons: Iterable<GivenLesson>, from?: LocalDate, to?: LocalDate): number {
  let sum = 0;
  for (const lesson of lessons) {
    if ((from === undefined || lesson.date >= from) && (to === undefined || lesson.date <= to)) sum += lesson.hours;
  }
  return sum;
}
