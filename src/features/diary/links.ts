import type { LocalDate } from '@/domain/types';

/** Addresses of the diary; `date` opens the week and the day, `mode=week` all days of it. */
export function diaryHref(studentId: number, date?: LocalDate, mode?: 'week'): string {
  const path = `/diary/${studentId}`;
  if (!date) return path;
  return `${path}?date=${date}${mode === 'week' ? '&view=week' : ''}`;
}

export function subjectHref(studentId: number, courseId: number, periodId?: number): string {
  return `/diary/${studentId}/subjects/${courseId}${periodId === undefined ? '' : `?period=${periodId}`}`;
}
