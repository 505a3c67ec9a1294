'use client';

import { shortDate } from '@/texts/format';
import { Button, ButtonAnchor } from '@/ui/button';
import { fillDown } from '../client/fill-down';
import { whyNoGrades } from '../client/grade';
import type { JournalState } from '../client/journal-state';
import { allPresent, takeFromPlan } from '../client/lesson-commands';
import { redo, undo } from '../client/undo';
import { useJournal, useJournalState } from './journal-context';
import { JournalMenus } from './journal-menus';
import { MonthChips } from './month-chips';

/** Which journal, which months, and what can be done with the cursor's lesson. */
export function Toolbar({ printHref }: { printHref: string | undefined }) {
  const { store, focusGrid, publishAction } = useJournal();
  const state = useJournalState((one) => one);
  const lesson = state.lessons[state.cursor.column];
  const act = (change: (old: JournalState) => JournalState) => () => {
    store.set(change);
    focusGrid();
  };
  const column = state.cursor.column;
  const marked = state.rows.some((row) => (row.cells[column]?.presence ?? null) !== null);
  return (
    <>
      <JournalMenus view={state.view} />
      <MonthChips />
      <TabSwitch />
      <span className="bar-end">
        <ConflictButton />
        {state.view.abilities.fill && (
          <>
            <Button onClick={act(undo)} disabled={state.undo.length === 0} title="Ctrl Z" className="jg-undo">
              Отменить
            </Button>
            <Button onClick={act(redo)} disabled={state.redo.length === 0} title="Ctrl Shift Z" className="jg-wide">
              Повторить
            </Button>
          </>
        )}
        {lesson && <span className="t2 jg-day">Занятие {shortDate(lesson.date)}:</span>}
        {lesson?.editable && (
          <>
            <Button
              onClick={act((old) => allPresent(old, column))}
              disabled={lesson.attendanceTaken}
              title="Ctrl Enter"
            >
              {marked ? 'Остальные присутствуют' : 'Все присутствуют'}
            </Button>
            <Button onClick={act((old) => takeFromPlan(old, column))} title="* или Insert" disabled={!lesson.planned}>
              Из плана
            </Button>
            <Button onClick={act(fillDown)} title="Ctrl D" className="jg-wide">
              Заполнить вниз
            </Button>
          </>
        )}
        <CardButton />
        {publishAction && whyNoGrades(state) === null && (
          <Button onClick={() => store.set((old) => ({ ...old, dialog: { kind: 'publish' } }))}>Опубликовать</Button>
        )}
        <Button className="jg-strip-button" onClick={showStrip}>
          Меню
        </Button>
        {printHref && state.view.abilities.print && <ButtonAnchor href={printHref}>Печать</ButtonAnchor>}
      </span>
    </>
  );
}

/** On a low screen the bar lies over the strip; the strip shows while it has the focus. */
function showStrip(): void {
  document.querySelector<HTMLElement>('.strip a, .strip button')?.focus();
}

function CardButton() {
  const { store } = useJournal();
  const panel = useJournalState((state) => state.panel);
  return (
    <Button
      title="Enter"
      className="jg-card-button"
      aria-expanded={panel === 'open'}
      onClick={() =>
        store.set((old) => ({
          ...old,
          panel: old.panel === 'open' ? 'closed' : 'open',
          cardFocus: { field: 'firstEmpty', at: (old.cardFocus?.at ?? 0) + 1 },
        }))
      }
    >
      Карточка
    </Button>
  );
}

/** Two people's values in one cell, however far away it is. */
function ConflictButton() {
  const { store } = useJournal();
  const conflicts = useJournalState((state) => state.conflicts);
  const [key] = conflicts.keys();
  if (key === undefined) return null;
  return (
    <Button look="danger" onClick={() => store.set((state) => ({ ...state, dialog: { kind: 'conflict', key } }))}>
      Расхождения: {conflicts.size}
    </Button>
  );
}

/** On narrow screens the two pages are tabs. */
function TabSwitch() {
  const { store } = useJournal();
  const tab = useJournalState((state) => state.tab);
  const names = { marks: 'Отметки', topics: 'Темы и задания' } as const;
  return (
    <span className="jg-chips jg-tabs">
      {(['marks', 'topics'] as const).map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={tab === name}
          onClick={() => store.set((old) => ({ ...old, tab: name }))}
        >
          {names[name]}
        </button>
      ))}
    </span>
  );
}
