import type { Actor } from '@/access/actor';

/** What is learnt of a request while it is answered, for its one line in the log (T-070). */
export type RequestNote = {
  actor?: Actor;
  /** Name of a server action, which its address does not tell. */
  route?: string;
  /** Of a server action: its own outcome, where the protocol says 200. */
  status?: number;
};

/** Carries the request's number through the framework; set by us at the socket, whatever a client sends (T-065). */
export const requestIdHeader = 'x-request-id';

/** The framework loads a module once for pages and once for the start of the process: both must mean the same notes. */
const holder = globalThis as { vedomostRequests?: Map<string, RequestNote> };

/** Notes of the requests that are being answered, by number. */
export function openNotes(): Map<string, RequestNote> {
  holder.vedomostRequests ??= new Map();
  return holder.vedomostRequests;
}

/** Adds what has become known; outside a running server nothing is kept. */
export function noteRequest(headers: Pick<Headers, 'get'>, facts: RequestNote): void {
  const note = openNotes().get(headers.get(requestIdHeader) ?? '');
  if (note) Object.assign(note, facts);
}
