import type { Actor } from '@/access/actor';
import { clientAddress } from './address';
import { log } from './log';

export type RequestNote = {
  requestId: string;
  /** `performance.now()` when it came. */
  started: number;
  method: string;
  /** The pattern, never the address itself: addresses may carry codes. */
  route: string;
  params: Record<string, string>;
  headers: Headers;
  actor: Actor | null;
  status: number;
};

/** One JSON line per request (T-070): ids only. */
export function logRequest({ requestId, started, method, route, params, headers, actor, status }: RequestNote): void {
  log.info({
    event: 'request',
    requestId,
    person: actor?.personId ?? null,
    session: actor?.sessionId ?? null,
    role: actor?.roles.join(' ') ?? null,
    address: clientAddress(headers),
    method,
    route,
    object: Object.values(params).filter(isId).join('/') || null,
    status,
    ms: Math.round(performance.now() - started),
  });
}

const isId = (value: string) => /^[a-z0-9-]{1,40}$/.test(value);
