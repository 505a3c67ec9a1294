import type { Desk, Saving } from './desk';
import type { Reply, Send } from './send';
import type { Store } from './store';

type QueueParts<State> = {
  readonly store: Pick<Store<State>, 'get' | 'set'>;
  readonly desk: Pick<Desk<State>, 'waits' | 'take' | 'saved' | 'split' | 'refuse'>;
  readonly send: Send;
  readonly newKey: () => string;
  readonly now: () => number;
};

export type SaveQueue = {
  /** Something may be waiting: send it after a short pause for more. */
  readonly touch: () => void;
  /** Send now: «Проверить связь», a change of page, the person is back. */
  readonly flush: () => void;
  /** The browser says that there is no net: so does the page, before anything has failed. */
  readonly lose: () => void;
  /** The page goes away: the batch on its way, or the next one, goes at once and outlives it. */
  readonly leave: () => void;
  /** Sends nothing more and hears no answer. */
  readonly stop: () => void;
};

const gatherMs = 400;
const batchLimit = 400;
const backoffMs = [1000, 2000, 4000, 8000, 15_000, 30_000] as const;
/** Without an answer for so long the page says that there is no connection, and goes on waiting (T-102: 3 s). */
const slowMs = 2500;

/** The pause after so many failures in a row. */
export function pauseAfter(failures: number): number {
  return backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 30_000;
}

/** How the queue is doing: failures in a row, and how many values the next batch may hold. */
type Progress = { readonly failures: number; readonly limit: number };

type Outcome<State> = {
  readonly change: (state: State) => State;
  readonly progress: Progress;
  /** Milliseconds until the next try; null: not before somebody asks. */
  readonly wait: number | null;
};

/**
 * What a reply means for the page and the queue. A batch without an answer stays and is sent again under its own key, so
 * that it happens exactly once (T-084, T-099); a refused one is tried in halves until the bad value stands alone.
 */
function outcomeOf<State extends Saving>(
  desk: QueueParts<State>['desk'],
  reply: Reply,
  size: number,
  { failures, limit }: Progress,
  at: number,
): Outcome<State> {
  const fresh = { failures: 0, limit: batchLimit };
  switch (reply.kind) {
    case 'saved': {
      const progress = { failures: 0, limit: Math.min(batchLimit, limit * 2) };
      return { change: (state) => desk.saved(state, reply.answer), progress, wait: 0 };
    }
    case 'refused': {
      if (size <= 1) return { change: (state) => desk.refuse(online(state), reply.sentence), progress: fresh, wait: 0 };
      const half = Math.max(1, Math.floor(Math.min(limit, size) / 2));
      return { change: (state) => desk.split(online(state)), progress: { failures: 0, limit: half }, wait: 0 };
    }
    case 'signedOut': {
      const link = { kind: 'signedOut', sentence: reply.sentence } as const;
      return { change: (state) => ({ ...state, link }), progress: { failures, limit }, wait: null };
    }
    case 'unreachable': {
      const progress = { failures: failures + 1, limit };
      return { change: (state) => offline(state, at), progress, wait: reply.afterMs ?? pauseAfter(failures) };
    }
  }
}

/** One batch at a time, in order, gathered for a moment; see `outcomeOf` for what happens to it. */
export function createSaveQueue<State extends Saving>(parts: QueueParts<State>): SaveQueue {
  const { store, desk, send, newKey, now } = parts;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let progress: Progress = { failures: 0, limit: batchLimit };
  let sending = false;
  let stopped = false;

  const later = (ms: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void next(false);
    }, ms);
  };
  const waits = () => !stopped && desk.waits(store.get()) > 0;

  async function next(leaving: boolean): Promise<void> {
    const at = new Date(now()).toISOString();
    if (!store.get().inFlight) store.set((state) => desk.take(state, newKey(), progress.limit, at) ?? state);
    const batch = store.get().inFlight;
    if (!batch) return;
    sending = true;
    const slow = setTimeout(() => stopped || store.set((state) => offline(state, now())), slowMs);
    const reply = await send(batch.body, batch.key, leaving);
    clearTimeout(slow);
    sending = false;
    if (stopped || store.get().inFlight?.key !== batch.key) return;
    const outcome = outcomeOf(desk, reply, batch.sent.length, progress, now());
    progress = outcome.progress;
    store.set(outcome.change);
    if (outcome.wait !== null && waits()) later(outcome.wait);
  }

  return {
    touch: () => {
      if (timer === null && !sending && store.get().link.kind !== 'signedOut' && waits()) later(gatherMs);
    },
    flush: () => {
      if (!waits()) store.set((state) => (state.link.kind === 'offline' ? online(state) : state));
      else if (!sending) later(0);
    },
    lose: () => store.set((state) => (state.link.kind === 'online' ? offline(state, now()) : state)),
    leave: () => {
      if (waits()) void next(true);
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function offline<State extends Saving>(state: State, at: number): State {
  return state.link.kind === 'offline' ? state : { ...state, link: { kind: 'offline', since: at } };
}

function online<State extends Saving>(state: State): State {
  return state.link.kind === 'online' ? state : { ...state, link: { kind: 'online' } };
}
