import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestDatabase } from '../support/clone';
import { freshDatabase } from '../support/database';
import { openBrowser, type Received, send, type TestBrowser } from '../support/http-client';
import { startServer, type TestServer } from '../support/server';
import { givePasswords, password } from '../support/sign-in';
import { buildWorld, type World } from '../support/world';

const pages = inject('rounds') === 'full' ? 1000 : 100;
let database: TestDatabase;
let world: World;
let server: TestServer;
let teacher: TestBrowser;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildWorld(database);
  await givePasswords(world, 'gulnara', 'rustem');
  server = await startServer({ databaseUrl: database.runtimeUrl });
  teacher = openBrowser(server);
  await teacher.signIn('gulnara', password);
});
afterAll(async () => {
  await server?.stop();
  await world?.close();
  await database?.drop();
});

const policyOf = ({ headers }: Received) => String(headers['content-security-policy']);
const nonceOf = (answer: Received) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1];

function expectHeaders({ headers }: Received): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()'),
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; script-src 'nonce-[^']+' 'strict-dynamic'; /,
    ),
  });
  expect(headers).not.toHaveProperty('x-powered-by');
  const policy = String(headers['content-security-policy']);
  for (const rule of ["base-uri 'none'", "form-action 'self'", "style-src 'self'"]) expect(policy).toContain(rule);
  expect(policy).not.toMatch(/unsafe-eval|script-src [^;]*unsafe-inline|\*/);
}

describe('T-064 headers of every answer', () => {
  const answers: [string, () => Promise<Received>, number][] = [
    ['a page', () => teacher.go('/journal'), 200],
    ['the sign-in', () => send(server, '/login'), 200],
    ['a redirect', () => send(server, '/journal'), 307],
    ['RSC', () => teacher.rsc('/journal'), 200],
    ['a missing page', () => teacher.go('/nowhere'), 404],
    ['a dotfile', () => send(server, '/.env'), 404],
    ['health', () => send(server, '/api/health'), 200],
    ['data refused', () => send(server, '/api/journal/1/history'), 401],
    ['missing data', () => send(server, '/api/nothing'), 404],
    ['a foreign origin', () => send(server, '/api/nothing', { method: 'POST' }), 403],
    ['a wrong method', () => send(server, '/login', { method: 'PUT' }), 405],
    ['an icon', () => send(server, '/icon.svg'), 200],
    ['the manifest', () => send(server, '/manifest.webmanifest'), 200],
    ['the worker of the offline page', () => send(server, '/sw.js'), 200],
  ];

  test.each(answers)('T-064 %s', async (_, ask, status) => {
    const answer = await ask();
    expect(answer.status).toBe(status);
    expectHeaders(answer);
    expect(policyOf(answer)).toContain("frame-ancestors 'none'");
  });

  test('T-064 a built script has them too and may be cached', async () => {
    const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec((await send(server, '/login')).text)?.[1] ?? '';
    const answer = await send(server, script);
    expect(answer.status).toBe(200);
    expectHeaders(answer);
    expect(answer.headers['cache-control']).toMatch(/immutable/);
  });

  test('T-064 only ledgers may be framed, by us, and only their pages frame', async () => {
    const document = policyOf(await teacher.go('/api/reports/period-ledger/pdf'));
    expect(document).toContain("frame-ancestors 'self'");
    expect(policyOf(await teacher.go('/reports/period-ledger'))).toContain("frame-src 'self'");
    expect(policyOf(await teacher.go('/journal'))).not.toContain('frame-src');
  });
});

