import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestDatabase } from '../support/clone';
import { freshDatabase } from '../support/database';
import { openBrowser, send, setCookies, type TestBrowser } from '../support/http-client';
import { startServer, type TestServer } from '../support/server';
import { givePasswords, password } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

const rounds = inject('rounds') === 'full' ? 200 : 12;
let database: TestDatabase;
let world: World;
let server: TestServer;
let behindProxy: TestServer;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildWorld(database);
  await givePasswords(world, 'gulnara', 'rustem', 'liliya', 'alina', 'renata');
  await world.owner.account.update({ where: { login: 'rustem' }, data: { blockedAt: new Date(worldNow) } });
  server = await startServer({ databaseUrl: database.runtimeUrl });
  behindProxy = await startServer({
    databaseUrl: database.runtimeUrl,
    env: { TRUSTED_PROXY_HOPS: '1', NEXTAUTH_URL: 'https://journal.example.ru' },
  });
});
afterAll(async () => {
  await Promise.all([server?.stop(), behindProxy?.stop()]);
  await world?.close();
  await database?.drop();
});

let fresh = 1;
/** A browser of its own address, behind the reverse proxy. */
const stranger = () =>
  openBrowser(behindProxy, { 'x-forwarded-for': `192.0.2.${fresh++ % 250}`, origin: 'https://journal.example.ru' });

