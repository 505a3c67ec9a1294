import { shortDate } from '@/texts/format';
import { Sign } from '@/ui/sign';
import type { DiaryLesson } from '../diary-view';
import { LessonFiles } from './lesson-files';
import { AbsenceCode, MarkSign } from './mark-signs';

/** One lesson of a day: time, what was done, what is set for home, marks flush right with the kind of work below. */
export function DiaryLessonRow({ lesson }: { lesson: DiaryLesson }) {
  return (
    <li className="lesson">
      <div className="lesson-time">
        <b>
          {lesson.classPeriod}
          <span className="sr-only">-я пара</span>
        </b>
        {lesson.startsAt}
      </div>
      <div className="lesson-text">
        <h3>{lesson.course}</h3>
        {lesson.topic && <p>{lesson.topic}</p>}
        <LessonFiles lesson={lesson} part="material" />
        {lesson.change && (
          <p>
            <Sign kind="attention" />
            {lesson.change}
          </p>
        )}
        {lesson.homework && (
          <p className="lesson-home">
            Задано: {lesson.homework}
            {lesson.homeworkDueOn && `, до ${shortDate(lesson.homeworkDueOn)}`}
          </p>
        )}
        <LessonFiles lesson={lesson} part="homework" />
        {lesson.ownHomework && <p className="lesson-home">Лично: {lesson.ownHomework}</p>}
        {lesson.debts.map((title) => (
          <p key={title} className="text-red">
            <Sign kind="overdue" />
            не сдано: {title}
          </p>
        ))}
      </div>
      <div className="lesson-marks">
        {lesson.absence && (
          <div>
            <AbsenceCode sign={lesson.absence} />
            <span>{lesson.absence.label}</span>
          </div>
        )}
        {lesson.marks.map((mark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: marks of a lesson keep their order of assignments
          <div key={index}>
            <MarkSign value={mark.value} />
            <span>{mark.work}</span>
          </div>
        ))}
      </div>
      {lesson.marks.some(({ comment }) => comment) && (
        <p className="lesson-comment">
          {lesson.marks
            .filter(({ comment }) => comment)
            .map(({ comment }) => `«${comment}»`)
            .join(' ')}
        </p>
      )}
    </li>
  );
}
