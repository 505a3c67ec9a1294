import path from 'node:path';
import { runNode } from '@/cli/run-node';
import { hashSources } from '@/cli/source-hash';
import { childEnv } from '@/server/env';
import { startDemoClockAt } from '@/server/postgres/demo-clock';
import { testEnv } from './test-env';
import { ensureNamedTemplate, type TestPostgres } from './test-postgres';

/** The school day that browser tests live on: a Friday of the first semester of 2026/27. */
export const demoDate = '2026-11-20';

/** The test server with the demo college as its template, and an empty migrated database beside it. */
export type E2ePostgres = TestPostgres & { emptyTemplate: string };

/** Where the set-up leaves the addresses of the test server for Playwright's workers. */
export const postgresNote = path.join('.data', 'test', 'e2e-postgres.json');

/** Everything that the demo college is made by and of. */
const sources = ['prisma', 'src/domain', 'src/access', 'src/server', 'src/features', 'src/texts'];

/** A database with the demo college, made once per state of the sources and copied for every worker. */
export function ensureDemoTemplate(postgres: TestPostgres): Promise<string> {
  const hash = hashSources(sources, (file) => /\.test\.tsx?$/.test(file));
  return ensureNamedTemplate(postgres, 'demo', hash, fillWithDemo, postgres.template);
}

async function fillWithDemo({ ownerUrl, runtimeUrl }: Pick<TestPostgres, 'ownerUrl' | 'runtimeUrl'>): Promise<void> {
  const variables = {
    ...testEnv(runtimeUrl, 'http://localhost:3000'),
    DATABASE_OWNER_URL: ownerUrl,
    DEMO_DATE: demoDate,
  };
  await runNode(['--import', 'tsx', path.join('src', 'cli', 'main.ts'), 'seed'], childEnv(variables));
  await startDemoClockAt(ownerUrl, `${demoDate}T05:00:00Z`);
}
