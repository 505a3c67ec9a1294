import { readFileSync } from 'node:fs';
import { test as base } from '@playwright/test';
import { cloneDatabase, type TestDatabase } from './clone';
import { postgresNote } from './e2e-template';
import { startServer, type TestServer } from './server';
import type { TestPostgres } from './test-postgres';

type App = { database: TestDatabase; server: TestServer };

/**
 * Playwright's `test` with a demo college of each worker's own: `app.database.setClock(…)` stops its clock,
 * `page.goto('/…')` goes to its server. The clock shows the day `demoDate` of e2e-template.ts and runs.
 */
export const test = base.extend<object, { app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const postgres = JSON.parse(readFileSync(postgresNote, 'utf8')) as TestPostgres;
      const database = await cloneDatabase(postgres);
      const server = await startServer({ databaseUrl: database.runtimeUrl });
      await use({ database, server });
      await server.stop();
      await database.drop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ app }, use) => use(app.server.url),
});

export { expect } from '@playwright/test';
