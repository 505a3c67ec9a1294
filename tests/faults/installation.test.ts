import { readFileSync } from 'node:fs';
import { connect, type SecureVersion } from 'node:tls';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checks } from '@/cli/doctor/checks';
import { readFacts } from '@/cli/doctor/read-facts';
import { periodic } from '@/jobs/all-jobs';
import { withClient } from '@/server/postgres/roles';
import { type DurablePostgres, openDurablePostgres } from '../support/durable-postgres';
import { openBrowser, type Received, send, setCookies } from '../support/http-client';
import { type Installation, prepareInstallation, type Running, startCommand } from '../support/installation';
import { tryProductionStart } from '../support/production-start';
import { hasReverseProxy, type ReverseProxy, startReverseProxy } from '../support/reverse-proxy';
import { type CliResult, runCli } from '../support/run-cli';

/** An installation from nothing to its first sign-in, as README describes it: the topology of docker-compose.yml by hand. */
const host = 'journal.college.test';
const url = `https://${host}`;
let postgres: DurablePostgres;
let installation: Installation;
let running: Running[] = [];
let proxy: ReverseProxy | undefined;

beforeAll(async () => {
  postgres = await openDurablePostgres({ movableClock: false });
  installation = await prepareInstallation(postgres, host);
});
afterAll(async () => {
  await proxy?.stop();
  for (const one of running) await one.stop();
  installation?.remove();
  await postgres?.remove();
});

const cli = (words: string, more: Record<string, string> = {}): Promise<CliResult> =>
  runCli(
    words.split(' ').map((word) => word.replaceAll('_', ' ')),
    { ...installation.settings, ...more },
  );
