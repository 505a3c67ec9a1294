import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Outcome } from '../support/matrix-actors';
import { type Answer, outcomeOf, type Sent, send } from '../support/matrix-http';
import { type Cell, cellsOf, expectedOf, inParallel } from '../support/matrix-run';
import { type SecretReader, secretReader } from '../support/matrix-secrets';
import { type MatrixServer, openMatrixServer } from '../support/matrix-server';
import { entries } from './all-entries';

type Bypass = { change: (sent: Sent, cell: Cell) => Sent; same: boolean };

const withHeaders = (headers: Record<string, string>, same = true): Bypass => ({
  same,
  change: (sent) => ({ ...sent, headers: { ...sent.headers, ...headers } }),
});
const withPath = (rewrite: (path: string) => string): Bypass => ({
  same: false,
  change: (sent) => ({ ...sent, path: rewrite(sent.path) }),
});
const fivefold = (name: string) => Array<string>(5).fill(name).join(':');
/** The path of an address apart from its query. */
const onPath = (rewrite: (path: string) => string) => (address: string) => {
  const [path = '', query] = address.split('?');
  return query === undefined ? rewrite(path) : `${rewrite(path)}?${query}`;
};

/** The router is sent on to an address of its own (`_rsc=…`). `same` = the answer is that of the plain request; otherwise it may be any refusal, or what is allowed. */
const bypasses: Record<string, Bypass> = {
  'RSC: 1': withHeaders({ rsc: '1' }),
  prefetch: withHeaders({ rsc: '1', 'next-router-prefetch': '1', purpose: 'prefetch' }, false),
  'a segment’s prefetch': withHeaders(
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-segment-prefetch': '/_tree' },
    false,
  ),
  'a runtime prefetch': withHeaders({ rsc: '1', 'next-router-prefetch': '2' }, false),
  'a forged state tree': withHeaders(
    { rsc: '1', 'next-router-state-tree': encodeURIComponent('["",{"children":["(app)",{}]},null,"refetch"]') },
    false,
  ),
  'x-middleware-subrequest of proxy.ts': withHeaders({ 'x-middleware-subrequest': fivefold('src/proxy') }),
  'x-middleware-subrequest of middleware.ts': withHeaders({ 'x-middleware-subrequest': fivefold('src/middleware') }),
  'next-resume': withHeaders({ 'next-resume': '1' }),
  'x-matched-path': withHeaders({ 'x-matched-path': '/login' }),
  'x-nextjs-data': withHeaders({ 'x-nextjs-data': '1' }),
  'x-invoke-path': withHeaders({ 'x-invoke-path': '/login', 'x-invoke-status': '200' }),
  'x-request-path and x-nonce': withHeaders({ 'x-request-path': '/login', 'x-nonce': 'AAAAAAAAAAAAAAAAAAAAAA==' }),
  HEAD: { same: true, change: (sent) => ({ ...sent, method: 'HEAD' }) },
  '.rsc': withPath(onPath((path) => `${path}.rsc`)),
  '.segments': withPath(onPath((path) => `${path}.segments/_tree.segment.rsc`)),
  '//': withPath((path) => `/${path}`),
  '%2f': withPath(onPath((path) => `/${path.slice(1).replaceAll('/', '%2f')}`)),
  '..': withPath((path) => `/login/..${path}`),
  '%2e%2e': withPath((path) => `/login/%2e%2e${path}`),
  'a slash at the end': withPath(onPath((path) => `${path}/`)),
  capitals: withPath(onPath((path) => path.toUpperCase())),
  'data of the old router': withPath(onPath((path) => `/_next/data/build${path === '/' ? '/index' : path}.json`)),
};

/** The student's own surname stands on every page of hers, also on one that says that there is none. */
const ownName = 'Давлетшина';

let opened: MatrixServer;
let secretsIn: SecretReader;
let cells: Cell[];

beforeAll(async () => {
  opened = await openMatrixServer();
  secretsIn = await secretReader(opened.world);
  cells = someCells();
});
afterAll(() => opened?.close());

/** Reads, of every entry the refused and the allowed ones in turn; thirty of them in the quick run. */
function someCells(): Cell[] {
  const reads = cellsOf(entries, 'quick').filter(
    ({ name }) => /^(page|GET|report .*\/pdf)/.test(name) && !/health|auth|\[\.\.\.rest/.test(name),
  );
  if (inject('rounds') === 'full') return reads;
  const refused = reads.filter((cell) => expectedOf(cell) !== 'ok');
  const allowed = reads.filter((cell) => expectedOf(cell) === 'ok' && !/login|privacy|access|verify/.test(cell.name));
  return [...spread(refused, 22), ...spread(allowed, 8)];
}

function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: count }, (_, place) => items[Math.floor((place * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}

/** What is wrong with an answer to a request that went another way. */
async function faultOf(cell: Cell, answer: Answer, same: boolean): Promise<string | null> {
  const outcome: Outcome | undefined = outcomeOf(answer);
  const place = `${cell.name} · ${cell.actor} · ${cell.target}: ${answer.status}`;
  if (answer.status >= 500) return `${place} is a fault`;
  if (same && outcome !== expectedOf(cell)) return `${place} ${outcome}, should be ${expectedOf(cell)}`;
  if (expectedOf(cell) === 'ok') return null;
  const { canaries, students } = await secretsIn(answer);
  const told = [...canaries, ...students].filter((name) => !(cell.actor === 'student' && name === ownName));
  return told.length > 0 ? `${place} tells of ${told.join(', ')}` : null;
}

describe('T-024 no other way to a page leads past its guard', () => {
  test.each(Object.entries(bypasses))('T-024 %s', async (_, { change, same }) => {
    const faults = await inParallel(cells, 6, async (cell) => {
      const sent = change(opened.requestFor(cell), cell);
      const answer = await send(opened.server, sent);
      const further = answer.headers.location?.includes('_rsc') ? answer.headers.location : undefined;
      return faultOf(cell, further ? await send(opened.server, { ...sent, path: further }) : answer, same);
    });
    expect(faults.filter(Boolean)).toEqual([]);
  });

  test('T-024 control: the plain requests tell of somebody where they are allowed', async () => {
    const told = await inParallel(
      cells.filter((cell) => expectedOf(cell) === 'ok'),
      6,
      async (cell) => secretsIn(await opened.ask(cell)),
    );
    expect(told.some(({ students }) => students.size > 0)).toBe(true);
  });
});
