import type { TestProject } from 'vitest/node';
import { ensurePrismaClient } from '@/cli/prisma-client';
import { openTestPostgres, type TestPostgres } from './test-postgres';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
    /** Quick counts in `npm test`, full ones in `npm run faults`. */
    rounds: 'quick' | 'full';
  }
}

/** Once per run: the test server and its template, told to every worker. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensurePrismaClient();
  const { postgres, close } = await openTestPostgres();
  project.provide('postgres', postgres);
  return close;
}
