'use client';

import { type KeyboardEvent, useEffect, useRef } from 'react';
import { weekdayDate } from '@/texts/format';
import { Button } from '@/ui/button';
import { useInBrowser } from '@/ui/use-in-browser';
import type { LessonState } from '../client/journal-state';
import { moveTo } from '../client/move';
import { CardAssignments } from './card-assignments';
import { CardAttendance } from './card-attendance';
import { CardFiles } from './card-files';
import { CardHomework } from './card-homework';
import { CardMarks } from './card-marks';
import { CardRecord } from './card-record';
import { CardTopic } from './card-topic';
import { useJournal, useJournalState } from './journal-context';

/** Everything of one lesson in one place beside the grid (picture 02). The server keeps its place: it is there for typing. */
export function LessonCard({ onLeave }: { onLeave: () => void }) {
  return useInBrowser() ? <OpenCard onLeave={onLeave} /> : <aside className="jg-card" aria-label="Карточка занятия" />;
}

function OpenCard({ onLeave }: { onLeave: () => void }) {
  const { store, focusGrid } = useJournal();
  const lessons = useJournalState((state) => state.lessons);
  const column = useJournalState((state) => state.cursor.column);
  const panel = useJournalState((state) => state.panel);
  const focus = useJournalState((state) => state.cardFocus);
  const card = useRef<HTMLElement>(null);
  const lesson = lessons[column];
  const wish = focus?.at;

  useEffect(() => {
    if (panel !== 'open' || wish === undefined) return;
    const fields = card.current?.querySelectorAll<HTMLElement>('[data-focus]') ?? [];
    const wanted = store.get().cardFocus?.field;
    const byWish = [...fields].find((one) => one.dataset.focus === wanted);
    const empty = [...fields].find((one) => one.dataset.focus === 'firstEmpty');
    const target = byWish ?? empty ?? fields[0];
    (target?.querySelector<HTMLElement>('textarea, input, button') ?? card.current)?.focus();
  }, [panel, wish, store]);

  if (!lesson) return null;
  const close = () => {
    focusGrid();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  };
  const go = (to: number) => store.set((state) => moveTo(state, state.cursor.row, to));
  return (
    <aside ref={card} className="jg-card" aria-label="Карточка занятия" tabIndex={-1} onKeyDown={onKeyDown}>
      <div className="hd">
        <div>
          <h2>{capital(weekdayDate(lesson.date))}</h2>
          <p>{placeWords(lesson, column, lessons.length)}</p>
        </div>
        <Button size="small" aria-label="Предыдущее занятие" disabled={column === 0} onClick={() => go(column - 1)}>
          ‹
        </Button>
        <Button
          size="small"
          aria-label="Следующее занятие"
          disabled={column >= lessons.length - 1}
          onClick={() => go(column + 1)}
        >
          ›
        </Button>
        <Button size="small" aria-label="Закрыть карточку" onClick={close}>
          ×
        </Button>
      </div>
      <div className="body" key={lesson.id}>
        {lesson.closedReason && !lesson.editable && <p className="notice jg-closed">{lesson.closedReason}</p>}
        <CardTopic lesson={lesson} column={column} />
        <CardAssignments lesson={lesson} column={column} />
        <CardHomework lesson={lesson} column={column} />
        <CardFiles lesson={lesson} />
        <CardAttendance lesson={lesson} column={column} />
        <CardMarks column={column} />
        <CardRecord lesson={lesson} />
      </div>
    </aside>
  );
}

function placeWords(lesson: LessonState, column: number, count: number): string {
  const parts = [lesson.time === 'за день' ? lesson.time : `${lesson.classPeriod}-я пара ${lesson.time}`.trim()];
  if (lesson.room) parts.push(`ауд. ${lesson.room}`);
  parts.push(`занятие ${column + 1} из ${count}`);
  return parts.join(', ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
