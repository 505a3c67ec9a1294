'use client';

import { useMemo } from 'react';
import type { JournalState } from '../client/journal-state';
import { monthChips } from '../client/month-chips';
import { useJournal, useJournalState } from './journal-context';

/** «Сент», «Окт», «Ноя – дек», the whole period; one list where the bar is short. */
export function MonthChips() {
  const { store, focusGrid } = useJournal();
  const lessons = useJournalState((state) => state.view.lessons);
  const whole = useJournalState((state) => state.view.period.name);
  const current = useJournalState((state) => state.chip);
  const chips = useMemo(() => monthChips(lessons, whole), [lessons, whole]);
  if (chips.length < 2) return null;
  const choose = (chip: number) => {
    store.set((state) => showChip(state, chip, chips[chip]?.columns ?? []));
    focusGrid();
  };
  return (
    <>
      <fieldset className="jg-chips">
        <legend className="sr-only">Месяцы</legend>
        {chips.map((chip, index) => (
          <button key={chip.label} type="button" aria-pressed={index === current} onClick={() => choose(index)}>
            {chip.label}
          </button>
        ))}
      </fieldset>
      <select
        className="input jg-months"
        aria-label="Месяцы"
        value={current}
        onChange={(event) => choose(Number(event.currentTarget.value))}
      >
        {chips.map((chip, index) => (
          <option key={chip.label} value={index}>
            {chip.label}
          </option>
        ))}
      </select>
    </>
  );
}

/** The cursor stays in its lesson if that is shown, else it goes to the last one held. */
function showChip(state: JournalState, chip: number, columns: readonly number[]): JournalState {
  const keeps = columns.includes(state.cursor.column) || state.cursor.column === state.lessons.length;
  const held = columns.findLast((column) => (state.lessons[column]?.date ?? '') <= state.view.today);
  const column = keeps ? state.cursor.column : (held ?? columns[0] ?? state.cursor.column);
  return { ...state, chip, shown: columns, cursor: { ...state.cursor, column }, typing: '', typingIsCode: false };
}
