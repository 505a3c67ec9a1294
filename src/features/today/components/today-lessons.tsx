import { weekdayDate } from '@/texts/format';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { State } from '@/ui/sign';
import { lessonHref } from '../links';
import type { TeacherToday, TodayLesson } from '../today-view';

type TodayLessonsProps = Pick<TeacherToday, 'lessons' | 'nextDate'> & {
  /** The lesson whose button is the page's filled one. */
  mainLessonId: number | null;
};

/** Today's lessons: now first to the eye, each with what is done and what is missing. */
export function TodayLessons({ lessons, nextDate, mainLessonId }: TodayLessonsProps) {
  if (lessons.length === 0) {
    return <EmptyState title="Сегодня занятий нет.">{nextDate && `Следующие: ${weekdayDate(nextDate)}.`}</EmptyState>;
  }
  return (
    <table className="tb tb-cards today-lessons">
      <caption className="sr-only">Занятия дня</caption>
      <thead>
        <tr>
          <th scope="col">Пара</th>
          <th scope="col">Время</th>
          <th scope="col">Группа</th>
          <th scope="col">Дисциплина и тема</th>
          <th scope="col">Ауд.</th>
          <th scope="col">Состояние</th>
          <th scope="col">
            <span className="sr-only">Действие</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => (
          <LessonRow key={lesson.lessonId} lesson={lesson} main={lesson.lessonId === mainLessonId} />
        ))}
      </tbody>
    </table>
  );
}

const acts = { done: 'Открыть', attention: 'Дополнить', overdue: 'Заполнить', now: 'Продолжить', ahead: 'Открыть' };

function LessonRow({ lesson, main }: { lesson: TodayLesson; main: boolean }) {
  const { state, words } = lesson;
  return (
    <tr className={state === 'now' ? 'is-now' : undefined}>
      <td className="pair-no">{lesson.classPeriod}</td>
      <td className="nowrap">{lesson.time}</td>
      <th scope="row">{lesson.group}</th>
      <td className="line">
        {lesson.course}
        {lesson.substitution && <b> · замена</b>}
        <span className="sub">{[lesson.substitution, lesson.topic].filter(Boolean).join('. ')}</span>
      </td>
      <td data-head="ауд." className={lesson.room ? undefined : 'is-empty'}>
        {lesson.room}
      </td>
      <td>
        <State kind={state}>
          {state === 'now' && <b className="text-ink">идёт{words && ' · '}</b>}
          {words}
        </State>
      </td>
      <td className="act">
        <ButtonLink size="small" look={main ? 'main' : 'plain'} autoFocus={main} href={lessonHref(lesson)}>
          {acts[state]}
          <span className="sr-only">
            {' '}
            {lesson.classPeriod}-ю пару, {lesson.group}
          </span>
        </ButtonLink>
      </td>
    </tr>
  );
}
