import 'next/dist/server/node-environment-baseline';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { workAsyncStorage } from 'next/dist/server/app-render/work-async-storage.external';
import { workUnitAsyncStorage } from 'next/dist/server/app-render/work-unit-async-storage.external';
import { RequestCookies } from 'next/dist/server/web/spec-extension/cookies';
import { NextRequest } from 'next/server';
import { Refusal } from '@/server/errors';
import type { Outcome } from './matrix-actors';
import { importFile } from './matrix-commands';
import { publicUrl } from './matrix-database';
import { addressOf, type Example, itemOf, methodOf } from './matrix-entries';
import { outcomeOfCode, statusOutcome } from './matrix-http';
import type { BuiltAction } from './matrix-inventory';

/**
 * A request carried out in this very process, the framework's rendering left out: pages are called as the functions they
 * are, with the stores from which `cookies()` and `headers()` read. For what HTTP cannot show: mutated guards, statements.
 */
export async function callInProcess(
  name: string,
  example: Example,
  cookie: string | undefined,
  actions: readonly Pick<BuiltAction, 'exportedName' | 'filename'>[],
): Promise<Outcome | undefined> {
  const headers = new Headers({ origin: publicUrl, 'user-agent': 'Matrix', 'content-type': 'application/json' });
  if (cookie !== undefined) headers.set('cookie', `vedomost-session=${cookie}`);
  return withRequest(headers, () => {
    const item = itemOf(name);
    if (item.startsWith('page ')) return callPage(item, example);
    if (item.startsWith('action ')) return callAction(item.slice(7), example, actions);
    return callRoute(name, example, headers);
  });
}

/** Runs `work` as the framework would for a request with these headers. */
export function withRequest<Result>(headers: Headers, work: () => Promise<Result>): Promise<Result> {
  const cookies = new RequestCookies(headers);
  const request = { type: 'request', phase: 'render', headers, cookies, implicitTags: { tags: [] } };
  type Stores = [Parameters<typeof workAsyncStorage.run>[0], Parameters<typeof workUnitAsyncStorage.run>[0]];
  const [workStore, unitStore] = [{ route: '/' }, request] as unknown as Stores;
  return workAsyncStorage.run(workStore, () => workUnitAsyncStorage.run(unitStore, work));
}

async function callPage(item: string, { params = {}, query = {} }: Example): Promise<Outcome | undefined> {
  const module = await importFile<{ default: (props: object) => unknown }>(fileOf(item, 'page.tsx'));
  const texts = (values: object) =>
    Promise.resolve(Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])));
  try {
    await module.default({ params: texts(params), searchParams: texts(query) });
    return 'ok';
  } catch (error) {
    return outcomeOfInterrupt(error);
  }
}

/** The framework's own exceptions by which a page redirects or says that it is not there. */
function outcomeOfInterrupt(error: unknown): Outcome | undefined {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  if (digest === 'NEXT_HTTP_ERROR_FALLBACK;404') return 'hidden';
  const to = /^NEXT_REDIRECT;\w+;([^;]*);/.exec(digest)?.[1];
  if (to === undefined) throw error;
  return to.startsWith('/login') ? 'login' : 'moved';
}

async function callRoute(name: string, example: Example, headers: Headers): Promise<Outcome | undefined> {
  const method = methodOf(name);
  const [, reportId, format] = /^report \/api\/reports\/([^/]+)\/(\w+)/.exec(name) ?? [];
  const item = format ? `${method} /api/reports/[reportId]/${format}` : itemOf(name);
  const module = await importFile<Record<string, RouteExport>>(fileOf(item, 'route.ts'));
  const body = example.body === undefined ? {} : { body: JSON.stringify(example.body) };
  if (body.body !== undefined) headers.set('content-length', String(Buffer.byteLength(body.body)));
  const request = new NextRequest(`${publicUrl}${addressOf(name, example)}`, { method, headers, ...body });
  const given = { ...example.params, ...(reportId === undefined ? {} : { reportId }) };
  const params = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));
  const answer = await module[method]?.(request, { params: Promise.resolve(params) });
  await answer?.body?.cancel();
  return answer && statusOutcome(answer.status);
}

type RouteExport = (request: NextRequest, context: object) => Promise<Response>;

type Action = (...args: unknown[]) => Promise<{ ok: true } | { ok: false; error: { code: string } }>;

async function callAction(
  exportedName: string,
  { args = [] }: Example,
  actions: readonly Pick<BuiltAction, 'exportedName' | 'filename'>[],
): Promise<Outcome | undefined> {
  const filename = actions.find((action) => action.exportedName === exportedName)?.filename ?? '';
  const module = await importFile<Record<string, Action>>(filename);
  const answer = await module[exportedName]?.(...args);
  if (!answer) return undefined;
  return answer.ok ? 'ok' : outcomeOfCode(answer.error.code);
}

/** What a command past the framework comes to. */
export async function outcomeOfCommand(work: () => Promise<unknown>): Promise<Outcome | undefined> {
  try {
    await work();
    return 'ok';
  } catch (error) {
    if (error instanceof Refusal) return outcomeOfCode(error.code);
    throw error;
  }
}

const appFiles = readdirSync(path.join('src', 'app'), { recursive: true, encoding: 'utf8' });

/** The file that serves an item of the inventory. */
export function fileOf(item: string, kind: 'page.tsx' | 'route.ts'): string {
  const wanted = item.slice(item.indexOf('/'));
  const found = appFiles.find((file) => {
    const parts = path.dirname(file).split(path.sep);
    const address = `/${parts.filter((part) => part !== '.' && !/^(\(.*\)|@.*)$/.test(part)).join('/')}`;
    return path.basename(file) === kind && address === wanted;
  });
  if (!found) throw new Error(`no ${kind} serves ${item}`);
  return path.join('src', 'app', found);
}
