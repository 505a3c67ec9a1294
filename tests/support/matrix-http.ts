import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import type { Outcome } from './matrix-actors';
import { addressOf, type Example, itemOf, methodOf } from './matrix-entries';
import type { BuiltAction } from './matrix-inventory';
import { readPdf } from './read-pdf';
import type { TestServer } from './server';

export type Answer = { status: number; headers: Record<string, string>; body: Buffer };
export type Sent = { method: string; path: string; headers?: Record<string, string>; body?: string };

const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** One request as it is written: neither path nor headers are put right, no redirect is followed. */
export function send(server: Pick<TestServer, 'port'>, { method, path, headers = {}, body }: Sent): Promise<Answer> {
  const own = { host: `localhost:${server.port}`, ...headers };
  const sized = body === undefined ? own : { ...own, 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: server.port, method, path, headers: sized, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const flat = Object.entries(response.headers).map(([name, value]) => [name, [value ?? ''].flat().join('\n')]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(flat) as Record<string, string>,
          body: Buffer.concat(chunks),
        });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

export type Caller = { server: TestServer; actions: readonly BuiltAction[] };

/** The request that an entry stands for, with somebody's cookie. Writes carry the configured Origin. */
export function requestOf(
  { server, actions }: Caller,
  name: string,
  example: Example,
  cookie: string | undefined,
): Sent {
  const method = methodOf(name);
  const headers: Record<string, string> = { 'user-agent': 'Matrix' };
  if (cookie !== undefined) headers.cookie = `vedomost-session=${cookie}`;
  if (method !== 'GET') headers.origin = server.url;
  if (itemOf(name).startsWith('action ')) return actionRequest(actions, itemOf(name).slice(7), example, headers);
  const path = addressOf(name, example);
  if (method === 'GET' || example.body === undefined) return { method, path, headers };
  const form = typeof example.body === 'string';
  headers['content-type'] = form ? 'application/x-www-form-urlencoded' : 'application/json';
  headers['idempotency-key'] = randomUUID();
  return { method, path, headers, body: form ? String(example.body) : JSON.stringify(example.body) };
}

/** As the browser's script posts an action: its id in a header, its arguments encoded; plain data is JSON. */
function actionRequest(
  actions: readonly BuiltAction[],
  exportedName: string,
  { args = [] }: Example,
  headers: Record<string, string>,
): Sent {
  const action = actions.find((each) => each.exportedName === exportedName);
  if (!action) throw new Error(`the build has no action ${exportedName}`);
  const own = { 'next-action': action.id, 'content-type': 'text/plain;charset=UTF-8', accept: 'text/x-component' };
  return { method: 'POST', path: '/login', headers: { ...headers, ...own }, body: JSON.stringify(args) };
}

const byStatus: Record<number, Outcome> = { 401: 'unsigned', 403: 'forbidden', 404: 'hidden', 429: 'limited' };

/** What an answer amounts to; undefined for a fault or anything else that is never expected. */
export function outcomeOf({ status, headers, body }: Answer): Outcome | undefined {
  const data = headers['content-type']?.startsWith('text/x-component')
    ? flightOutcome(body.toString('utf8'))
    : undefined;
  if (data) return data;
  if (status >= 300 && status < 400)
    return /^([^?]*\/\/[^/]+)?\/login(\?|$)/.test(headers.location ?? '') ? 'login' : 'moved';
  return statusOutcome(status);
}

export function statusOutcome(status: number): Outcome | undefined {
  if (status >= 200 && status < 300) return 'ok';
  if (status === 409 || status === 422) return 'invalid';
  return byStatus[status];
}

/** Rendered data carries redirects, missing pages and the words of actions inside a stream that is 200 (T-022, T-024). */
function flightOutcome(text: string): Outcome | undefined {
  const redirect = /NEXT_REDIRECT;\w+;([^;"]*);/.exec(text)?.[1];
  if (redirect !== undefined) return redirect.startsWith('/login') ? 'login' : 'moved';
  if (/NEXT_HTTP_ERROR_FALLBACK;404/.test(text)) return 'hidden';
  const code = /"ok":false,"error":\{"code":"(\w+)"/.exec(text)?.[1];
  return code === undefined ? undefined : outcomeOfCode(code);
}

/** A refusal's code in the words of the matrix. */
export function outcomeOfCode(code: string): Outcome | undefined {
  const words: Record<string, Outcome> = {
    UNAUTHENTICATED: 'unsigned',
    FORBIDDEN: 'hidden',
    NOT_FOUND: 'hidden',
    BAD_ORIGIN: 'forbidden',
    MUST_CHANGE_PASSWORD: 'forbidden',
    REAUTH_REQUIRED: 'forbidden',
    THROTTLED: 'limited',
  };
  return code === 'INTERNAL' || code === 'UNAVAILABLE' ? undefined : (words[code] ?? 'invalid');
}

/** Everything that a reader of the answer could read: headers and text, of a PDF the text on its pages. */
export async function readable({ headers, body }: Answer): Promise<string> {
  const isPdf = headers['content-type'] === 'application/pdf';
  const text = isPdf ? (await readPdf(body)).map((page) => page.text).join('\n') : body.toString('utf8');
  return `${JSON.stringify(headers)}\n${text}`;
}