const count = async (table: string): Promise<number> =>
  withClient(installation.runtimeUrl, async (client) => {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int FROM ${table}`);
    return rows[0]?.count ?? -1;
  });

const admin = '--last-name Ахметов --first-name Ильдар --sex male --role admin --title администратор';
let issued: { login: string; password: string };

describe('an empty server becomes an installation', () => {
  test('T-061 a server that does not know the owner waits for the migrations that the owner applies', async () => {
    const early = await tryProductionStart(1, installation.settings);
    expect(early).toMatchObject({ code: 1, opened: false });
    expect(early.output).toContain('DATABASE_OWNER_URL');
    const owner = { DATABASE_OWNER_URL: installation.ownerUrl };
    expect(await cli('migrate', owner)).toMatchObject({ code: 0, output: expect.stringContaining('0001_init') });
  });

  test('the institution is entered once', async () => {
    const words =
      'install --name Речной_колледж --short-name РК --founder Область --city Самара --time-zone Europe/Samara';
    expect(await cli(`user create ${admin}`)).toMatchObject({ code: 1, output: expect.stringContaining('учреждение') });
    expect(await cli(words)).toMatchObject({ code: 0 });
    expect(await cli(words)).toMatchObject({ code: 1, output: expect.stringContaining('уже') });
  });

  test('R-004 the console makes the first account, gives a new password and blocks', async () => {
    const first = await cli(`user create ${admin} --login akhmetov.ip`);
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('Логин: akhmetov.ip') });
    const [taken, unknown, second] = await Promise.all([
      cli(`user create ${admin} --login akhmetov.ip`),
      cli('user reset-password nobody.here'),
      cli(`user create ${admin} --login second.admin`),
    ]);
    expect([taken.code, unknown.code, second.code]).toEqual([1, 1, 0]);
    expect(await count('person')).toBe(2);
    const [again, blocked] = await Promise.all([
      cli('user reset-password akhmetov.ip'),
      cli('user block second.admin --reason уволен'),
    ]);
    expect([again.code, blocked.code]).toEqual([0, 0]);
    issued = { login: 'akhmetov.ip', password: passwordIn(again.output) };
    expect(issued.password).not.toBe(passwordIn(first.output));
    expect(await count("audit_event WHERE command LIKE 'accounts.%' OR command LIKE 'credentials.%'")).toBe(4);
  });
});

const passwordIn = (output: string) => /пароль: (\S.*)/.exec(output)?.[1]?.trim() ?? '';

describe('T-155 the doctor', () => {
  /** What the machine of the test itself is: not every one has an ordinary user and an empty disk. */
  const ofMachine = new Set(['root', 'disk-space', 'same-disk']);
  const found = async (more: Record<string, string>) => {
    const facts = await readFacts({ ...installation.settings, ...more });
    return checks.filter(({ id, finds }) => finds(facts) && !ofMachine.has(id)).map(({ id }) => id);
  };

  test('T-155 finds nothing here, and by name what is wrong elsewhere', async () => {
    expect(await found({})).toEqual(['backup-stale']);
    const wrong = { NEXTAUTH_URL: 'http://journal.college.ru', NEXTAUTH_SECRET: 'changeme', VEDOMOST_MODE: 'test' };
    expect(await found(wrong)).toEqual(['mode', 'no-tls', 'weak-secret', 'backup-stale']);
    expect(await found({ DATABASE_URL: installation.ownerUrl })).toEqual(['backup-stale', 'owner-at-runtime']);
    expect(await found({ DATABASE_URL: postgres.superuserUrl })).toEqual(['powerful-role', 'missing-migrations']);
    expect(await found({ DATABASE_URL: inject('postgres').runtimeUrl, DATA_DIR: '/nowhere' })).toEqual(
      expect.arrayContaining(['data-folder', 'fsync', 'full_page_writes', 'synchronous_commit']),
    );
    expect(await found({ DATABASE_URL: 'postgresql://app:u3Rk8sW1yQ5tX7vB@127.0.0.1:1/none' })).toEqual([
      'no-database',
    ]);
  });

  test('T-155 the command says it in Russian with the remedy and exits with 1', async () => {
    const { code, output } = await cli('doctor', { NEXTAUTH_URL: 'http://journal.college.ru' });
    expect(code).toBe(1);
    expect(output).toMatch(/✗ NEXTAUTH_URL не https.*\n {2}→ поставьте перед журналом обратный прокси/);
    expect(output).toMatch(/Замечаний: \d+/);
  });
});

describe('two application processes, two workers and the door', () => {
  beforeAll(async () => {
    running = await Promise.all([
      ...(['start', 'start', 'worker', 'worker'] as const).map((command) => startCommand(command, installation)),
    ]);
    const ports = running.slice(0, 2).map(({ port }) => port);
    if (hasReverseProxy()) proxy = await startReverseProxy(host, ports);
    else console.log('There is no nginx or openssl here: the door is checked where they are.');
  });

  /** Where people come in: the door, or the first process where this machine has none. */
  const entrance = () => (proxy ? { url, port: proxy.https, tls: true } : { url, port: running[0]?.port ?? 0 });
  const fixed = { host, 'x-forwarded-for': '198.51.100.7' };
  const everything = ({ headers, text }: Received) => JSON.stringify(headers) + text;

  test('R-004 T-008 T-012 the printed password opens a session and nothing but its own change', async () => {
    const browser = openBrowser(entrance(), fixed);
    const answer = await browser.signIn(issued.login, issued.password);
    expect(answer.status).toBe(200);
    const cookies = setCookies(answer);
    expect(cookies.some((cookie) => cookie.startsWith('__Host-vedomost-session='))).toBe(true);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-vedomost-\w+=/);
      for (const attribute of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']) {
        expect(cookie.toLowerCase().split('; ')).toContain(attribute.toLowerCase());
      }
      expect(cookie.length).toBeLessThan(4096);
    }
    expect((await browser.go('/admin')).headers.location).toBe('/password');
    expect((await openBrowser(entrance(), fixed).signIn('second.admin', 'x'.repeat(20))).status).toBe(401);
  });

  test('T-063 nobody’s Host or X-Forwarded-Host comes back, and every answer insists on TLS', async () => {
    const app = { url, port: running[1]?.port ?? 0 };
    const evil = {
      host,
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      forwarded: 'host=evil.example',
    };
    for (const path of ['/', '/login', '/journal', '/nowhere', '/api/health', '/api/auth/signin', '/api/auth/csrf']) {
      for (const server of [app, entrance()]) {
        const answer = await send(server, path, { headers: evil });
        expect(everything(answer), path).not.toContain('evil');
        expect(answer.headers['strict-transport-security'], path).toBe('max-age=31536000; includeSubDomains');
      }
      const direct = await send(app, path, { headers: { ...evil, host: 'evil.example' } });
      expect(everything(direct), path).not.toContain('evil');
    }
  });

  test('T-069 TRACE and CONNECT are not answered', async () => {
    const headers = { host, cookie: '__Host-vedomost-session=CNRY' };
    for (const server of [entrance(), { url, port: running[0]?.port ?? 0 }]) {
      const answer = await send(server, '/login', { method: 'TRACE', headers });
      expect(answer.status).toBe(405);
      expect(answer.text).not.toContain('CNRY');
    }
  });

  test('T-063 the door: 308 to https, 421 for a stranger’s name, no old TLS', async () => {
    if (!proxy) return;
    const plain = { url: `http://${host}`, port: proxy.http };
    const moved = await send(plain, '/journal?x=1', { headers: { host } });
    expect(moved).toMatchObject({ status: 308, headers: { location: `${url}/journal?x=1` } });
    for (const server of [plain, entrance()]) {
      const answer = await send(server, '/login', { headers: { host: 'evil.example' } });
      expect(answer.status).toBe(421);
      expect(everything(answer)).not.toMatch(/evil|college/);
    }
    const { https } = proxy;
    expect(await versions(https, ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'])).toEqual(['TLSv1.2', 'TLSv1.3']);
    const huge = await send(entrance(), '/api/nothing', {
      method: 'POST',
      headers: { host, origin: url },
      body: big(22),
    });
    expect(huge.status).toBe(413);
  });

  test('T-152 T-156 a killed process is replaced within 3 s, and nobody at the door notices', async () => {
    const child = childOf(running[0]);
    process.kill(child, 'SIGKILL');
    const killed = Date.now();
    const [first] = running;
    while (
      childOf(first) === child ||
      !(await send({ url, port: first?.port ?? 0 }, '/api/health').catch(() => null))
    ) {
      if (proxy) expect((await send(entrance(), '/login', { headers: fixed })).status).toBe(200);
      expect(Date.now() - killed).toBeLessThan(10_000);
    }
    if (inject('rounds') === 'full') expect(Date.now() - killed).toBeLessThan(3_000);
  });

  test('T-101 every periodic job once, whoever took it', async () => {
    const ended = () => count("background_job WHERE state IN ('done', 'failed')");
    await expect.poll(ended, { timeout: 60_000 }).toBe(periodic.length);
    expect(await count('background_job')).toBe(periodic.length);
    const once = '(SELECT kind FROM background_job WHERE attempts = 1 GROUP BY kind HAVING count(*) = 1) AS kinds';
    expect(await count(once)).toBe(periodic.length);
  });

  test('T-070 each request is one line; secrets and names are in none', async () => {
    const output = running.map((one) => one.output()).join('\n');
    const lines = output.split('\n').filter((line) => line.includes('"event":"request"'));
    const parsed = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(parsed.length).toBeGreaterThan(20);
    for (const line of parsed) {
      expect(line).toMatchObject({
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
        requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: expect.any(String),
        route: expect.any(String),
        status: expect.any(Number),
        ms: expect.any(Number),
      });
    }
    expect(parsed.find(({ route, person }) => route === '/admin' && person !== null)).toMatchObject({
      role: 'admin',
      session: expect.any(Number),
      address: proxy ? '127.0.0.1' : '198.51.100.7',
    });
    const { settings } = installation;
    const secrets = ['NEXTAUTH_SECRET_FILE', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY_FILE'].map((name) =>
      readFileSync(settings[name] ?? '', 'utf8'),
    );
    for (const secret of [...secrets, issued.password, 'Ахметов', 'CNRY']) expect(output).not.toContain(secret);
  });

  test('T-152 all of them stop with 0', async () => {
    expect(await Promise.all(running.map((one) => one.stop()))).toEqual([0, 0, 0, 0]);
    if (proxy) {
      const away = await send(entrance(), '/login', { headers: { host } });
      expect(away).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
      expect(away.text).toContain('Журнал сейчас недоступен');
    }
  });
});

const big = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, 'x');

/** The web server that `npm start` looks after. */
function childOf(one: Running | undefined): number {
  const children = readFileSync(`/proc/${one?.pid}/task/${one?.pid}/children`, 'utf8');
  return Number(children.trim().split(' ')[0]);
}

/** Which of these the door speaks. */
async function versions(port: number, wanted: readonly SecureVersion[]): Promise<SecureVersion[]> {
  const spoken = await Promise.all(
    wanted.map((version) => {
      const options = { host: '127.0.0.1', port, servername: host, rejectUnauthorized: false };
      const exact = { minVersion: version, maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' };
      return new Promise<SecureVersion | null>((resolve) => {
        const socket = connect({ ...options, ...exact }, () => {
          socket.end();
          resolve(version);
        });
        socket.once('error', () => resolve(null));
      });
    }),
  );
  return spoken.filter((version) => version !== null);
}
