import { useCallback, useContext, useEffect, useRef } from 'react';
import type { Desk, Saving } from './desk';
import { OwnerContext } from './owner';
import { type OpenSaving, openSaving } from './saving';
import type { Store } from './store';

/** Connects a page with the server for as long as there is something to send; answers «send now». `desk` stays the same. */
export function useSaving<State extends Saving>(store: Store<State>, desk: Desk<State>): () => void {
  const owner = useContext(OwnerContext);
  const open = useRef<OpenSaving>(null);
  useEffect(() => {
    const saving = openSaving(store, desk, owner);
    open.current = saving;
    return saving.leave;
  }, [store, desk, owner]);
  return useCallback(() => open.current?.flush(), []);
}
