import { randomBytes } from 'node:crypto';
import { type Actor, canAny } from '@/access/actor';
import { requestMeta } from './address';
import type { Command } from './command';
import { env } from './env';
import { Refusal, refusalOfDatabase } from './errors';
import { type RouteHandler, route } from './http';
import { assertOwnOrigin } from './origin';
import { contentPolicy, securityHeaders } from './security-headers';
import { recordRefusal } from './security-log';
import { currentActor } from './session';

type Upload<Place, Input, Result> = {
  /** What the address says. @throws Refusal */
  place: (query: URLSearchParams) => Place;
  /** Refuses before a byte is read; `size` is the one declared, 0 without. */
  welcome: (actor: Actor, place: Place, size: number) => Promise<void>;
  /** Takes the bytes in; `settle` is told what came of the command, null when it was refused. */
  take: (place: Place, request: Request) => Promise<{ input: Input; settle: (result: Result | null) => Promise<void> }>;
};

/**
 * A command whose input comes with a stream of bytes. Its address is left out by `proxy.ts`, which would hold bodies in
 * memory and cut them at 10 MB (T-043): so Origin, rights and headers of the answer are all here.
 */
export function toUploadRoute<Place, Input, Result>(
  command: Command<Input, Result>,
  upload: Upload<Place, Input, Result>,
): RouteHandler {
  const handler = route(async ({ request }) => {
    assertOwnOrigin(request.headers);
    const actor = await currentActor();
    if (!actor) throw new Refusal('UNAUTHENTICATED');
    assertWhole(request.headers);
    const place = upload.place(new URL(request.url).searchParams);
    const meta = requestMeta(request.headers);
    await welcomed(command, upload, actor, place, request).catch(async (error: unknown) => {
      const refusal = error instanceof Refusal ? error : refusalOfDatabase(error);
      if (refusal) await recordRefusal(actor, meta, command.name, refusal.code);
      throw refusal ?? error;
    });
    const { input, settle } = await upload.take(place, request);
    const result = await command.execute(actor, input, meta).catch(async (error: unknown) => {
      await settle(null);
      throw error;
    });
    await settle(result);
    return Response.json(result);
  });
  return async (request, context) => withHeaders(await handler(request, context), new URL(request.url).pathname);
}

/** Of any other type the body came through the proxy: only a length tells whether it was cut there (T-043). */
function assertWhole(headers: Headers): void {
  const streamed = headers.get('content-type') === 'application/octet-stream';
  if (!streamed && !headers.has('content-length')) throw new Refusal('INVALID', { fields: ['Content-Length'] });
}

async function welcomed<Place, Input, Result>(
  { permission }: Command<Input, Result>,
  { welcome }: Upload<Place, Input, Result>,
  actor: Actor,
  place: Place,
  request: Request,
): Promise<void> {
  if (permission !== 'public' && !canAny(actor, permission)) throw new Refusal('FORBIDDEN');
  if (actor.mustChange) throw new Refusal('MUST_CHANGE_PASSWORD');
  await welcome(actor, place, Number(request.headers.get('content-length') ?? 0));
}

function withHeaders(response: Response, pathname: string): Response {
  response.headers.set('Content-Security-Policy', contentPolicy(pathname, randomBytes(16).toString('base64'), false));
  for (const [name, value] of securityHeaders(env().publicUrl)) response.headers.set(name, value);
  return response;
}
