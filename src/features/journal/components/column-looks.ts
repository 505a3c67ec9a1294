import type { LessonState } from '../client/journal-state';

/** Class names of the shown columns: `tc` today, `pl` still ahead, `lt` whole lesson late, `ml` end of a month. */
export function columnLooks(lessons: readonly LessonState[], shown: readonly number[], today: string): string {
  return shown
    .map((column, place) => {
      const lesson = lessons[column];
      const next = lessons[shown[place + 1] ?? -1];
      if (!lesson) return '';
      const names = [];
      if (lesson.date === today) names.push('tc');
      if (lesson.date > today) names.push('pl');
      if (lesson.late) names.push('lt');
      if (next?.date.slice(0, 7) !== lesson.date.slice(0, 7)) names.push('ml');
      return names.join(' ');
    })
    .join('|');
}
