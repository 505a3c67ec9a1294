import Link from 'next/link';
import { weekdayDate } from '@/texts/format';
import { Sign } from '@/ui/sign';
import type { DiaryTimetable, TimetableLesson } from '../diary-view';
import { diaryHref } from '../links';
import { WeekSteps } from './week-steps';

type TimetableDay = DiaryTimetable['days'][number];

/** The week's lessons with rooms, teachers and changes. */
export function TimetablePage({ timetable }: { timetable: DiaryTimetable }) {
  const { studentId, days, parity, previous, next, today } = timetable;
  const path = `${diaryHref(studentId)}/timetable`;
  const [first, last] = [days[0]?.date ?? today, days.at(-1)?.date ?? today];
  return (
    <>
      <div className="week-head">
        <WeekSteps
          from={first}
          to={last}
          previous={previous && `${path}?date=${previous}`}
          next={next && `${path}?date=${next}`}
        />
        {parity && <span className="aside-note">{parity}</span>}
        <Link className="push small" href="/notices" prefetch={false}>
          Объявления
        </Link>
      </div>
      <div className="days days-all">
        {days.map((day) => (
          <DayLessons key={day.date} day={day} today={day.date === today} />
        ))}
      </div>
    </>
  );
}

function DayLessons({ day, today }: { day: TimetableDay; today: boolean }) {
  const id = `timetable-${day.date}`;
  const heading = weekdayDate(day.date);
  return (
    <section className="day is-open" aria-labelledby={id}>
      <div className={today ? 'day-title is-today' : 'day-title'}>
        <h2 id={id}>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h2>
        {today && <span>сегодня</span>}
      </div>
      {day.lessons.length === 0 ? (
        <p className="day-empty">{day.note || 'Занятий нет.'}</p>
      ) : (
        <ul>{day.lessons.map(lessonRow)}</ul>
      )}
    </section>
  );
}

function lessonRow(lesson: TimetableLesson) {
  const place = [lesson.room && `ауд. ${lesson.room}`, lesson.teacher].filter(Boolean).join(' · ');
  return (
    <li key={`${lesson.classPeriod} ${lesson.course}`} className="lesson">
      <div className="lesson-time">
        <b>{lesson.classPeriod}</b>
        {lesson.startsAt}
      </div>
      <div className="lesson-text">
        <h3 className={lesson.cancelled ? 'line-through' : undefined}>{lesson.course}</h3>
        <p>{place}</p>
        {lesson.change && (
          <p className="text-amber">
            <Sign kind="attention" />
            {lesson.change}
          </p>
        )}
      </div>
      <div className="lesson-marks">{lesson.endsAt && `до ${lesson.endsAt}`}</div>
    </li>
  );
}
