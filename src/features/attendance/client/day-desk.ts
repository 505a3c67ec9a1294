import type { LocalDate } from '@/domain/types';
import { daySheetHref } from '@/features/today/links';
import type { Desk } from '@/features/unsent/client/desk';
import { refuseBatch, splitBatch, takeAnswer, takeBatch } from './day-saving';
import { type DayState, waitingCount } from './day-state';

/** How the curator's day sheet of a group hands its values to the queue. */
export function dayDesk(groupId: number, date: LocalDate): Desk<DayState> {
  return {
    path: `/api/attendance/${groupId}/cells`,
    place: daySheetHref(groupId, date),
    waits: waitingCount,
    take: takeBatch,
    saved: takeAnswer,
    split: splitBatch,
    refuse: refuseBatch,
    keeping: async () => (await import('./day-keeping')).dayKeeping,
  };
}
