import type { Returning } from '@/features/unsent/client/desk';
import { counted } from '@/texts/plural';
import type { JournalEdit, JournalState } from './journal-state';
import { done, refused } from './notices';
import { freeIds, putAllBack } from './put-back';
import { renamed } from './renamed';
import { replayBatch } from './replay-batch';

/** What an earlier opening of the grid has left comes back (T-099, T-102). */
export const journalReturning: Returning<JournalState> = {
  restore: (state, kept) => {
    const free = freeIds(state);
    const edits = (kept as readonly JournalEdit[]).map((edit) => ({ ...edit, target: renamed(edit.target, free) }));
    const { next, lost } = putAllBack(state, edits);
    return told(next, next.pending.size - state.pending.size, lost);
  },
  replay: (state, { batch, edits }, answer) => {
    if (!batch) return state;
    const { next, lost } = replayBatch(state, batch as KeptBatch, edits as readonly JournalEdit[], answer);
    return told(next, batch.sent.length + edits.length, lost);
  },
};

type KeptBatch = NonNullable<JournalState['inFlight']>;

function told(state: JournalState, back: number, lost: number): JournalState {
  if (lost > 0) {
    const records = counted(lost, 'неотправленной записи', 'неотправленным записям', 'неотправленным записям');
    return refused(state, `${records} нет места: занятия или строки больше нет в журнале.`);
  }
  if (back === 0) return state;
  const records = counted(back, 'запись', 'записи', 'записей');
  return done(state, `Введённое в прошлый раз на месте и уходит на сервер: ${records}.`);
}
