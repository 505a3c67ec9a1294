import { useEffect, useMemo } from 'react';
import { waiting } from '../client/cell-flags';
import { newKey } from '../client/new-key';
import { createSaveQueue } from '../client/save-queue';
import { sendTo } from '../client/send-batch';
import type { JournalStore } from '../client/store';

/** Connects the store with the server for as long as there is something to send, also after the page was left. */
export function useSaving(store: JournalStore, sectionId: number): () => void {
  const queue = useMemo(
    () =>
      createSaveQueue({
        get: store.get,
        set: store.set,
        send: sendTo(`/api/journal/${sectionId}/cells`),
        newKey,
        now: () => Date.now(),
      }),
    [store, sectionId],
  );

  useEffect(() => {
    const unsubscribe = store.subscribe(queue.touch);
    const warn = (event: BeforeUnloadEvent) => {
      if (waiting(store.get()).length === 0) return;
      queue.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', queue.leave);
    window.addEventListener('online', queue.flush);
    return () => {
      queue.flush();
      unsubscribe();
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', queue.leave);
      window.removeEventListener('online', queue.flush);
    };
  }, [store, queue]);

  return queue.flush;
}
