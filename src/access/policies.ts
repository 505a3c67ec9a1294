import { isOverruled, maySet } from '@/domain/attendance/may-set';
import { type EditKind, editWindow, windowState } from '@/domain/deadlines/edit-window';
import { localDateOf } from '@/domain/deadlines/zone';
import type { Regulation } from '@/domain/regulation/regulation';
import type { AuthorKind, LocalDate } from '@/domain/types';
import { type Actor, can } from './actor';

/**
 * The facts of a lesson on which rights depend. `reopened`: its period is locked and open again for this journal, so that its
 * lessons are open whatever their age (G-05).
 */
export type LessonFacts = { id: number; sectionId: number; groupId: number; date: LocalDate; reopened?: boolean };

export type LessonRefusal = 'FORBIDDEN' | 'NOT_YET_HELD' | 'WINDOW_CLOSED' | 'ATTENDANCE_NOT_YOURS';

/** In which qualities the actor stands to a lesson: its section's teacher, its substitute, its group's curator (R-007, C-24). */
export function authorKinds(actor: Actor, lesson: LessonFacts): AuthorKind[] {
  const kinds: AuthorKind[] = [];
  if (can(actor, 'journal.fill') && actor.teaches.includes(lesson.sectionId)) kinds.push('teacher');
  if (can(actor, 'journal.fill') && actor.substitutes.some(({ lessonId }) => lessonId === lesson.id)) {
    kinds.push('substitute');
  }
  if (can(actor, 'journal.setReason') && actor.curates.includes(lesson.groupId)) kinds.push('curator');
  return kinds;
}

/** A mark that settled a debt: whose it is now and since when the debt is settled. */
export type SettledDebt = { by: number; at: Date };

/**
 * Why the actor may not write topic, hours, homework, assignments or marks of a lesson now; null when it is allowed. A mark
 * on an old debt (`settled`) has also the window of its own entry: its author, while still the section's teacher, may
 * correct a slip for as long as a lesson held on the day of entry would be open (R-064, R-077, G-05).
 */
export function refuseFilling(
  actor: Actor,
  lesson: LessonFacts,
  regulation: Regulation,
  kind: Exclude<EditKind, 'reason'> = 'lesson',
  settled: SettledDebt | null = null,
): LessonRefusal | null {
  const writers = authorKinds(actor, lesson).filter((author) => author !== 'curator');
  const refusal = firstOpen(writers, kind, lesson, regulation, actor);
  if (refusal !== 'WINDOW_CLOSED' || settled?.by !== actor.personId || !writers.includes('teacher')) return refusal;
  return firstOpen(
    ['teacher'],
    'lesson',
    { ...lesson, date: localDateOf(settled.at, actor.timeZone) },
    regulation,
    actor,
  );
}

/**
 * Why the actor may not set this attendance fact of a lesson now (C-01); null when it is allowed. `writtenBy`: in which
 * quality somebody wrote the value that would be replaced; the regulation may let that word stand. Somebody who is both
 * teacher and curator speaks in the quality that prevails.
 */
export function refuseAttendanceFact(
  actor: Actor,
  lesson: LessonFacts,
  field: 'presence' | 'reason',
  regulation: Regulation,
  writtenBy: AuthorKind | null = null,
): LessonRefusal | null {
  const kinds = authorKinds(actor, lesson);
  if (kinds.length === 0) return 'FORBIDDEN';
  const { attendance } = regulation;
  const owners = kinds.filter((by) => maySet(by, field, attendance) && !isOverruled(by, writtenBy, attendance));
  if (owners.length === 0) return 'ATTENDANCE_NOT_YOURS';
  return firstOpen(owners, field === 'reason' ? 'reason' : 'lesson', lesson, regulation, actor);
}

/** Period grades are given by the section's teacher. */
export function mayGiveGrades(actor: Actor, sectionId: number): boolean {
  return can(actor, 'grade.give') && actor.teaches.includes(sectionId);
}

function firstOpen(
  authors: readonly AuthorKind[],
  kind: EditKind,
  lesson: LessonFacts,
  regulation: Regulation,
  actor: Actor,
): LessonRefusal | null {
  const states = authors.map((by) =>
    windowState(editWindow({ kind, by, lessonDate: lesson.date }, regulation, actor.timeZone), actor.now),
  );
  if (states.length === 0) return 'FORBIDDEN';
  if (states.includes('open') || (lesson.reopened && states.includes('closed'))) return null;
  return states.includes('notYet') ? 'NOT_YET_HELD' : 'WINDOW_CLOSED';
}