describe('T-003 over HTTP', () => {
  test('T-003 unknown, wrong, blocked and throttled by account answer the same byte for byte', async () => {
    await world.owner.loginThrottle.deleteMany();
    for (let n = 0; n < 6; n++) await stranger().signIn('liliya', 'не тот пароль');
    const kinds = [
      ['nobody.here', password],
      ['gulnara', 'не тот пароль'],
      ['rustem', password],
      ['liliya', password],
    ] as const;
    const seen = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      for (const [login, secret] of kinds) {
        if (login === 'gulnara') await world.owner.loginThrottle.deleteMany({ where: { failures: { lt: 5 } } });
        const { status, headers, text } = await stranger().signIn(login, secret);
        const { date: _, 'content-security-policy': policy, ...rest } = headers;
        seen.add(JSON.stringify([status, rest, text, String(policy).replace(/'nonce-[^']+'/, '')]));
        expect(status).toBe(401);
      }
    }
    expect([...seen]).toHaveLength(1);
  });
});

describe('T-005 the client address', () => {
  test('T-005 without a configured proxy 100 failures with 100 invented addresses count as one', async () => {
    await world.owner.loginThrottle.deleteMany();
    const statuses: number[] = [];
    for (let n = 0; n < 100; n++) {
      const browser = openBrowser(server, { 'x-forwarded-for': `10.0.0.${n}`, 'x-real-ip': `10.0.1.${n}` });
      statuses.push((await browser.signIn(`nobody.${n}`, 'не тот пароль')).status);
    }
    expect(statuses.slice(0, 60)).toEqual(Array(60).fill(401));
    expect(statuses.slice(60)).toEqual(Array(40).fill(429));
    const told = await openBrowser(server).signIn('gulnara', password);
    expect(told.status).toBe(429);
    expect(Number(told.headers['retry-after'])).toBeGreaterThan(0);
    expect(JSON.parse(told.text)).toMatchObject({ error: { code: 'THROTTLED' } });
    await world.owner.loginThrottle.deleteMany();
  });

  test('T-005 behind one proxy only what it appended counts', async () => {
    await world.owner.loginThrottle.deleteMany();
    for (let n = 0; n < 3; n++) {
      const headers = { 'x-forwarded-for': `10.0.0.${n}, 203.0.113.9`, origin: 'https://journal.example.ru' };
      await openBrowser(behindProxy, headers).signIn('nobody.here', 'не тот пароль');
    }
    const rows = await world.owner.loginThrottle.findMany({ where: { key: { startsWith: 'address:' } } });
    expect(rows).toMatchObject([{ key: 'address:203.0.113.9', failures: 3 }]);
    await world.owner.loginThrottle.deleteMany();
  });
});

describe('T-006 the cookie', () => {
  const works = async (browser: TestBrowser) => (await browser.go('/journal')).status === 200;
  const session = async (browser: TestBrowser) => (await browser.go('/api/auth/session')).text;

  test('T-006 carries a random id only; a copy is dead after sign-out for page, RSC, route and session', async () => {
    const browser = openBrowser(server);
    const answer = await browser.signIn('gulnara', password);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toEqual({ url: server.url });
    expect(browser.jar.get('vedomost-session')).toMatch(/^[\w-]{43}$/);
    const copy = openBrowser(server);
    for (const [name, value] of browser.jar) copy.jar.set(name, value);
    expect(await works(copy)).toBe(true);
    expect(Object.keys(JSON.parse(await session(copy)))).toEqual(['expires']);
    const left = await browser.signOut();
    expect(left.status).toBe(200);
    expect(left.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(browser.jar.has('vedomost-session')).toBe(false);
    for (const path of ['/journal', '/', '/reports']) {
      const page = await copy.go(path);
      expect(page.status).toBe(307);
      for (const dead of [page, await copy.rsc(path), await copy.rsc(path, { 'next-router-prefetch': '1' })]) {
        expect(dead.text, path).not.toMatch(/Хабибуллина|ОП\.04/);
      }
    }
    expect((await copy.go('/api/journal/1/history')).status).toBe(401);
    expect(await session(copy)).toBe('{}');
  });

  test('T-006 expired and blocked: the copy gets nothing', async () => {
    const browser = openBrowser(server);
    await browser.signIn('gulnara', password);
    await world.owner.account.update({ where: { login: 'gulnara' }, data: { blockedAt: new Date(worldNow) } });
    expect(await works(browser)).toBe(false);
    await world.owner.account.update({ where: { login: 'gulnara' }, data: { blockedAt: null } });
    await database.setClock(new Date(Date.parse(worldNow) + 13 * 3_600_000).toISOString());
    expect(await works(browser)).toBe(false);
    await database.setClock(worldNow);
  });

  test('T-006 reading the session neither prolongs nor renews it', async () => {
    const browser = openBrowser(server);
    await browser.signIn('gulnara', password);
    const answer = await browser.go('/api/auth/session');
    expect(setCookies(answer)).toEqual([]);
  });
});

describe('T-008 cookies', () => {
  test('T-008 plain names on loopback http; HttpOnly, Lax, whole host, small', async () => {
    const browser = openBrowser(server);
    const set = [
      ...setCookies(await browser.go('/api/auth/csrf')),
      ...setCookies(await browser.signIn('alina', password)),
    ];
    expect(set.map((line) => line.split('=')[0])).toEqual(['vedomost-csrf', 'vedomost-session', 'vedomost-device']);
    for (const line of set) {
      expect(line).toMatch(/; Path=\/(;|$)/i);
      expect(line).toMatch(/; HttpOnly/i);
      expect(line).toMatch(/; SameSite=lax/i);
      expect(line).not.toMatch(/Domain=|; Secure/i);
      expect(line.length).toBeLessThan(4096);
    }
    expect(set[1]).toMatch(/Max-Age=2592000/);
  });

  test('T-008 __Host- and Secure behind https; a foreign computer keeps nothing', async () => {
    const browser = stranger();
    const set = [
      ...setCookies(await browser.go('/api/auth/csrf')),
      ...setCookies(await browser.signIn('alina', password, { shared: 'on' })),
    ];
    expect(set.map((line) => line.split('=')[0])).toEqual(['__Host-vedomost-csrf', '__Host-vedomost-session']);
    for (const line of set) {
      expect(line).toMatch(/; Secure/i);
      expect(line).toMatch(/; Path=\/(;|$)/i);
      expect(line).not.toMatch(/Domain=|Expires=|Max-Age=/i);
    }
  });
});

describe('T-048 redirects', () => {
  const payloads = [
    ...['//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 'https:/evil.example'],
    ...[
      'javascript:alert(1)',
      'http://localhost:1@evil.example/',
      'http://localhost:1/',
      '/\t/evil.example',
      '/.//evil',
    ],
    ...['data:text/html,x', 'http://localhost.evil.example/'],
  ];

  test.each(payloads)('T-048 %j leads nowhere else, at sign-in, sign-out and our own page', async (callbackUrl) => {
    const browser = openBrowser(server);
    const asked = new URLSearchParams({ callbackUrl });
    const answers = [
      await browser.go(`/api/auth/signin?${asked}`),
      await browser.go(`/api/auth/callback/credentials?${asked}`, { method: 'POST' }),
      await browser.form('/api/auth/callback/credentials', { login: 'renata', password, callbackUrl }),
      await browser.go(`/login?${asked}`),
      await browser.form('/api/auth/signout', { callbackUrl }),
      await browser.go(`/api/auth/signout?${asked}`),
      await browser.go(`/login?${asked}`),
    ];
    for (const { status, headers, text } of answers) {
      expect(status).toBeLessThan(500);
      const targets = [headers.location, /"url":"([^"]*)"/.exec(text)?.[1]].filter((target) => target !== undefined);
      for (const target of targets) expect(new URL(String(target), server.url).origin).toBe(server.url);
    }
  });
});

describe('T-032 the public surface', () => {
  test.each([
    '/login',
    '/api/health',
    '/api/auth/csrf',
    '/api/auth/session',
    '/api/auth/providers',
    '/privacy',
    '/accessibility',
    '/manifest.webmanifest',
  ])('T-032 %s is open', async (path) => expect((await send(server, path)).status).toBe(200));

  test.each(['/', '/journal', '/journal/1', '/reports', '/admin'])('T-032 %s asks to sign in', async (path) => {
    const { status, headers } = await send(server, path);
    expect(status).toBe(307);
    expect(headers.location).toMatch(/^\/login(\?|$)/);
  });

  test.each(['/api/journal/1/history', '/api/reports/period-ledger/pdf'])('T-032 %s answers 401', async (path) => {
    expect((await send(server, path)).status).toBe(401);
  });

  test.each([
    '/api/nothing',
    '/api/auth/_log',
    '/api/auth/verify-request',
    '/.env',
    '/.git/config',
    '/_next/image?url=http://169.254.169.254/',
    '/prisma/schema',
    '/src/proxy.ts',
  ])('T-032 %s is nothing', async (path) => expect((await send(server, path)).status).toBe(404));
});
