import { addDays, daysBetween } from '../calendar/local-date';
import type { DeadlineSettings, TaskType } from '../regulation/regulation';
import type { LocalDate } from '../types';
import { instantOf, localDateOf, startOfDay } from './zone';

/** A deadline is the first instant that is too late; null where the regulation sets none. */
export type Deadline = Date | null;

/** When a lesson must be filled (C-03): 16:00 of its date, the end of its day or of a later day, local time. */
export function fillDeadline(lessonDate: LocalDate, { fill }: Pick<DeadlineSettings, 'fill'>, timeZone: string): Date {
  switch (fill.kind) {
    case 'timeOfDay':
      return instantOf(lessonDate, fill.time, timeZone);
    case 'endOfDay':
      return endOfDay(lessonDate, 0, timeZone);
    case 'days':
      return endOfDay(lessonDate, fill.days, timeZone);
  }
}

/** When marks of a kind of work are due (C-04; R-067): lesson + N calendar days. */
export function workDeadline(
  lessonDate: LocalDate,
  type: Pick<TaskType, 'markWithinDays'>,
  timeZone: string,
): Deadline {
  return type.markWithinDays === null ? null : endOfDay(lessonDate, type.markWithinDays, timeZone);
}

/** When period marks are due (C-05; S0 П1.П8: five days after the period's last date). */
export function periodMarksDeadline(
  periodEnd: LocalDate,
  { periodMarksDays }: Pick<DeadlineSettings, 'periodMarksDays'>,
  timeZone: string,
): Deadline {
  return periodMarksDays === null ? null : endOfDay(periodEnd, periodMarksDays, timeZone);
}

/** When entered results must be visible in the diary (C-05; S4 7.3: three days). */
export function publicationDeadline(
  enteredAt: Date,
  { publishResultsDays }: Pick<DeadlineSettings, 'publishResultsDays'>,
  timeZone: string,
): Deadline {
  return publishResultsDays === null ? null : endOfDay(localDateOf(enteredAt, timeZone), publishResultsDays, timeZone);
}

export function isLate(enteredAt: Date, deadline: Deadline): boolean {
  return deadline !== null && enteredAt.getTime() >= deadline.getTime();
}

/** «позже срока на 7 дней»: local calendar days after the last day allowed; 0 on that very day or in time. */
export function daysLate(enteredAt: Date, deadline: Deadline, timeZone: string): number {
  if (deadline === null || !isLate(enteredAt, deadline)) return 0;
  const lastDay = localDateOf(new Date(deadline.getTime() - 1), timeZone);
  return daysBetween(lastDay, localDateOf(enteredAt, timeZone));
}

export function endOfDay(date: LocalDate, daysLater: number, timeZone: string): Date {
  return startOfDay(addDays(date, daysLater + 1), timeZone);
}
