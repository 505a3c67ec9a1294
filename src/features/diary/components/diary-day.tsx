import { addDays } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import { weekdayDate } from '@/texts/format';
import type { DiaryDay } from '../diary-view';
import { DiaryLessonRow } from './diary-lesson';

/** `open`: shown on a phone too, where closed days wait behind the week strip. */
type DiaryDayProps = { day: DiaryDay; today: LocalDate; open: boolean };

export function DiaryDaySection({ day, today, open }: DiaryDayProps) {
  const id = `day-${day.date}`;
  const heading = weekdayDate(day.date);
  return (
    <section className={open ? 'day is-open' : 'day'} aria-labelledby={id}>
      <div className={day.date === today ? 'day-title is-today' : 'day-title'}>
        <h2 id={id}>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h2>
        <span>{relation(day, today)}</span>
      </div>
      {day.lessons.length === 0 ? (
        <p className="day-empty">{day.note || 'Занятий нет.'}</p>
      ) : (
        <ul>
          {day.lessons.map((lesson) => (
            <DiaryLessonRow key={lesson.id} lesson={lesson} />
          ))}
        </ul>
      )}
    </section>
  );
}

function relation({ date, lessons, note }: DiaryDay, today: LocalDate): string {
  if (date === today) return 'сегодня';
  const from = lessons[0]?.startsAt;
  if (date === addDays(today, 1)) return from ? `завтра · с ${from}` : 'завтра';
  return lessons.length > 0 ? note : '';
}
