import { percent } from '../grading/quality';
import type { LocalDate } from '../types';

/** A lesson that was held; academic hours. */
export type GivenLesson = { readonly date: LocalDate; readonly hours: number };

export type ProgrammeFulfilment = {
  readonly planned: number;
  /** Hours that should have been given up to the date. */
  readonly plannedToDate: number;
  readonly given: number;
  /** Never negative. */
  readonly remaining: number;
  /** Hours given beyond the plan. */
  readonly surplus: number;
  /** given·100 / planned up to date, one decimal; null when nothing was due yet (domain.md B.4). */
  readonly percent: number | null;
};

/** Academic hours of lessons held from `from` to `to`, both included; without bounds all of them. */
export function hoursGiven(lessons: Iterable<GivenLesson>, from?: LocalDate, to?: LocalDate): number {
  let sum = 0;
  for (const lesson of lessons) {
    if ((from === undefined || lesson.date >= from) && (to === undefined || lesson.date <= to)) sum += lesson.hours;
  }
  return sum;
}

/** «по плану … дано …». */
export function fulfilment(planned: number, plannedToDate: number, given: number): ProgrammeFulfilment {
  return {
    planned,
    plannedToDate,
    given,
    remaining: Math.max(0, planned - given),
    surplus: Math.max(0, given - planned),
    percent: percent(given, plannedToDate),
  };
}
