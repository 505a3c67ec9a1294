import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import type { Actor } from '@/access/actor';
import { requestMeta } from './address';
import type { Command } from './command';
import { Refusal, statusOf } from './errors';
import { type ErrorBody, errorBody, errorResponse, refusalOf } from './http-answer';
import { readJson } from './http-body';
import { logRequest } from './http-log';
import { assertOwnOrigin } from './origin';
import { currentActor } from './session';

export type RouteParams = Record<string, string>;
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** One request; `actor` is filled in when it is known, for the log. */
type Call = { request: Request; params: RouteParams; requestId: string; actor: Actor | null };

export type ActionAnswer<Result> = { ok: true; result: Result } | { ok: false; error: ErrorBody };

/**
 * A command as a route for the grid and for files. `body` makes the command's input of the parsed JSON (undefined without
 * a body) and the path's parameters. Checks Origin, sizes and session; the header Idempotency-Key gives a repeated request
 * one effect (T-084).
 */
export function toRoute<Input, Result>(
  command: Command<Input, Result>,
  { body }: { body: (json: unknown, params: RouteParams, request: Request) => unknown },
): RouteHandler {
  return route(async (call) => {
    const { request, params } = call;
    assertOwnOrigin(request.headers);
    const actor = await signedIn(call);
    const key = idempotencyKey(request.headers.get('idempotency-key'));
    const input = body(await readJson(request), params, request) as Input;
    const result = await command.execute(actor, input, requestMeta(request.headers, key));
    return Response.json(result ?? null);
  });
}

/** A command whose answer becomes a file that nobody keeps: the response is made of the result and of nothing else (T-012). */
export function toFileRoute<Input, Result>(
  command: Command<Input, Result>,
  {
    body,
    answer,
  }: {
    body: (json: unknown) => unknown;
    answer: (result: Result, actor: Actor, request: Request) => Promise<Response>;
  },
): RouteHandler {
  return route(async (call) => {
    const { request } = call;
    assertOwnOrigin(request.headers);
    const actor = await signedIn(call);
    const input = body(await readJson(request)) as Input;
    return answer(await command.execute(actor, input, requestMeta(request.headers)), actor, request);
  });
}

/** A read for signed-in people with a password of their own (T-012): `handler` answers a ready response, or plain data to be sent as JSON. */
export function readRoute(
  handler: (actor: Actor, params: RouteParams, request: Request) => Promise<Response | object>,
): RouteHandler {
  return route(async (call) => {
    const actor = await signedIn(call);
    if (actor.mustChange) throw new Refusal('MUST_CHANGE_PASSWORD');
    const answer = await handler(actor, call.params, call.request);
    return answer instanceof Response ? answer : Response.json(answer);
  });
}

/** A command as a server action for forms: the same checks, the same words. `key` gives a double click one effect (T-100). */
export function toAction<Input, Result>(
  command: Command<Input, Result>,
): (input: Input, key?: string) => Promise<ActionAnswer<Result>> {
  return async (input, key) => {
    const [requestId, started, sent] = [randomUUID(), performance.now(), await headers()];
    const call = { actor: null };
    const finish = (status: number) =>
      logRequest({
        ...{ requestId, started, headers: sent, status, actor: call.actor },
        ...{ method: 'POST', route: `action ${command.name}`, params: {} },
      });
    try {
      assertOwnOrigin(sent);
      const meta = requestMeta(sent, idempotencyKey(key));
      const result = await command.execute(await signedIn(call), input, meta);
      finish(200);
      return { ok: true, result };
    } catch (error) {
      const refusal = refusalOf(error, requestId);
      finish(statusOf(refusal.code));
      return { ok: false, error: errorBody(refusal, requestId) };
    }
  };
}

/** Runs one request's work: errors become answers, answers are never kept by caches, one log line is written. */
export function route(work: (call: Call) => Promise<Response>): RouteHandler {
  return async (request, context) => {
    const started = performance.now();
    const params = single(await context.params);
    const call: Call = { request, params, requestId: randomUUID(), actor: null };
    const response = await work(call).catch((error: unknown) =>
      errorResponse(refusalOf(error, call.requestId), call.requestId),
    );
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store');
    logRequest({
      ...{ requestId: call.requestId, started, headers: request.headers, status: response.status, actor: call.actor },
      ...{ method: request.method, route: pattern(new URL(request.url).pathname, params), params },
    });
    return response;
  };
}

async function signedIn(call: { actor: Actor | null }): Promise<Actor> {
  call.actor = await currentActor();
  if (!call.actor) throw new Refusal('UNAUTHENTICATED');
  return call.actor;
}

function idempotencyKey(key: unknown): string | undefined {
  if (key === null || key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{8,100}$/.test(key)) return key;
  throw new Refusal('INVALID', { fields: ['Idempotency-Key'] });
}

/** `/api/journal/12/cells` with sectionId 12 → `/api/journal/[sectionId]/cells`. */
function pattern(pathname: string, params: RouteParams): string {
  let path = `${pathname}/`;
  for (const [name, value] of Object.entries(params)) {
    path = path.replace(`/${value.split('/').map(encodeURIComponent).join('/')}/`, `/[${name}]/`);
  }
  return path.slice(0, -1);
}

function single(params: Record<string, string | string[] | undefined>): RouteParams {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, [value ?? ''].flat().join('/')]),
  );
}
