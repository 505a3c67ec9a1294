'use client';

import './day-sheet.css';
import './day-sheet-narrow.css';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import { acceptNoteAction } from '@/features/absence-notes/actions';
import { excusedWords } from '@/features/absence-notes/excused-words';
import type { NoteLine } from '@/features/absence-notes/note-view';
import { LinkBand } from '@/features/unsent/link-band';
import { Notice } from '@/ui/notice';
import { waitingCount } from '../client/day-state';
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
  const { state, change, flush } = useDay(sheet);
  const router = useRouter();
  const [said, setSaid] = useState<{ kind: 'done' | 'error'; text: string } | null>(null);
  const [, start] = useTransition();
  const close = () => change((old) => ({ ...old, dialog: null }));
  const accept = (note: NoteLine) =>
    start(async () => {
      const answer = await acceptNoteAction({ noteId: note.id, reason: note.reason?.id ?? null });
      setSaid(
        answer.ok
          ? { kind: 'done', text: excusedWords(note, answer.result) }
          : { kind: 'error', text: answer.error.message },
      );
      router.refresh();
    });
  return (
    <>
      <DayBar state={state} tabs={tabs} />
      <LinkBand saving={state} count={waitingCount(state)} timeZone={sheet.timeZone} flush={flush} />
      <div className="ds">
        <div className="ds-left">
          {said && (
            <Notice kind={said.kind} live>
              {said.text}
            </Notice>
          )}
          {sheet.columns.length === 0 || sheet.rows.length === 0 ? (
            <EmptyDay sheet={sheet} />
          ) : (
            <>
              <DayTable state={state} change={change} notes={notes} onAccept={accept} />
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
          onDone={(text) => {
            setSaid({ kind: 'done', text });
            close();
          }}
        />
      )}
    </>
  );
}
