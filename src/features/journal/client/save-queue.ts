import type { CellEditsAnswer, CellEditsInput } from '../cell-edits';
import { takeBatch } from './batch';
import type { JournalState } from './journal-state';
import { refuseBatch, splitBatch } from './refuse-batch';
import { takeAnswer } from './take-answer';

export type Reply =
  | { readonly kind: 'saved'; readonly answer: CellEditsAnswer }
  /** 4xx: trying again will not help; `sentence` is the server's own. */
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'signedOut' }
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
  /** The page goes away: everything that can be sent goes at once and outlives it. */
  readonly leave: () => void;
  readonly stop: () => void;
};

const gatherMs = 400;
const batchLimit = 400;
const backoffMs = [1000, 2000, 4000, 8000, 15_000, 30_000] as const;

/**
 * One batch at a time, in order. A batch without an answer is sent again under its own key, so that it happens exactly once
 * (T-084, T-099); a refused one is tried in halves until the bad value stands alone and is taken back.
 */
export function createSaveQueue({ get, set, send, newKey, now }: QueueParts): SaveQueue {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let failures = 0;
  let limit = batchLimit;
  let sending = false;
  let stopped = false;

  const later = (ms: number) => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      void next();
    }, ms);
  };

  const take = (most: number) => {
    const at = new Date(now()).toISOString();
    set((state) => takeBatch(state, newKey(), most, at) ?? state);
  };

  async function next(): Promise<void> {
    if (sending) return;
    if (!get().inFlight) take(limit);
    const batch = get().inFlight;
    if (!batch) return;
    sending = true;
    const reply = await send(batch.body, batch.key, false);
    sending = false;
    settle(reply, batch.sent.length);
  }

  function settle(reply: Reply, size: number): void {
    switch (reply.kind) {
      case 'saved':
        failures = 0;
        limit = Math.min(batchLimit, limit * 2);
        set((state) => takeAnswer(state, reply.answer));
        break;
      case 'refused':
        failures = 0;
        if (size > 1) {
          limit = Math.max(1, Math.floor(Math.min(limit, size) / 2));
          set(splitBatch);
        } else {
          limit = batchLimit;
          set((state) => refuseBatch(state, reply.sentence));
        }
        break;
      case 'signedOut':
        set((state) => ({ ...state, link: { kind: 'signedOut' } }));
        return;
      case 'unreachable': {
        const wait = reply.afterMs ?? backoffMs[Math.min(failures, backoffMs.length - 1)] ?? 30_000;
        failures += 1;
        set((state) => offline(state, now(), wait));
        if (!stopped) later(wait);
        return;
      }
    }
    if (get().pending.size > 0) later(0);
  }

  return {
    touch: () => {
      if (timer === null && !sending && get().link.kind === 'online' && get().pending.size > 0) later(gatherMs);
    },
    flush: () => {
      if (!sending && (get().inFlight || get().pending.size > 0)) later(0);
    },
    leave: () => {
      const flying = get().inFlight;
      if (flying) void send(flying.body, flying.key, true);
      else {
        take(batchLimit);
        const batch = get().inFlight;
        if (batch) void send(batch.body, batch.key, true).then((reply) => settle(reply, batch.sent.length));
      }
    },
    stop: () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

function offline(state: JournalState, at: number, wait: number): JournalState {
  const since = state.link.kind === 'offline' ? state.link.since : at;
  return { ...state, link: { kind: 'offline', since, retryAt: at + wait } };
}
