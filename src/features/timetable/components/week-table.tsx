import { dayMonth, weekday } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import type { LessonsView } from '../lessons-view';
import { LessonLine } from './lesson-line';
import './timetable.css';

/** Пары down, days across; on a phone day after day. */
export function WeekTable({ view }: { view: LessonsView }) {
  const { days, pairs, lessons, mode } = view;
  if (lessons.length === 0) return <EmptyState title="На этой неделе занятий нет." />;
  return (
    <>
      <table className="tb week-plan week-lessons wide-only">
        <caption className="sr-only">Занятия недели</caption>
        <thead>
          <tr>
            <th scope="col">Пара</th>
            {days.map(({ date, note }) => (
              <th key={date} scope="col">
                {weekday(date)}, {dayMonth(date)}
                {note && <span className="sub">{note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ number, time }) => (
            <tr key={number}>
              <th scope="row">
                <span className="pair-no">{number}</span>
                <span className="sub">{time}</span>
              </th>
              {days.map(({ date }) => (
                <td key={date}>
                  <ul>
                    {lessons
                      .filter((lesson) => lesson.date === date && lesson.classPeriod === number)
                      .map((lesson) => (
                        <LessonLine key={lesson.id} lesson={lesson} mode={mode} />
                      ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="narrow-only week-lessons">
        {days.map(({ date, note }) => (
          <section key={date} aria-label={dayMonth(date)}>
            <h2>
              {weekday(date)}, {dayMonth(date)} {note && <span className="aside-note">{note}</span>}
            </h2>
            <ul>
              {lessons
                .filter((lesson) => lesson.date === date)
                .map((lesson) => (
                  <LessonLine key={lesson.id} lesson={lesson} mode={mode} pair />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
