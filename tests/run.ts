import { ensurePrismaClient } from '@/cli/prisma-client';
import { type Outcome, runBrowserTests, runTool, runVitest } from './support/steps';

const next = ['node_modules/next/dist/bin/next', 'typegen'];
const tsc = ['node_modules/typescript/bin/tsc', '--noEmit'];
const biome = [
  ...['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--diagnostic-level=warn'],
  ...[
    'src',
    'tests',
    'prisma',
    'package.json',
    'knip.json',
    'next.config.ts',
    'vitest.config.ts',
    'playwright.config.ts',
  ],
];
const layers = [
  'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  'src',
  'tests',
  'prisma',
  '--output-type',
  'err',
];
const playwright = ['node_modules/@playwright/test/cli.js', 'test'];
const knip = ['node_modules/knip/bin/knip.js', '--no-progress'];

/** Types, lint, layer rule, unused code, unit tests: under 90 seconds. */
async function check(): Promise<Outcome[]> {
  await ensurePrismaClient();
  const routes = await runTool('route types', next);
  const tools = await Promise.all([
    runTool('types', tsc),
    runTool('lint', biome).then(async (lint) => [
      lint,
      await runTool('layers', layers),
      await runTool('unused code', knip),
    ]),
  ]);
  return [routes, ...tools.flat(), await runVitest('unit', ['unit', 'architecture'])];
}

async function all(): Promise<Outcome[]> {
  return [
    ...(await check()),
    await runVitest('integration', ['integration']),
    await runVitest('http', ['http', 'faults']),
    await runBrowserTests(),
  ];
}

const modes: Record<string, () => Promise<Outcome[]>> = {
  check,
  all,
  faults: async () => [
    await runVitest('faults', ['http', 'faults'], ['--mode', 'full']),
    await runVitest(
      'races',
      ['integration'],
      ['--mode', 'full', 'locks.test', 'lost-update.test', 'kill-worker.test', 'print-college.test', 'year/kill.test'],
    ),
    await runVitest('large college', ['large'], ['--mode', 'full']),
  ],
  guides: async () => [await runTool('pictures of the guides', [...playwright, '--config=tests/guides'])],
  bench: async () => [await runTool('bench', ['--import', 'tsx', 'tests/bench/run.ts'], { show: true })],
};

async function main(mode: string): Promise<void> {
  const run = modes[mode];
  if (!run) {
    console.error(`Usage: tsx tests/run.ts ${Object.keys(modes).join(' | ')}`);
    process.exit(2);
  }
  const outcomes = await run();
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main(process.argv[2] ?? 'all');
