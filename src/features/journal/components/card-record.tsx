'use client';

import { shortDateTime } from '@/texts/format';
import { Sign } from '@/ui/sign';
import type { LessonState } from '../client/journal-state';
import type { LessonPart } from '../journal-view';
import { useJournal, useJournalState } from './journal-context';

const parts: Readonly<Record<LessonPart, string>> = {
  topic: 'тема',
  attendance: 'посещаемость',
  homework: 'домашнее задание',
};

/** Who entered the lesson and when (names end with the stop of an initial), what is still missing, its history. */
export function CardRecord({ lesson }: { lesson: LessonState }) {
  const { store, timeZone } = useJournal();
  const today = useJournalState((state) => state.view.today);
  const missing = lesson.missing.map((part) => parts[part]).join(', ');
  const overdue = lesson.date < today;
  return (
    <>
      <h3>Запись</h3>
      <div className="bd s">
        <p>
          {lesson.enteredAt
            ? `Внесено ${shortDateTime(new Date(lesson.enteredAt), timeZone)}${lesson.enteredBy ? `, ${lesson.enteredBy}` : '.'}`
            : 'Ещё ничего не внесено.'}
          {lesson.substitute ? ` Замена: ${lesson.substitute}` : ''}
          {lesson.late ? ' Внесено позже срока.' : ''}
        </p>
        {lesson.date <= today && (
          <p>
            <Sign kind={missing === '' ? 'done' : overdue ? 'overdue' : 'attention'} />
            {missing === '' ? 'Занятие заполнено' : `${overdue ? 'Просрочено' : 'Осталось заполнить'}: ${missing}`}
          </p>
        )}
        <button
          type="button"
          className="jg-link"
          onClick={() =>
            store.set((state) => ({ ...state, dialog: { kind: 'history', lessonId: lesson.id, studentId: null } }))
          }
        >
          история изменений
        </button>
      </div>
    </>
  );
}
