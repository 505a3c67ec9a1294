'use client';

import './journal.css';
import './grid-cells.css';
import './journal-bar.css';
import './right-page.css';
import './lesson-card.css';
import './journal-dialogs.css';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { createStore } from '@/features/unsent/client/store';
import { useSaving } from '@/features/unsent/client/use-saving';
import { Page } from '@/ui/page';
import { initialState, type Opening } from '../client/initial-state';
import { journalDesk } from '../client/journal-desk';
import type { JournalRegulation } from '../journal-regulation';
import type { JournalView } from '../journal-view';
import { Dialogs } from './dialogs';
import { GridTable } from './grid-table';
import { JournalProvider, type PublishAction, useJournal, useJournalState } from './journal-context';
import { LessonCard } from './lesson-card';
import { LiveRegion } from './live-region';
import { OfflineBand } from './offline-band';
import { RightPage } from './right-page';
import { StatusHints, StatusPlace } from './status-line';
import { Toolbar } from './toolbar';
import { useCursor } from './use-cursor';

export type JournalGridProps = {
  view: JournalView;
  regulation: JournalRegulation;
  /** IANA zone of the institution. */
  timeZone: string;
  opening?: Opening;
  publishAction?: PublishAction;
  /** Where «Печать» leads. */
  printHref?: string;
};

/** The journal of a section: the whole page under the strip. Give it a `key` of section and period. */
export function JournalGrid(props: JournalGridProps) {
  const { view, regulation, timeZone, opening, publishAction, printHref } = props;
  const [store] = useState(() => createStore(initialState(view, regulation, opening)));
  const [desk] = useState(() => journalDesk(view.section.id, view.period.id));
  const flush = useSaving(store, desk);
  const table = useRef<HTMLTableElement>(null);
  const focusGrid = useCallback(() => table.current?.querySelector<HTMLElement>('[data-cursor]')?.focus(), []);
  const journal = useMemo(
    () => ({ store, timeZone, publishAction, flush, focusGrid }),
    [store, timeZone, publishAction, flush, focusGrid],
  );
  return (
    <JournalProvider value={journal}>
      <Page bar={<Toolbar printHref={printHref} />} status={<StatusHints />} statusEnd={<StatusPlace />}>
        <OfflineBand />
        <Spread table={table} />
        <LiveRegion />
        <Dialogs />
      </Page>
    </JournalProvider>
  );
}

/** Both pages of the paper journal, or one of them and the lesson's card. */
function Spread({ table }: { table: RefObject<HTMLTableElement | null> }) {
  const { store } = useJournal();
  const panel = useJournalState((state) => state.panel);
  const tab = useJournalState((state) => state.tab);
  const view = useJournalState((state) => state.view);
  const spread = useRef<HTMLDivElement>(null);
  useCursor(table);
  const follow = (event: { target: EventTarget }) => {
    if (!(event.target instanceof HTMLElement)) return;
    for (const page of spread.current?.querySelectorAll('.jg-scroll') ?? [])
      if (page !== event.target) page.scrollTop = event.target.scrollTop;
  };
  return (
    <div
      ref={spread}
      className="jg"
      data-panel={panel}
      data-tab={tab}
      style={{ '--rows': view.rows.length } as object}
      onScrollCapture={follow}
    >
      <section className="jg-page jg-left" aria-label="Отметки и посещаемость">
        <div className="jg-ph">
          <span className="jg-lb">{view.section.head}</span>
          <b>{view.section.title}</b>
          <span className="jg-ph-end">{sectionWords(view)}</span>
        </div>
        <div className="jg-scroll">
          <GridTable table={table} />
          {view.rows.length === 0 && <p className="empty">В группе на этот период никто не числится.</p>}
        </div>
      </section>
      <div className="jg-fold" aria-hidden="true" />
      <RightPage />
      <LessonCard onLeave={() => store.set((state) => ({ ...state, panel: 'closed' }))} />
    </div>
  );
}

function sectionWords({ section }: JournalView): string {
  const { group, subgroup, yearOfStudy, program } = section;
  return [`группа ${group}`, subgroup, `${yearOfStudy} курс`, program].filter(Boolean).join(' · ');
}
