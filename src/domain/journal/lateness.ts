import { fillDeadline, isLate, workDeadline } from '../deadlines/deadlines';
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

/** A mark entered after both the lesson's term and the term of its kind of work (C-04); an oral answer has the lesson's. */
export function markIsLate(
  mark: { enteredAt: Date; lessonDate: LocalDate; taskType: string },
  regulation: Terms,
  timeZone: string,
): boolean {
  const type = regulation.taskTypes.find(({ id }) => id === mark.taskType);
  const byWork = type ? workDeadline(mark.lessonDate, type, timeZone) : null;
  if (byWork === null && mark.taskType !== 'answer') return false;
  const byLesson = fillDeadline(mark.lessonDate, regulation.deadlines, timeZone);
  return isLate(mark.enteredAt, byWork !== null && byWork > byLesson ? byWork : byLesson);
}
