import type { OpenLesson, SubstitutionsView } from '../substitutions-view';
import { HoleRow } from './hole-row';

type Props = { caption: string; lessons: readonly OpenLesson[]; view: Pick<SubstitutionsView, 'date' | 'sections'> };

/** Lessons for which something is to be decided: who comes, or what becomes of the hour. */
export function HolesTable({ caption, lessons, view }: Props) {
  return (
    <table className="tb tb-cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Пара</th>
          <th scope="col">Группа</th>
          <th scope="col">Дисциплина</th>
          <th scope="col">Преподаватель</th>
          <th scope="col">Решение</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <HoleRow key={lesson.lessonId} lesson={lesson} view={view} />
        ))}
      </tbody>
    </table>
  );
}
