import { type Deadline, fillDeadline, isLate, workDeadline } from '../deadlines/deadlines';
import type { Regulation } from '../regulation/regulation';
import type { LocalDate } from '../types';

type Terms = Pick<Regulation, 'deadlines' | 'taskTypes'>;

/** Presence, topic, homework entered after the lesson's own term (C-03). */
export function lessonEntryIsLate(
  enteredAt: Date,
  lessonDate: LocalDate,
  regulation: Terms,
  timeZone: string,
): boolean {
  return isLate(enteredAt, fillDeadline(lessonDate, regulation.deadlines, timeZone));
}

/**
 * The first instant that is too late for a mark: after both the lesson's term and the term of its kind of work (C-04); an
 * oral answer has the lesson's, a work without a term none.
 */
export function markDeadline(lessonDate: LocalDate, taskType: string, regulation: Terms, timeZone: string): Deadline {
  const type = regulation.taskTypes.find(({ id }) => id === taskType);
  const byWork = type ? workDeadline(lessonDate, type, timeZone) : null;
  if (byWork === null && taskType !== 'answer') return null;
  const byLesson = fillDeadline(lessonDate, regulation.deadlines, timeZone);
  return byWork !== null && byWork > byLesson ? byWork : byLesson;
}

export function markIsLate(
  mark: { enteredAt: Date; lessonDate: LocalDate; taskType: string },
  regulation: Terms,
  timeZone: string,
): boolean {
  return isLate(mark.enteredAt, markDeadline(mark.lessonDate, mark.taskType, regulation, timeZone));
}
