import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { childEnv } from '@/server/env';
import { ensureBrowser } from './browser';

/** How many checks of one step held and how many did not. */
export type Outcome = { passed: number; failed: number };

const results = 'test-results';

/** Runs a tool that is either content or not: one check. Its output is shown when it is not, or when asked for. */
export async function runTool(name: string, args: readonly string[], { show = false } = {}): Promise<Outcome> {
  const started = Date.now();
  const { code, output } = await run(args);
  return report(name, started, { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }, output, show);
}

/** Runs vitest projects and reads the counts from its own report. */
export async function runVitest(
  name: string,
  projects: readonly string[],
  extra: readonly string[] = [],
): Promise<Outcome> {
  const started = Date.now();
  const file = freshReport(`${name}.json`);
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ];
  const { code, output } = await run([...args, ...projects.map((project) => `--project=${project}`), ...extra]);
  const counts = readReport(file, (report: VitestReport) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.testResults.filter(failedToLoad).length,
  }));
  return report(name, started, agree(counts, code), output, false);
}

/** Runs Playwright; where there is no browser and none may be installed, says so and runs nothing. */
export async function runBrowserTests(): Promise<Outcome> {
  const started = Date.now();
  try {
    ensureBrowser();
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 0 };
  }
  const file = freshReport('e2e.json');
  const { code, output } = await run(['node_modules/@playwright/test/cli.js', 'test']);
  const counts = readReport(file, ({ stats }: PlaywrightReport) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
  return report('browser', started, agree(counts, code), output, false);
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number } };

/** A file that broke before its first test is a failure that vitest counts under no test. */
const failedToLoad = (file: VitestReport['testResults'][number]) =>
  file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');

function freshReport(name: string): string {
  mkdirSync(results, { recursive: true });
  const file = path.join(results, name);
  rmSync(file, { force: true });
  return file;
}

function readReport<T>(file: string, count: (report: T) => Outcome): Outcome {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as T);
  } catch {
    return { passed: 0, failed: 1 }; // the runner itself broke
  }
}

/** An exit code is believed over counts that look clean: an unhandled rejection fails no single test. */
const agree = (counts: Outcome, code: number | null): Outcome =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;

function report(name: string, started: number, outcome: Outcome, output: string, show: boolean): Outcome {
  if (outcome.failed > 0 || show) console.log(output.trimEnd());
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${outcome.failed > 0 ? '✗' : '✓'} ${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds} s`,
  );
  return outcome;
}

function run(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const env = childEnv({ NO_COLOR: '1', FORCE_COLOR: undefined, NEXT_TELEMETRY_DISABLED: '1' });
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('exit', (code) => resolve({ code, output }));
  });
}
