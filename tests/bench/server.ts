import { spawn } from 'node:child_process';
import path from 'node:path';
import { nextBin, servingFlags } from '@/cli/production-build';
import { childEnv } from '@/server/env';
import { freePort } from '@/server/postgres/embedded';
import { health } from '../support/server';
import { testEnv } from '../support/test-env';
import { benchTree } from './build';
import type { BenchDatabase } from './data';

/** The benchmark's build serving one of its databases. */
export async function benchServer({
  runtimeUrl,
  ownerUrl,
}: BenchDatabase): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [...servingFlags, path.resolve(nextBin), 'start', benchTree, '-H', '127.0.0.1', '-p', String(port)],
    {
      env: childEnv({
        ...testEnv(runtimeUrl, url),
        NODE_ENV: 'production',
        PORT: String(port),
        BENCH_RAW_URL: ownerUrl,
      }),
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  for (const deadline = Date.now() + 30_000; (await health(url)) !== 200; ) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('the benchmark server does not start');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}
