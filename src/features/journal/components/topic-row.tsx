import { memo, type ReactNode } from 'react';
import { shortDate, shortDateTime, weekdayShort } from '@/texts/format';
import type { LessonState } from '../client/journal-state';

type TopicRowProps = {
  lesson: LessonState;
  today: string;
  /** Short name of the lesson's type. */
  type: string;
  endsMonth: boolean;
  timeZone: string;
  onOpen: () => void;
  onTake: () => void;
};

/** One lesson on the right page; two lines at most, the whole text on hover and in the card. */
export const TopicRow = memo(
  function TopicRow({ lesson, today, type, endsMonth, timeZone, onOpen, onTake }: TopicRowProps) {
    const ahead = lesson.date > today;
    const noTopic = !ahead && lesson.missing.includes('topic');
    const look = ahead ? 'pl' : lesson.date === today ? 'now' : noTopic ? 'bad' : '';
    return (
      <tr className={`${look}${endsMonth ? ' ml' : ''}`.trim() || undefined}>
        <td className="dt">
          <button type="button" onClick={onOpen} aria-label={`Карточка занятия ${shortDate(lesson.date)}`}>
            {shortDate(lesson.date)}
          </button>
          <span>{weekdayShort(lesson.date)}</span>
        </td>
        <td className="c">{lesson.hours}</td>
        <td className="c">{lesson.planned?.no}</td>
        <td className="c nar">{type}</td>
        <td title={lesson.topic || undefined}>
          <div>{topicOf(lesson, ahead, onTake)}</div>
        </td>
        <td title={lesson.homework || undefined}>
          <div>{homeworkOf(lesson, ahead)}</div>
        </td>
        <td className={lesson.late ? 'en late' : 'en'}>{enteredOf(lesson, today, timeZone)}</td>
      </tr>
    );
  },
  (before, after) =>
    before.lesson === after.lesson && before.endsMonth === after.endsMonth && before.type === after.type,
);

function topicOf(lesson: LessonState, ahead: boolean, onTake: () => void): ReactNode {
  if (lesson.topic !== '' || !lesson.planned) return lesson.topic;
  if (ahead) return lesson.planned.title;
  return (
    <>
      {lesson.missing.includes('topic') && <b className="red">Тема не указана. </b>}
      По плану: {lesson.planned.title}{' '}
      {lesson.editable && (
        <button type="button" className="jg-link" onClick={onTake}>
          взять
        </button>
      )}
    </>
  );
}

function homeworkOf(lesson: LessonState, ahead: boolean): ReactNode {
  const due = lesson.homeworkDueOn ? ` до ${shortDate(lesson.homeworkDueOn)}` : '';
  if (lesson.homework !== '') return lesson.homework + due;
  if (ahead) return lesson.planned?.homework ?? '';
  return lesson.missing.includes('homework') ? <span className="red">нет</span> : '';
}

function enteredOf(lesson: LessonState, today: string, timeZone: string): ReactNode {
  if (lesson.date > today) return 'по плану';
  if (lesson.substitute)
    return (
      <span className="nar">
        <b>замена</b> {lesson.substitute}
      </span>
    );
  if (lesson.missing.length > 0)
    return lesson.date === today ? <b className="ink">сегодня</b> : <b className="red">! не заполнено</b>;
  return lesson.enteredAt ? shortDateTime(new Date(lesson.enteredAt), timeZone) : '';
}
