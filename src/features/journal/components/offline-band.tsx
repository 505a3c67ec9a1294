'use client';

import { LinkBand } from '@/features/unsent/link-band';
import { waiting } from '../client/cell-flags';
import { useJournal, useJournalState } from './journal-context';

/** How the grid's saving stands, when it does not go by itself. */
export function OfflineBand() {
  const { timeZone, flush } = useJournal();
  const link = useJournalState((state) => state.link);
  const kept = useJournalState((state) => state.kept);
  const count = useJournalState((state) => waiting(state).length);
  return <LinkBand saving={{ link, kept }} count={count} timeZone={timeZone} flush={flush} />;
}
