import { useEffect, useReducer } from 'react';
import { sendBatch, takeBatch, takeReply } from '../client/day-saving';
import { type DayState, openDay, reread, waitingCount } from '../client/day-state';
import type { DaySheet } from '../day-view';

export type ChangeDay = (change: (state: DayState) => DayState) => void;

const gatherMs = 400;
const pausesMs = [1000, 2000, 4000, 8000, 15_000, 30_000] as const;

/** The open day: keys and clicks change it, what is typed goes to the server by itself and outlives the page. */
export function useDay(sheet: DaySheet): [DayState, ChangeDay] {
  const [state, change] = useReducer((old: DayState, next: (state: DayState) => DayState) => next(old), sheet, openDay);
  useEffect(() => change((old) => reread(old, sheet)), [sheet]);
  useGathering(state, change);
  useSending(state, change);
  useLeaving(state);
  return [state, change];
}

/** A short pause for more, then one batch. */
function useGathering({ edits, sent, link }: DayState, change: ChangeDay): void {
  useEffect(() => {
    if (sent !== null || edits.size === 0 || link === 'signedOut') return;
    const timer = setTimeout(() => change((old) => takeBatch(old, newKey())), gatherMs);
    return () => clearTimeout(timer);
  }, [edits, sent, link, change]);
}

/** One batch at a time; without an answer it is sent again under its own key, so that it happens once (T-084). */
function useSending({ sent, sheet: { groupId } }: DayState, change: ChangeDay): void {
  useEffect(() => {
    if (sent === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const attempt = async (failures: number): Promise<void> => {
      const reply = await sendBatch(groupId, sent);
      if (left) return;
      change((old) => takeReply(old, sent, reply));
      if (reply.kind !== 'unreachable') return;
      const pause = reply.afterMs ?? pausesMs[Math.min(failures, pausesMs.length - 1)];
      timer = setTimeout(() => void attempt(failures + 1), pause);
    };
    void attempt(0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [sent, groupId, change]);
}

/** Whoever leaves with something unsent is asked; what was not gathered yet goes at once. */
function useLeaving(state: DayState): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (waitingCount(state) > 0) event.preventDefault();
    };
    const leave = () => {
      const { sent } = takeBatch(state, newKey());
      if (sent && sent !== state.sent) void sendBatch(state.sheet.groupId, sent);
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('pagehide', leave);
    };
  }, [state]);
}

/** `randomUUID` is missing where the journal is opened by plain HTTP in the college's own network. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
