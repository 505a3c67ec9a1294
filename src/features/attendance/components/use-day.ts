import { useEffect, useState, useSyncExternalStore } from 'react';
import { createStore, type Store } from '@/features/unsent/client/store';
import { useSaving } from '@/features/unsent/client/use-saving';
import { dayDesk } from '../client/day-desk';
import { type DayState, openDay, reread } from '../client/day-state';
import type { DaySheet } from '../day-view';

export type ChangeDay = Store<DayState>['set'];

/** The open day: keys and clicks change it, what is typed goes to the server by itself and outlives the page. */
export function useDay(sheet: DaySheet): { state: DayState; change: ChangeDay; flush: () => void } {
  const [store] = useState(() => createStore(openDay(sheet)));
  const [desk] = useState(() => dayDesk(sheet.groupId, sheet.date));
  const flush = useSaving(store, desk);
  useEffect(() => store.set((old) => reread(old, sheet)), [store, sheet]);
  return { state: useSyncExternalStore(store.subscribe, store.get, store.get), change: store.set, flush };
}
