'use client';

import { plural } from '@/texts/plural';
import type { LessonState } from '../client/journal-state';
import { editLesson, takeFromPlan } from '../client/lesson-commands';
import { DraftField } from './draft-field';
import { useJournal, useJournalState } from './journal-context';

/** Kind of lesson, academic hours and the topic, from the plan with one click. */
export function CardTopic({ lesson, column }: { lesson: LessonState; column: number }) {
  const { store } = useJournal();
  const regulation = useJournalState((state) => state.regulation);
  const edit = (fields: Parameters<typeof editLesson>[2]) => store.set((state) => editLesson(state, column, fields));
  const type = regulation.lessonTypes.find((one) => one.id === lesson.type);
  const { planned, editable } = lesson;
  return (
    <>
      <div className="bd f">
        {editable ? (
          <>
            <select
              className="input"
              aria-label="Вид занятия"
              value={lesson.type}
              onChange={(event) => edit({ type: event.currentTarget.value })}
            >
              {regulation.lessonTypes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.label}
                </option>
              ))}
            </select>
            <input
              className="input jg-hours"
              type="number"
              aria-label="Академических часов"
              min={1}
              max={regulation.lessonHours.max}
              value={lesson.hours}
              onChange={(event) => {
                const hours = Math.round(Number(event.currentTarget.value));
                if (hours >= 1 && hours <= regulation.lessonHours.max) edit({ hours });
              }}
            />
          </>
        ) : (
          <span>
            {type?.label}, {lesson.hours}
          </span>
        )}
        <span className="t2">{plural(lesson.hours, 'час', 'часа', 'часов')}</span>
      </div>
      <h3>
        Тема <span>{planWords(lesson)}</span>
      </h3>
      <div className="bd" data-focus={lesson.topic === '' ? 'firstEmpty' : 'topic'}>
        {editable ? (
          <>
            <DraftField
              label="Тема занятия"
              value={lesson.topic}
              placeholder={planned ? `По плану: ${planned.title}` : 'Что изучено на занятии'}
              onCommit={(topic) => edit({ topic })}
            />
            {planned &&
              (lesson.topic !== planned.title ||
                (lesson.homework === '' && regulation.schemes.homework === 'withTopic')) && (
                <button
                  type="button"
                  className="jg-link s"
                  onClick={() => store.set((state) => takeFromPlan(state, column))}
                >
                  Взять из плана: {planned.no}
                </button>
              )}
          </>
        ) : (
          <p>{lesson.topic || <span className="t2">не указана</span>}</p>
        )}
      </div>
    </>
  );
}

function planWords({ planned, topic, plannedTopicId }: LessonState): string {
  if (!planned) return 'в плане нет темы';
  return topic !== '' && plannedTopicId === null ? 'не по плану' : `по плану № ${planned.no}`;
}
