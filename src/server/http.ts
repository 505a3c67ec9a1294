import { randomUUID } from 'node:crypto';
import { headers } from 'next/headers';
import type { Actor } from '@/access/actor';
import { requestMeta } from './address';
import type { Command } from './command';
import { Refusal, statusOf } from './errors';
import { type ErrorBody, errorBody, errorResponse, refusalOf } from './http-answer';
import { readJson } from './http-body';
import { assertOwnOrigin } from './origin';
import { noteRequest, requestIdHeader } from './request-note';
import { currentActor } from './session';
import { assertTypedBy } from './typed-by';

export type RouteParams = Record<string, string>;
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
export type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

type Call = { request: Request; params: RouteParams };

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
  return route(async ({ request, params }) => {
    assertOwnOrigin(request.headers);
    const actor = await signedIn();
    assertTypedBy(request.headers, actor);
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
  return route(async ({ request }) => {
    assertOwnOrigin(request.headers);
    const actor = await signedIn();
    const input = body(await readJson(request)) as Input;
    return answer(await command.execute(actor, input, requestMeta(request.headers)), actor, request);
  });
}

/** A read for signed-in people with a password of their own (T-012): `handler` answers a ready response, or plain data to be sent as JSON. */
export function readRoute(
  handler: (actor: Actor, params: RouteParams, request: Request) => Promise<Response | object>,
): RouteHandler {
  return route(async ({ request, params }) => {
    const actor = await signedIn();
    if (actor.mustChange) throw new Refusal('MUST_CHANGE_PASSWORD');
    const answer = await handler(actor, params, request);
    return answer instanceof Response ? answer : Response.json(answer);
  });
}

/** A command as a server action for forms: the same checks, the same words. `key` gives a double click one effect (T-100). */
export function toAction<Input, Result>(
  command: Command<Input, Result>,
): (input: Input, key?: string) => Promise<ActionAnswer<Result>> {
  return async (input, key) => {
    const sent = await headers();
    const requestId = numberOf(sent);
    const route = `action ${command.name}`;
    noteRequest(sent, { route });
    try {
      assertOwnOrigin(sent);
      const meta = requestMeta(sent, idempotencyKey(key));
      return { ok: true, result: await command.execute(await signedIn(), input, meta) };
    } catch (error) {
      const refusal = refusalOf(error, requestId);
      noteRequest(sent, { status: statusOf(refusal.code) });
      return { ok: false, error: errorBody(refusal, requestId) };
    }
  };
}

/** Runs one request's work: errors become answers, answers are never kept by caches. */
export function route(work: (call: Call) => Promise<Response>): RouteHandler {
  return async (request, context) => {
    const requestId = numberOf(request.headers);
    const call: Call = { request, params: single(await context.params) };
    const response = await work(call).catch((error: unknown) => errorResponse(refusalOf(error, requestId), requestId));
    if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'private, no-store');
    return response;
  };
}

/** Under this number the log has the request. */
const numberOf = (sent: Headers): string => sent.get(requestIdHeader) ?? randomUUID();

async function signedIn(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  return actor;
}

function idempotencyKey(key: unknown): string | undefined {
  if (key === null || key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x21-\x7e]{8,100}$/.test(key)) return key;
  throw new Refusal('INVALID', { fields: ['Idempotency-Key'] });
}

function single(params: Record<string, string | string[] | undefined>): RouteParams {
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [name, [value ?? ''].flat().join('/')]),
  );
}
