import type { Regulation } from '@/domain/regulation/regulation';
import type { LessonPart } from './journal-view';

type Facts = { topic: string; homework: string; attendanceTaken: boolean };

/** What the profile still asks of a held lesson, in the order of the lesson card. */
export function missingParts(lesson: Facts, { lessonRequires }: Pick<Regulation, 'lessonRequires'>): LessonPart[] {
  const missing: LessonPart[] = [];
  if (lessonRequires.topic && lesson.topic === '') missing.push('topic');
  if (lessonRequires.attendance && !lesson.attendanceTaken) missing.push('attendance');
  if (lessonRequires.homework && lesson.homework === '') missing.push('homework');
  return missing;
}

export function isComplete(lesson: Facts, regulation: Pick<Regulation, 'lessonRequires'>): boolean {
  return missingParts(lesson, regulation).length === 0;
}
