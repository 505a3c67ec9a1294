import type { JournalState } from './journal-state';

export type JournalStore = {
  readonly get: () => JournalState;
  readonly set: (change: (state: JournalState) => JournalState) => void;
  readonly subscribe: (listener: () => void) => () => void;
};

/** One open journal: the page reads it, keys, clicks and the save queue change it. */
export function createJournalStore(initial: JournalState): JournalStore {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (change) => {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
