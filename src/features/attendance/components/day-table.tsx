'use client';

import { useEffect, useRef } from 'react';
import type { NoteLine } from '@/features/absence-notes/note-view';
import { hours } from '@/texts/format';
import { moveTo, pressKey } from '../client/day-keys';
import type { DayState } from '../client/day-state';
import { columnAbsent, dayTotals, spokenCell } from '../client/day-totals';
import { DayHead } from './day-head';
import { DayRowView } from './day-row';
import type { ChangeDay } from './use-day';

type Props = {
  state: DayState;
  change: ChangeDay;
  notes: readonly NoteLine[];
  /** A parent's note is accepted from its row, by a key or a click. */
  onAccept: (note: NoteLine) => void;
};

/** Student × class period; one cell holds the focus, the keys are the journal's. */
export function DayTable({ state, change, notes, onAccept }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const { row, column } = state.cursor;
  const spoken = spokenCell(state, row, column);
  useCursorFocus(table, row, column);
  return (
    <>
      <table
        ref={table}
        className="ds-table"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells of this table are moved through and written by keys
        role="grid"
        aria-label={`Посещаемость, ${state.sheet.group}`}
        aria-readonly={!state.sheet.editable}
        onKeyDown={(event) => {
          if (!(event.target instanceof HTMLTableCellElement)) return;
          if (event.key === 'Insert' || event.key === '*') {
            const note = notes.find(
              (one) => one.state === 'sent' && one.studentId === state.sheet.rows[row]?.studentId,
            );
            if (note) onAccept(note);
            return;
          }
          const next = pressKey(state, event);
          if (!next) return;
          event.preventDefault();
          change((old) => pressKey(old, event) ?? old);
        }}
        onClick={(event) => {
          const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-column]') : null;
          if (cell) change((old) => moveTo(old, Number(cell.dataset.row), Number(cell.dataset.column)));
        }}
      >
        <DayHead state={state} />
        <tbody>
          {state.sheet.rows.map((student, index) => (
            <DayRowView
              key={student.studentId}
              state={state}
              row={index}
              notes={notes.filter(({ studentId }) => studentId === student.studentId)}
              onAccept={onAccept}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td className="ds-no" />
            <th scope="row">Отсутствовало</th>
            {state.sheet.columns.map(({ classPeriod }, place) => (
              <td key={classPeriod}>{columnAbsent(state, place) || ''}</td>
            ))}
            <td>{dayTotals(state).hours}</td>
            <td className="ds-why">{hours(dayTotals(state).hours)} пропущено за день, академических</td>
          </tr>
        </tfoot>
      </table>
      <p
        className={state.notice?.tone === 'refused' ? 'ds-say ds-refused' : 'ds-say'}
        aria-live={state.notice ? 'polite' : 'off'}
      >
        {state.notice?.text ?? spoken}
      </p>
    </>
  );
}

/** The focus follows the cursor while it is in the table, and begins there where a keyboard is likely. */
function useCursorFocus(table: React.RefObject<HTMLTableElement | null>, row: number, column: number): void {
  const begun = useRef(false);
  useEffect(() => {
    const inside = table.current?.contains(document.activeElement);
    const first = !begun.current && window.matchMedia('(pointer: fine)').matches;
    begun.current = true;
    if (!inside && !first) return;
    const cell = table.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    (cell ?? table.current?.querySelector<HTMLElement>(`[data-row="${row}"]`))?.focus({ preventScroll: first });
  }, [table, row, column]);
}
