import { EmptyState } from '@/ui/empty-state';
import type { CourseMarks } from '../card-view';

const signs: Readonly<Record<string, string>> = { pass: 'зач.', fail: 'незач.', notAttested: 'н/а' };
const sign = (value: string) => signs[value] ?? value;

/** Marks of all years; those of a former group bear its name. */
export function CardMarks({ courses, present }: { courses: readonly CourseMarks[]; present: string | null }) {
  if (courses.length === 0) return <EmptyState title="Отметок ещё нет." />;
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Дисциплина</th>
          <th scope="col">Год</th>
          <th scope="col">Группа</th>
          <th scope="col">Отметки</th>
          <th scope="col">Итоговые</th>
        </tr>
      </thead>
      <tbody>
        {courses.map(({ sectionId, course, year, group, marks, grades }) => (
          <tr key={sectionId}>
            <th scope="row" className="card-course">
              {course}
            </th>
            <td className="nowrap">{year}</td>
            <td className="nowrap">{group === present ? group : `${group}, прежняя`}</td>
            <td className="line">{marks.map(sign).join(' ') || '–'}</td>
            <td className={grades.length > 0 ? 'line' : 'is-empty'}>
              {grades.map(({ period, value }) => `${period}: ${sign(value)}`).join(', ') || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
