import type { CellEditsAnswer, CellEditsInput } from '../cell-edits';
import { takeBatch } from './batch';
import type { JournalState } from './journal-state';
import { refuseBatch, splitBatch } from './refuse-batch';
import { takeAnswer } from './take-answer';

export type Reply =
  | { readonly kind: 'saved'; readonly answer: CellEditsAnswer }
  /** 4xx: trying again will not help; `sentence` is the server's own. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Nothing is wrong with the values, but this person may not save now; `sentence` says what to do. */
  | { readonly kind: 'signedOut'; readonly sentence: string }
  /** No answer, 5xx or 429: `afterMs` when the server named a pause. */
  | { readonly kind: 'unreachable'; readonly afterMs?: number | undefined };

/** Sends one body under one key; `leaving`: the page is being closed. Never throws. */
export type Send = (body: CellEditsInput, key: string, leaving: boolean) => Promise<Reply>;

export type QueueParts = {
  readonly get: () => JournalState;
  readonly set: (change: (state: JournalState) => JournalState) => void;
  readonly send: Send;
  readonly newKey: () => string;
  readonly now: () => number;
};

export type SaveQueue = {
  /** Something may be waiting: send it after a short pause for more. */
  readonly touch: () => void;
  /** Send now: «Проверить связь», a change of page. */
  readonly flush: () => void;
  /** The page goes away: the batch on its way, or the next one, goes at once and outlives it. */
  readonly leave: () => void;
};

const gatherMs = 400;
const batchLimit = 400;
const backoffMs = [1000, 2000, 4000, 8000, 15_000, 30_000] as const;

/** How the queue is doing: failures in a row, and how many values the next batch may hold. */
type Progress = { readonly failures: number; readonly limit: number };

type Outcome = {
  readonly change: (state: JournalState) => JournalState;
  readonly progress: Progress;
  /** Milliseconds until the next try; null: not before somebody asks. */
  readonly wait: number | null;
};

/**
 * What a reply means for the page and the queue. A batch without an answer stays and is sent again under its own key, so
 * that it happens exactly once (T-084, T-099); a refused one is tried in halves until the bad value stands alone.
 */
function outcomeOf(reply: Reply, size: number, { failures, limit }: Progress, at: number): Outcome {
  switch (reply.kind) {
    case 'saved': {
      const progress = { failures: 0, limit: Math.min(batchLimit, limit * 2) };
      return { change: (state) => takeAnswer(state, reply.answer), progress, wait: 0 };
    }
    case 'refused':
      if (size > 1) {
        const half = Math.max(1, Math.floor(Math.min(limit, size) / 2));
        return { change: splitBatch, progress: { failures: 0, limit: half }, wait: 0 };
      }
      return {
        change: (state) => refuseBatch(state, reply.sentence),
        progress: { failures: 0, limit: batchLimit },
        wait: 0,
      };
    case 'signedOut':
      return {
        change: (state) => ({ ...state, link: { kind: 'signedOut', sentence: reply.sentence } }),
        progress: { failures, limit },
        wait: null,
      };
    case 'unreachable': {
      const wait = reply.afterMs ?? backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 30_000;
      return { change: (state) => offline(state, at, wait), progress: { failures: failures + 1, limit }, wait };
    }
  }
}

/** One batch at a time, in order, gathered for a moment; see `outcomeOf` for what happens to it. */
export function createSaveQueue({ get, set, send, newKey, now }: QueueParts): SaveQueue {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let progress: Progress = { failures: 0, limit: batchLimit };
  let sending = false;

  const later = (ms: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void next(false);
    }, ms);
  };
  const waits = () => get().inFlight !== null || get().pending.size > 0;

  async function next(leaving: boolean): Promise<void> {
    const at = new Date(now()).toISOString();
    if (!get().inFlight) set((state) => takeBatch(state, newKey(), progress.limit, at) ?? state);
    const batch = get().inFlight;
    if (!batch) return;
    sending = true;
    const reply = await send(batch.body, batch.key, leaving);
    sending = false;
    if (get().inFlight?.key !== batch.key) return;
    const outcome = outcomeOf(reply, batch.sent.length, progress, now());
    progress = outcome.progress;
    set(outcome.change);
    if (outcome.wait !== null && waits()) later(outcome.wait);
  }

  return {
    touch: () => {
      if (timer === null && !sending && get().link.kind === 'online' && waits()) later(gatherMs);
    },
    flush: () => {
      if (!sending && waits()) later(0);
    },
    leave: () => {
      if (waits()) void next(true);
    },
  };
}

function offline(state: JournalState, at: number, wait: number): JournalState {
  const since = state.link.kind === 'offline' ? state.link.since : at;
  return { ...state, link: { kind: 'offline', since, retryAt: at + wait } };
}
