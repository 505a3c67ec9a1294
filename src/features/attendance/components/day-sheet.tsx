'use client';

import './day-sheet.css';
import { type ReactNode, useState } from 'react';
import type { NoteLine } from '@/features/absence-notes/note-view';
import { Notice } from '@/ui/notice';
import type { DaySheet } from '../day-view';
import { DayBar } from './day-bar';
import { DayConflictDialog } from './day-conflict-dialog';
import { DayFacts } from './day-facts';
import { DayPalette } from './day-palette';
import { DayTable } from './day-table';
import { EmptyDay } from './empty-day';
import { ExcuseDialog } from './excuse-dialog';
import { useDay } from './use-day';

type Props = {
  sheet: DaySheet;
  /** Notes that speak of this day. */
  notes: readonly NoteLine[];
  /** What stands beside the table: notes to answer, debts, the week. */
  aside: ReactNode;
  /** The other pages of the group. */
  tabs: ReactNode;
};

/** The curator's day of a group: empty is present, only exceptions have ink (picture 06). */
export function DaySheetView({ sheet, notes, aside, tabs }: Props) {
  const [state, change] = useDay(sheet);
  const [said, setSaid] = useState('');
  const close = () => change((old) => ({ ...old, dialog: null }));
  return (
    <>
      <DayBar state={state} tabs={tabs} />
      <div className="ds">
        <div className="ds-left">
          {said && (
            <Notice kind="done" live>
              {said}
            </Notice>
          )}
          {sheet.columns.length === 0 || sheet.rows.length === 0 ? (
            <EmptyDay sheet={sheet} />
          ) : (
            <>
              <DayTable state={state} change={change} notes={notes} />
              {sheet.editable && <DayPalette state={state} change={change} />}
            </>
          )}
        </div>
        <div className="ds-side">
          {sheet.columns.length > 0 && <DayFacts state={state} />}
          {aside}
        </div>
      </div>
      {state.dialog?.kind === 'conflict' && (
        <DayConflictDialog state={state} conflictKey={state.dialog.key} change={change} onClose={close} />
      )}
      {state.dialog?.kind === 'excuse' && (
        <ExcuseDialog
          state={state}
          onClose={close}
          onDone={(words) => {
            setSaid(words);
            close();
          }}
        />
      )}
    </>
  );
}
