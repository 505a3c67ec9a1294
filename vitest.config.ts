import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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

/**
 * Every file of tests has a database of its own. One more than there are processors: much of a test is waiting. A full run
 * judges seconds and milliseconds, and has the machine for itself.
 */
const maxWorkers = isFull ? 1 : Math.min(4, availableParallelism() + 1);

/** On the production build: requests, kills, starts. */
const onBuild = {
  ...onDatabase,
  globalSetup: ['tests/support/build-setup.ts', 'tests/support/postgres-setup.ts'],
  testTimeout: 300_000,
  hookTimeout: 120_000,
};

/** Files that take long, the longest first: begun last, one of them would go on when the other workers have nothing left. */
const long = [
  'search.test.ts', // makes the demo college where there is none yet
  'nth-statement.test.ts',
  'hostile-input.test.ts',
  'matrix.test.ts',
  'without-proxy.test.ts',
  'mutants.test.ts',
  'kill-app.test.ts',
  'installation.test.ts',
  'kill-postgres.test.ts',
];

/** Files that need what the first of them makes: begun early, they would only wait for it. */
const late = ['invariants.test.ts', 'demo-year.test.ts'];

/** The order of files where nothing is remembered of former runs: long ones first, then by size. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const name = path.basename(moduleId);
  const place = long.indexOf(name);
  return place >= 0 ? place : long.length + (late.includes(name) ? 1 : 0);
}

export default defineConfig({
  resolve: { alias },
  test: {
    reporters: ['default'],
    maxWorkers,
    sequence: { sequencer: LongFirst },
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
        test: { ...common, ...onBuild, name: 'http', include: ['tests/matrix/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          ...common,
          ...onBuild,
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          ...onDatabase,
          name: 'large',
          include: ['tests/large/**/*.test.ts'],
          setupFiles: ['tests/support/integration-setup.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
});
