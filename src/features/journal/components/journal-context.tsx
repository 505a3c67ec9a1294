'use client';

import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react';
import type { Store } from '@/features/unsent/client/store';
import type { JournalState } from '../client/journal-state';

/** The server action `journal.publish-grades`, as `toAction` answers it. */
export type PublishAction = (input: {
  sectionId: number;
  periodId: number;
}) => Promise<{ ok: true; result: { published: number; late: number } } | { ok: false; error: { message: string } }>;

type Journal = {
  readonly store: Store<JournalState>;
  /** Zone of the institution, for every time shown. */
  readonly timeZone: string;
  readonly publishAction: PublishAction | undefined;
  /** Try to send now. */
  readonly flush: () => void;
  /** Back into the cursor's cell. */
  readonly focusGrid: () => void;
};

const JournalContext = createContext<Journal | null>(null);

export function JournalProvider({ value, children }: { value: Journal; children: ReactNode }) {
  return <JournalContext value={value}>{children}</JournalContext>;
}

export function useJournal(): Journal {
  const journal = useContext(JournalContext);
  if (!journal) throw new Error('outside of a journal');
  return journal;
}

/** A part of the journal's state; the component renders again when the part is another one. */
export function useJournalState<Part>(select: (state: JournalState) => Part): Part {
  const { store } = useJournal();
  const read = () => select(store.get());
  return useSyncExternalStore(store.subscribe, read, read);
}
