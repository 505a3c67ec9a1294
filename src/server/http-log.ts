import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { clientAddress } from './address';
import { log } from './log';
import { openNotes, requestIdHeader } from './request-note';
import { readRoutes } from './route-pattern';

type Arrival = { request: IncomingMessage; response: ServerResponse };

/**
 * From now on every request leaves one JSON line when its answer ends (T-070): pages, server actions, data, built files and what the
 * proxy refuses. Ids only; the address appears as the pattern of its route, because addresses may carry codes.
 */
export function logRequests(): void {
  const routes = readRoutes('.next');
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Arrival;
    const started = performance.now();
    const requestId = randomUUID();
    const method = request.method ?? '';
    const { route, object } = routes((request.url ?? '').split('?', 1)[0] ?? '');
    request.headers[requestIdHeader] = requestId;
    // The framework fails on a method that fetch forbids; under this one our proxy refuses it with 405 (T-069).
    if (method === 'TRACE') request.method = 'OPTIONS';
    openNotes().set(requestId, {});
    response.once('close', () => {
      const { actor, ...known } = openNotes().get(requestId) ?? {};
      openNotes().delete(requestId);
      log.info({
        event: 'request',
        requestId,
        person: actor?.personId ?? null,
        session: actor?.sessionId ?? null,
        role: actor?.roles.join(' ') ?? null,
        address: addressOf(request),
        method,
        route,
        object,
        status: response.statusCode,
        ...known,
        ...(response.writableFinished ? {} : { cut: true }),
        ms: Math.round(performance.now() - started),
      });
    });
  });
}

function addressOf({ headers }: IncomingMessage): string {
  return clientAddress(new Headers({ 'x-forwarded-for': [headers['x-forwarded-for'] ?? []].flat().join(', ') }));
}
