import type { Desk, Saving } from './desk';
import type { Keep } from './keep-page';
import { goLive, liveCount } from './live';
import { newKey } from './new-key';
import type { Owner } from './owner';
import { createSaveQueue } from './save-queue';
import { sendTo } from './send';
import type { Store } from './store';

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
  const count = () => desk.waits(store.get());
  const listeners: readonly [EventTarget, string, (event: Event) => void][] = [
    [window, 'online', queue.flush],
    [window, 'offline', queue.lose],
    [document, 'visibilitychange', queue.flush],
    [
      window,
      'pagehide',
      () => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur(); // a text is written when it is left
        queue.leave();
        keep?.write();
      },
    ],
    [
      window,
      'beforeunload',
      (event) => {
        if (liveCount() > 0 && !store.get().kept) event.preventDefault();
      },
    ],
  ];
  const close = () => {
    if (ended) return;
    ended = true;
    queue.stop();
    unsubscribe();
    keep?.end();
    for (const [target, name, listener] of listeners) target.removeEventListener(name, listener);
    endLife();
  };
  const unsubscribe = store.subscribe(() => {
    queue.touch();
    if (left && count() === 0) close();
  });
  for (const [target, name, listener] of listeners) target.addEventListener(name, listener);
  const handOver = () => {
    if (keep) close();
  };
  const endLife = goLive({ place: desk.place, count, flush: queue.flush, handOver });
  if (owner?.keeps) {
    import('./keep-page')
      .then(async ({ keepPage }) => {
        const begun = await keepPage({ store, desk, person: owner.person, send });
        if (ended) begun.end();
        else keep = begun;
      })
      .catch(() => undefined); // a browser that keeps nothing: the page asks before it is left, as on a «чужой компьютер»
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
