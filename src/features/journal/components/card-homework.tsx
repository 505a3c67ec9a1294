'use client';

import { useState } from 'react';
import { weekdayDate } from '@/texts/format';
import type { LessonState } from '../client/journal-state';
import { editLesson } from '../client/lesson-commands';
import { closedAt } from '../client/permissions';
import { writeStep } from '../client/write-facts';
import { DraftField } from './draft-field';
import { useJournal, useJournalState } from './journal-context';

/** Collective homework with its term, and single students' own (R-069). */
export function CardHomework({ lesson, column }: { lesson: LessonState; column: number }) {
  const { store } = useJournal();
  const edit = (fields: Parameters<typeof editLesson>[2]) => store.set((state) => editLesson(state, column, fields));
  const fromPlan = lesson.homework !== '' && lesson.homework === lesson.planned?.homework;
  return (
    <>
      <h3>
        Домашнее задание <span>{fromPlan ? 'взято из плана' : ''}</span>
      </h3>
      <div className="bd" data-focus={lesson.homework === '' ? 'firstEmpty' : 'homework'}>
        {lesson.editable ? (
          <>
            <DraftField
              label="Домашнее задание для всех"
              value={lesson.homework}
              placeholder={
                lesson.planned?.homework
                  ? `По плану: ${lesson.planned.homework}`
                  : 'Что сделать, страницы, номера; «не предусмотрено»'
              }
              onCommit={(homework) => edit({ homework })}
            />
            <label className="jg-due s t2">
              Срок{' '}
              <input
                type="date"
                className="input"
                min={lesson.date}
                value={lesson.homeworkDueOn ?? ''}
                onChange={(event) => edit({ homeworkDueOn: event.currentTarget.value || null })}
              />
            </label>
          </>
        ) : (
          <p>
            {lesson.homework || <span className="t2">не указано</span>}
            {lesson.homeworkDueOn && <span className="t2"> · срок {weekdayDate(lesson.homeworkDueOn)}</span>}
          </p>
        )}
        <Individual lesson={lesson} column={column} />
      </div>
    </>
  );
}

function Individual({ lesson, column }: { lesson: LessonState; column: number }) {
  const { store } = useJournal();
  const rows = useJournalState((state) => state.rows);
  const open = useJournalState((state) => state.rows.filter((_, row) => !closedAt(state, row, column)).length);
  const [adding, setAdding] = useState(false);
  const write = (studentId: number, text: string) =>
    store.set((state) =>
      writeStep(state, [{ target: { kind: 'homework', lessonId: lesson.id, studentId }, after: text }]),
    );
  const given = lesson.individual.filter((one) => one.text !== '');
  const free = rows.filter((row) => !given.some((one) => one.studentId === row.studentId));
  return (
    <>
      {given.map((one) => {
        const name = rows.find((row) => row.studentId === one.studentId)?.name ?? '';
        return (
          <div key={one.studentId} className="jg-own">
            <span className="s t2">{name}</span>
            {lesson.editable ? (
              <DraftField
                label={`Задание для ${name}`}
                value={one.text}
                rows={1}
                maxLength={1000}
                onCommit={(text) => write(one.studentId, text)}
              />
            ) : (
              <p>{one.text}</p>
            )}
          </div>
        );
      })}
      {lesson.editable && open > 0 && (
        <p className="s t2">
          {adding ? (
            <select
              className="input"
              aria-label="Кому индивидуальное задание"
              value=""
              onChange={(event) => {
                write(Number(event.currentTarget.value), 'Индивидуальное задание');
                setAdding(false);
              }}
            >
              <option value="">Кому…</option>
              {free.map((row) => (
                <option key={row.studentId} value={row.studentId}>
                  {row.name}
                </option>
              ))}
            </select>
          ) : (
            <button type="button" className="jg-link" onClick={() => setAdding(true)}>
              индивидуальное: {given.length}
            </button>
          )}
        </p>
      )}
    </>
  );
}
