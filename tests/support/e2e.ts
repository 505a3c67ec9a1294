import { readFileSync } from 'node:fs';
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { startDemoClockAt } from '@/server/postgres/demo-clock';
import { cloneDatabase, type TestDatabase } from './clone';
import { Complaints } from './complaints';
import { demoDate, type E2ePostgres, postgresNote } from './e2e-template';
import { type Credentials, firstStart } from './first-start';
import { startServer, type TestServer } from './server';

/** A college, its server, and its clock: `at('2026-11-21 10:20')` is a local time of Samara from which it runs on. */
export type College = {
  database: TestDatabase;
  server: TestServer;
  at: (local: string) => Promise<void>;
  /** The administrator of a new installation; null in the demo college. */
  first: Credentials | null;
};

/** A browser of one's own for a person of the college, signed in; `null` = a stranger. */
export type Arrive = (login: string | null, options?: BrowserContextOptions) => Promise<Page>;

type Own = { complaints: Complaints; morning: undefined; arrive: Arrive; password: string };
type Shared = { college: College; of: string; begins: string | null };

/**
 * Playwright's `test` with a demo college for each worker. A file that says `test.use({ of: '…' })` has one that no other
 * file has touched; with `begins: '2026-08-17 09:00'` it is an installation of that moment in which nobody is but the
 * administrator that the console has made. Otherwise every test begins at nine o'clock of `demoDate`. Tests fail on anything that a
 * browser complained about.
 */
export const test = base.extend<Own, Shared>({
  of: ['everybody', { option: true, scope: 'worker' }],
  begins: [null, { option: true, scope: 'worker' }],
  password: ['demo-2026', { option: true }],
  college: [
    // biome-ignore lint/correctness/noUnusedFunctionParameters: another value of `of` makes another worker
    async ({ of, begins }, use) => {
      const postgres = JSON.parse(readFileSync(postgresNote, 'utf8')) as E2ePostgres;
      const database = await cloneDatabase(postgres, begins === null ? postgres.template : postgres.emptyTemplate);
      const at = (local: string) =>
        startDemoClockAt(database.ownerUrl, new Date(`${local.replace(' ', 'T')}+04:00`).toISOString());
      if (begins !== null) await at(begins);
      const first = begins === null ? null : await firstStart(database.runtimeUrl);
      const server = await startServer({ databaseUrl: database.runtimeUrl });
      await use({ database, server, at, first });
      await server.stop();
      await database.drop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ college }, use) => use(college.server.url),
  complaints: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const complaints = new Complaints();
      await use(complaints);
      expect(complaints.heard(), 'what browsers complained about').toEqual([]);
    },
    { auto: true },
  ],
  morning: [
    async ({ college, begins }, use) => {
      if (begins === null) await college.at(`${demoDate} 09:00`);
      await use(undefined);
    },
    { auto: true },
  ],
  arrive: async ({ browser, college, complaints, password }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (login, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await complaints.listen(context);
      if (login !== null) await signIn(context, college.server.url, { login, password });
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Signs in as the form does, without its page. */
async function signIn(
  { request }: BrowserContext,
  url: string,
  who: { login: string; password: string },
): Promise<void> {
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await request.post(`${url}/api/auth/callback/credentials`, {
    headers: { Origin: url },
    form: { ...who, csrfToken, json: 'true' },
  });
  expect(answer.status(), `sign-in of ${who.login}`).toBe(200);
}

export { expect } from '@playwright/test';
