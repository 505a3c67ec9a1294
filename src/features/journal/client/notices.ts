import type { JournalState } from './journal-state';

/** Nothing was written; the sentence says why and what to do. */
export function refused(state: JournalState, text: string): JournalState {
  return { ...state, notice: { tone: 'refused', text } };
}

/** Something happened; without a text only an older sentence goes away. */
export function done(state: JournalState, text?: string): JournalState {
  return { ...state, notice: text === undefined ? null : { tone: 'done', text } };
}