describe('T-043 T-047 files over HTTP', () => {
  const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(19 * 1024 * 1024), Buffer.from('\n%%EOF\n')]);
  const address = () => {
    const { sections, lessons } = world.college;
    return `/api/files?section=${sections.algorithms}&lesson=${lessons.today}&part=homework&name=%D0%BF%D0%BB%D0%B0%D0%BD.pdf`;
  };
  const upload = (body: Buffer, headers: Record<string, string> = {}) =>
    teacher.go(address(), {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    });
  const kept = async () => [await world.owner.lessonFile.count(), await world.owner.fileChunk.count()];

  test('T-047 19 MB stream past the proxy; the answers carry every header, the file a sandbox', async () => {
    const sent = await upload(pdf);
    expect(sent.status).toBe(200);
    expectHeaders(sent);
    expect(sent.headers['cache-control']).toMatch(/no-store/);
    const { id } = JSON.parse(sent.text) as { id: string };
    const got = await teacher.go(`/api/files/${id}`);
    expect(got.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^attachment; /),
      'content-security-policy': expect.stringMatching(/; sandbox$/),
      'x-content-type-options': 'nosniff',
    });
    expect((await send(server, `/api/files/${id}`)).status).toBe(401);
    expect((await teacher.go(`/api/files/${id}`, { method: 'HEAD' })).status).toBe(200);
    expect(await kept()).toEqual([1, Math.ceil(pdf.length / 262_144)]);
  });

  test('T-042 T-043 too much, cut off or from a foreign page: refused, nothing is left', async () => {
    const before = await kept();
    const tooMuch = await upload(Buffer.concat([pdf, pdf])).catch(() => ({ status: 413 }));
    expect(tooMuch.status).toBe(413);
    const foreign = await upload(Buffer.from('а'), { origin: 'https://evil.example' });
    expect(foreign.status).toBe(403);
    expectHeaders(foreign);
    const socket = connect(server.port, '127.0.0.1');
    const head = ['POST', address(), 'HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n'].join(
      ' ',
    );
    socket.write(
      `${head}Content-Length: ${pdf.length}\r\nOrigin: ${server.url}\r\nCookie: ${[...teacher.jar].map((pair) => pair.join('=')).join('; ')}\r\n\r\n`,
    );
    socket.write(pdf.subarray(0, 9_000_000));
    await expect.poll(async () => (await kept())[1], { timeout: 20_000 }).toBeGreaterThan(before[1] ?? 0);
    socket.destroy();
    await expect.poll(kept, { timeout: 20_000 }).toEqual(before);
  });

  test('T-035 forty guesses at what lies beside the product find nothing', async () => {
    const folders = ['', '/api/files/..%2f', '/api/files/', '/_next/static/../', '/prisma/'];
    const names = [
      '.env',
      '.git/config',
      '.data/secrets.json',
      'schema.prisma',
      'main.js.map',
      'package.json',
      '.next/BUILD_ID',
      'x.map',
    ];
    const found = [];
    for (const path of folders.flatMap((folder) =>
      names.map((name) => `${folder.startsWith('/') ? '' : '/'}${folder}${name}`),
    )) {
      const { status } = await teacher.go(path);
      if (status !== 404) found.push(`${path}: ${status}`);
    }
    expect(found).toEqual([]);
  });
});

describe('T-065 nonces', () => {
  test(`T-065 every page has a nonce of its own, and every script of it`, async () => {
    const seen = new Set<string | undefined>();
    for (let n = 0; n < pages; n++) {
      const answer = n % 2 ? await teacher.go('/journal') : await send(server, '/login');
      const nonce = nonceOf(answer);
      seen.add(nonce);
      const scripts = [...answer.text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = '']) => attributes);
      expect(scripts.length).toBeGreaterThan(0);
      expect(scripts.filter((attributes) => !attributes.includes(`nonce="${nonce}"`))).toEqual([]);
    }
    expect(seen.size).toBe(pages);
  });

  test("T-065 a request's own policy, nonce or framework header changes nothing", async () => {
    const forged = {
      'content-security-policy': "script-src 'nonce-FORGED'",
      'content-security-policy-report-only': "script-src 'nonce-FORGED'",
      'x-nonce': 'FORGED',
      'x-request-path': '/FORGED',
    };
    for (const path of ['/login', '/journal', '/nowhere']) {
      const answer = await send(server, path, { headers: forged });
      expect(JSON.stringify(answer)).not.toContain('FORGED');
    }
  });
});

describe('T-024 the guard is not in the proxy', () => {
  const tricks: Record<string, string>[] = [
    { 'x-middleware-subrequest': 'src/proxy:src/proxy:src/proxy:src/proxy:src/proxy' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy', rsc: '1' },
    { 'x-middleware-next': '1' },
    { 'x-matched-path': '/login' },
    { 'x-middleware-rewrite': '/journal' },
    { 'x-invoke-path': '/journal' },
    { 'next-resume': '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { rsc: '1', 'next-router-segment-prefetch': '/_tree' },
  ];
  const paths = ['/journal', '//journal', '/login/..%2fjournal', '/login/../journal', '/journal.rsc', '/%6aournal'];

  test.each(tricks)('T-024 %j shows a stranger nothing', async (headers) => {
    for (const path of paths) {
      const stranger = openBrowser(server, headers);
      for (const answer of [
        await stranger.go(path),
        await stranger.rsc(path),
        await stranger.go(path, { method: 'HEAD' }),
      ]) {
        expect(answer.text, path).not.toMatch(/Хабибуллина|ИСП-25-1/);
        expect(answer.status, path).not.toBe(500);
      }
    }
  });
});

describe('T-066 caches', () => {
  test('T-066 personal answers are private and never stored', async () => {
    for (const path of ['/journal', '/', '/login', '/nowhere', '/api/auth/session', '/api/journal/1/history']) {
      const control = String((await teacher.go(path)).headers['cache-control']);
      expect(control, path).toMatch(/private/);
      expect(control, path).toMatch(/no-store/);
    }
    expect((await teacher.rsc('/journal')).headers['cache-control']).toMatch(/no-store/);
  });

  test('T-066 two people interleaved never see the other', async () => {
    const colleague = openBrowser(server);
    await colleague.signIn('rustem', password);
    for (let n = 0; n < pages / 4; n++) {
      const [hers, his] = await Promise.all([teacher.go('/journal'), colleague.go('/journal')]);
      expect(hers.text).toContain('Хабибуллина');
      expect(hers.text).not.toContain('Мухаметшин');
      expect(his.text).toContain('Мухаметшин');
      expect(his.text).not.toContain('Хабибуллина');
    }
  });
});
