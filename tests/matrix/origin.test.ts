import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestDatabase } from '../support/clone';
import { freshDatabase } from '../support/database';
import { pourNested } from '../support/flood';
import { openBrowser, send, type TestBrowser } from '../support/http-client';
import { startServer, type TestServer } from '../support/server';
import { givePasswords, password } from '../support/sign-in';
import { buildWorld, type World } from '../support/world';

let database: TestDatabase;
let world: World;
let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildWorld(database);
  await givePasswords(world, 'gulnara');
  server = await startServer({ databaseUrl: database.runtimeUrl });
  browser = openBrowser(server);
  await browser.signIn('gulnara', password);
});
afterAll(async () => {
  await server?.stop();
  await world?.close();
  await database?.drop();
});

/** Origins that are not ours, with what goes along to make them look like ours. */
const origins: [string, (url: string) => Record<string, string>][] = [
  ['absent', () => ({})],
  ['null', () => ({ origin: 'null' })],
  ['malformed', () => ({ origin: 'localhost' })],
  ['a subdomain', (url) => ({ origin: url.replace('localhost', 'journal.localhost') })],
  ['another port', () => ({ origin: 'http://localhost:1' })],
  ['matching a forged Host', () => ({ origin: 'http://evil.example', host: 'evil.example' })],
  [
    'matching a forged X-Forwarded-Host',
    () => ({ origin: 'http://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }),
  ],
];

/** One write of each way in: sign-in, sign-out, route, server action, unknown address. */
const writes: [string, string, Record<string, string>][] = [
  ['POST', '/api/auth/callback/credentials', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['POST', '/api/auth/signout', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['PATCH', '/api/journal/1/cells', { 'content-type': 'application/json' }],
  ['POST', '/api/reports/period-ledger/print', { 'content-type': 'application/json' }],
  ['POST', '/journal', { 'next-action': '0'.repeat(42), 'content-type': 'text/plain;charset=UTF-8' }],
  ['DELETE', '/api/nothing', {}],
];

describe.each(writes)('T-067 %s %s', (method, path, headers) => {
  test.each(origins)('T-067 from Origin %s is refused', async (_, forge) => {
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await send(server, path, {
      method,
      body: method === 'DELETE' ? '' : '{}',
      headers: { ...headers, cookie, ...forge(server.url) },
    });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('evil');
  });
});

test('T-067 the names of this machine stand for each other, outside production only', async () => {
  for (const host of ['127.0.0.1', 'localhost', '[::1]']) {
    const origin = `http://${host}:${server.port}`;
    const answer = await browser.go('/api/nothing', { method: 'POST', headers: { origin } });
    expect(answer.status, host).toBe(404);
  }
});

test('T-067 the session survived every attempt', async () => {
  expect((await browser.go('/journal')).status).toBe(200);
});

describe('T-042 sizes', () => {
  const big = (bytes: number) => JSON.stringify({ filler: 'x'.repeat(bytes) });
  const json = { 'content-type': 'application/json' };
  const mebibyte = 1024 * 1024;

  test('T-042 a body of 1 MB and a byte is refused, also without a declared length', async () => {
    const path = '/api/journal/1/cells';
    const declared = await browser.go(path, { method: 'PATCH', body: big(mebibyte), headers: json });
    expect(declared.status).toBe(413);
    const chunked = { ...json, 'transfer-encoding': 'chunked' };
    expect((await browser.go(path, { method: 'PATCH', body: big(mebibyte), headers: chunked })).status).toBe(413);
  });

  test('T-042 33 levels of nesting are refused, a torn text is no input', async () => {
    const path = '/api/journal/1/cells';
    const deep = '{"a":'.repeat(33) + 1 + '}'.repeat(33);
    expect((await browser.go(path, { method: 'PATCH', body: deep, headers: json })).status).toBe(413);
    for (const body of ['{"a":', '[', 'nonsense', '{"a":"\\u0000"}', '{"a":"\\ud800"}']) {
      expect((await browser.go(path, { method: 'PATCH', body, headers: json })).status, body).toBe(422);
    }
  });

  test('T-042 sign-in takes 8 kB', async () => {
    const answer = await browser.form('/api/auth/callback/credentials', {
      login: 'gulnara',
      password: 'x'.repeat(8192),
    });
    expect(answer.status).toBe(413);
  });

  test('T-042 an address of 8 kB and a byte is refused', async () => {
    expect((await browser.go(`/journal?${'x'.repeat(8192)}`)).status).toBe(414);
  });
});

describe('T-042 a flood', () => {
  const isFull = inject('rounds') === 'full';
  const path = '/api/journal/1/cells';
  const kilobytes = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0);

  test('T-042 a body that is just too long costs no memory', async () => {
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const pour = () => browser.go(path, { method: 'PATCH', body: Buffer.alloc(1024 * 1024 + 1, '['), headers });
    await pour();
    const before = kilobytes();
    for (let n = 0; n < 10; n++) expect((await pour()).status).toBe(413);
    expect(kilobytes() - before).toBeLessThan(50 * 1024);
  });

  test('T-042 while nested JSON pours in health answers', async () => {
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin: server.url };
    let pouring = true;
    const flood = pourNested({ port: server.port, path, headers, times: isFull ? 20 : 4 }).finally(() => {
      pouring = false;
    });
    const asked: number[] = [];
    while (pouring) {
      const started = performance.now();
      expect((await send(server, '/api/health')).status).toBe(200);
      asked.push(performance.now() - started);
    }
    const answers = await flood;
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 413));
    if (!isFull) return;
    expect(Math.max(...answers.map(({ took }) => took))).toBeLessThan(1_000);
    expect(asked.toSorted((a, b) => b - a)[Math.floor(asked.length / 100)]).toBeLessThan(100);
  });
});

describe('T-069 methods', () => {
  test.each(['PUT', 'OPTIONS', 'PROPFIND', 'LOCK'])('T-069 %s is not allowed', async (method) => {
    for (const path of ['/login', '/api/health', '/api/nothing']) {
      expect((await send(server, path, { method, headers: { origin: server.url } })).status, path).toBe(405);
    }
  });

  test('T-069 TRACE echoes nothing', async () => {
    const answer = await send(server, '/login', { method: 'TRACE', headers: { cookie: 'vedomost-session=CNRY' } });
    expect(answer.status).toBe(405);
    expect(answer.text).not.toContain('CNRY');
  });
});
