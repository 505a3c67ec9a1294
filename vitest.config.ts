import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = {
  '@': path.resolve('src'),
  '@prisma-seed': path.resolve('prisma/seed'),
};

/** Far from every college, on the other side of midnight: a rule that asks the machine's own zone fails here. */
const TZ = 'America/Los_Angeles';
const common = { environment: 'node', pool: 'forks', env: { TZ }, restoreMocks: true } as const;
const onDatabase = {
  globalSetup: ['tests/support/postgres-setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
};

/**
 * `--mode full` (npm run faults) gives every experiment its full number of rounds. Asked of the command line itself: vitest
 * reads this file again for each project, and then always in the mode `test`.
 */
const isFull = process.argv.join(' ').includes('--mode full');

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ['default'],
    provide: { rounds: isFull ? 'full' : 'quick' },
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'prisma/**/*.test.ts', 'tests/support/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: { ...common, name: 'architecture', include: ['tests/architecture/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        extends: true,
        test: {
          ...common,
          ...onDatabase,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          setupFiles: ['tests/support/integration-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          ...onDatabase,
          name: 'http',
          include: ['tests/matrix/**/*.test.ts', 'tests/faults/**/*.test.ts'],
          globalSetup: ['tests/support/build-setup.ts', 'tests/support/postgres-setup.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
