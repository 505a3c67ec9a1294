import { compareTitles } from '@/domain/people/name';
import { EmptyState } from '@/ui/empty-state';
import type { LessonsView } from '../lessons-view';
import { LessonLine } from './lesson-line';
import './timetable.css';

/** A day of the college: groups down, пары across. */
export function DayTable({ view }: { view: LessonsView }) {
  const { lessons, pairs, days } = view;
  const groups = [...new Set(lessons.map(({ group }) => group))].sort(compareTitles);
  if (groups.length === 0) return <EmptyState title="В этот день занятий нет.">{days[0]?.note}</EmptyState>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard too
    <section className="week-scroll" aria-label="Занятия дня по группам" tabIndex={0}>
      <table className="tb week-plan week-lessons">
        <caption className="sr-only">Занятия дня по группам</caption>
        <thead>
          <tr>
            <th scope="col">Группа</th>
            {pairs.map(({ number, time }) => (
              <th key={number} scope="col">
                {number}-я пара <span className="sub">{time}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group}>
              <th scope="row">{group}</th>
              {pairs.map(({ number }) => (
                <td key={number}>
                  <ul>
                    {lessons
                      .filter((lesson) => lesson.group === group && lesson.classPeriod === number)
                      .map((lesson) => (
                        <LessonLine key={lesson.id} lesson={lesson} mode="day" />
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
