import { readFileSync } from 'node:fs';
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { startDemoClockAt } from '@/server/postgres/demo-clock';
import { cloneDatabase, type TestDatabase } from './clone';
import { Complaints } from './complaints';
import { demoDate, postgresNote } from './e2e-template';
import { startServer, type TestServer } from './server';
import type { TestPostgres } from './test-postgres';

/** A demo college, its server, and its clock: `at('2026-11-21 10:20')` is a local time of Samara from which it runs on. */
export type College = { database: TestDatabase; server: TestServer; at: (local: string) => Promise<void> };

/** A browser of one's own for a person of the college, signed in; `null` = a stranger. */
export type Arrive = (login: string | null, options?: BrowserContextOptions) => Promise<Page>;

type Own = { complaints: Complaints; morning: undefined; arrive: Arrive };
type Shared = { college: College; of: string };

/**
 * Playwright's `test` with a demo college for each worker. A file that says `test.use({ of: '…' })` has one that no other
 * file has touched. Every test begins at nine o'clock of `demoDate` and fails on anything that a browser complained about.
 */
export const test = base.extend<Own, Shared>({
  of: ['everybody', { option: true, scope: 'worker' }],
  college: [
    // biome-ignore lint/correctness/noUnusedFunctionParameters: another value of `of` makes another worker
    async ({ of }, use) => {
      const postgres = JSON.parse(readFileSync(postgresNote, 'utf8')) as TestPostgres;
      const database = await cloneDatabase(postgres);
      const server = await startServer({ databaseUrl: database.runtimeUrl });
      const at = (local: string) =>
        startDemoClockAt(database.ownerUrl, new Date(`${local.replace(' ', 'T')}+04:00`).toISOString());
      await use({ database, server, at });
      await server.stop();
      await database.drop();
    },
    { scope: 'worker', timeout: 60_000 },
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
    async ({ college }, use) => {
      await college.at(`${demoDate} 09:00`);
      await use(undefined);
    },
    { auto: true },
  ],
  arrive: async ({ browser, college, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (login, options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      await complaints.listen(context);
      if (login !== null) await signIn(context, college.server.url, login);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

/** Signs in as the form does, without its page. */
async function signIn({ request }: BrowserContext, url: string, login: string): Promise<void> {
  const { csrfToken } = (await (await request.get(`${url}/api/auth/csrf`)).json()) as { csrfToken: string };
  const answer = await request.post(`${url}/api/auth/callback/credentials`, {
    headers: { Origin: url },
    form: { login, password: 'demo-2026', csrfToken, json: 'true' },
  });
  expect(answer.status(), `sign-in of ${login}`).toBe(200);
}

export { expect } from '@playwright/test';
