import type { LocalDate } from '@/domain/types';
import type { LessonLink } from './today-view';

/** The journal of the section with the lesson's card open. */
export function lessonHref({ sectionId, lessonId }: LessonLink): string {
  return `/journal/${sectionId}?lesson=${lessonId}`;
}

/** The journal of a section in a period, where the period grades stand. */
export function gradesHref(sectionId: number, periodId: number): string {
  return `/journal/${sectionId}?period=${periodId}`;
}

/** A group's day sheet; without a date, of today. */
export function daySheetHref(groupId: number, date?: LocalDate): string {
  return `/attendance/${groupId}${date ? `?date=${date}` : ''}`;
}
