import { keepsAnything } from './database';
import type { Desk, Saving } from './desk';
import type { Keep } from './keep-page';
import { goLive, liveCount } from './live';
import { newKey } from './new-key';
import type { Owner } from './owner';
import { createSaveQueue, type SaveQueue } from './save-queue';
import { sendTo } from './send';
import type { Store } from './store';

/** What keeps is fetched at the first value typed, or when the page has come to rest. */
const restMs = 1500;

export type OpenSaving = {
  /** Try to send now. */
  readonly flush: () => void;
  /** The page is left; what is unsent goes on being sent until it is. */
  readonly leave: () => void;
};

/** Saves what changes in a page, and keeps what is unsent in the browser, for as long as there is something (T-102). */
export function openSaving<State extends Saving>(
  store: Store<State>,
  desk: Desk<State>,
  owner: Owner | null,
): OpenSaving {
  const send = sendTo(desk.path, owner?.person);
  const queue = createSaveQueue({ store, desk, send, newKey, now: () => Date.now() });
  let keep: Keep | null = null;
  let ended = false;
  let left = false;
  let begun = false;
  const count = () => desk.waits(store.get());
  const beginKeeping = () => {
    if (begun || ended || !owner?.keeps) return;
    begun = true;
    import('./keep-page')
      .then(async ({ keepPage }) => {
        const opened = await keepPage({ store, desk, person: owner.person, send });
        if (ended) opened.end();
        else keep = opened;
      })
      .catch(() => {
        // no connection for the script, or a browser that keeps nothing: the page asks before it is left, as on a «чужой компьютер»
        setTimeout(() => {
          begun = false;
        }, restMs);
      });
  };
  const quiet = listenToPage(
    queue,
    () => keep?.write(),
    () => liveCount() > 0 && !store.get().kept,
  );
  const close = () => {
    if (ended) return;
    ended = true;
    queue.stop();
    unsubscribe();
    keep?.end();
    quiet();
    endLife();
  };
  const unsubscribe = store.subscribe(() => {
    queue.touch();
    if (count() > 0) beginKeeping();
    if (left && count() === 0) close();
  });
  const handOver = () => {
    if (keep) close();
  };
  const endLife = goLive({ place: desk.place, count, flush: queue.flush, handOver });
  if (owner?.keeps) {
    setTimeout(beginKeeping, restMs);
    keepsAnything().then((any) => any && beginKeeping(), beginKeeping);
  }
  return {
    flush: queue.flush,
    leave: () => {
      left = true;
      if (count() === 0) close();
      else queue.flush();
    },
  };
}

/** The net, the tab and the end of the page; `isUnsafe`: the person is asked before leaving. The answer ends the listening. */
function listenToPage(queue: SaveQueue, write: () => void, isUnsafe: () => boolean): () => void {
  const onHide = () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // a text is written when it is left
    queue.leave();
    write();
  };
  const onLeave = (event: Event) => {
    if (isUnsafe()) event.preventDefault();
  };
  const listeners: readonly [EventTarget, string, (event: Event) => void][] = [
    [window, 'online', queue.flush],
    [window, 'offline', queue.lose],
    [document, 'visibilitychange', queue.flush],
    [window, 'pagehide', onHide],
    [window, 'beforeunload', onLeave],
  ];
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
  return () => {
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
  };
}
