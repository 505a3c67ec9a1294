import { gradesHref } from '@/features/today/links';
import type { Desk } from '@/features/unsent/client/desk';
import { takeBatch } from './batch';
import { waiting } from './cell-flags';
import type { JournalState } from './journal-state';
import { refuseBatch, splitBatch } from './refuse-batch';
import { takeAnswer } from './take-answer';

/** How the grid of a section in a period hands its values to the queue. */
export function journalDesk(sectionId: number, periodId: number): Desk<JournalState> {
  return {
    path: `/api/journal/${sectionId}/cells`,
    place: gradesHref(sectionId, periodId),
    waits: (state) => waiting(state).length,
    take: takeBatch,
    saved: takeAnswer,
    split: splitBatch,
    refuse: refuseBatch,
    keeping: async () => (await import('./journal-keeping')).journalKeeping,
  };
}
