import { maySet } from '@/domain/attendance/may-set';
import { type EditKind, editWindow, windowState } from '@/domain/deadlines/edit-window';
import type { Regulation } from '@/domain/regulation/regulation';
import type { AuthorKind, LocalDate } from '@/domain/types';
import { type Actor, can } from './actor';

/** The facts of a lesson on which rights depend. */
export type LessonFacts = { id: number; sectionId: number; groupId: number; date: LocalDate };

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

/** Why the actor may not write topic, hours, homework, assignments or marks of a lesson now; null when it is allowed. */
export function refuseFilling(
  actor: Actor,
  lesson: LessonFacts,
  regulation: Regulation,
  kind: Exclude<EditKind, 'reason'> = 'lesson',
): LessonRefusal | null {
  const writers = authorKinds(actor, lesson).filter((author) => author !== 'curator');
  return firstOpen(writers, kind, lesson, regulation, actor);
}

/** Why the actor may not set this attendance fact of a lesson now (C-01); null when it is allowed. */
export function refuseAttendanceFact(
  actor: Actor,
  lesson: LessonFacts,
  field: 'presence' | 'reason',
  regulation: Regulation,
): LessonRefusal | null {
  const kinds = authorKinds(actor, lesson);
  if (kinds.length === 0) return 'FORBIDDEN';
  const owners = kinds.filter((author) => maySet(author, field, regulation.attendance));
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
  if (states.includes('open')) return null;
  return states.includes('notYet') ? 'NOT_YET_HELD' : 'WINDOW_CLOSED';
}
