import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { nextBin, servingFlags } from '@/cli/production-build';
import { childEnv } from '@/server/env';
import { freePort } from '@/server/postgres/embedded';
import { testEnv } from './test-env';

/** The production build, serving one test's database on a port of its own. */
export type TestServer = {
  /** Address without a trailing slash; also the only Origin that writes are accepted from. */
  url: string;
  port: number;
  pid: number;
  /** What it printed so far. */
  output: () => string;
  /** Sends a signal; resolves with the exit code (null after kill -9) when the process is gone. */
  kill: (signal: NodeJS.Signals) => Promise<number | null>;
  /** SIGTERM and wait. Safe to call twice. */
  stop: () => Promise<number | null>;
};

type Options = {
  databaseUrl: string;
  port?: number;
  /** Further variables, or `undefined` to leave one out. */
  env?: Record<string, string | undefined>;
  /** Where the build lies, by default here. */
  folder?: string;
};

/** Starts the build (made by the set-up of the project `http`) and waits until it answers health with 200. */
export async function startServer({ databaseUrl, port: wanted, env = {}, folder = '.' }: Options): Promise<TestServer> {
  const port = wanted ?? (await freePort());
  const url = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    [...servingFlags, path.resolve(nextBin), 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      env: childEnv({
        ...testEnv(databaseUrl, url),
        NODE_ENV: 'production',
        PORT: String(port),
        DATA_DIR: path.resolve('.data', 'test'),
        ...env,
      }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      cwd: folder,
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const kill = (signal: NodeJS.Signals) => killChild(child, signal);
  const server = { url, port, pid: child.pid ?? 0, output: () => output, kill, stop: () => kill('SIGTERM') };
  await waitUntilHealthy(server, child);
  return server;
}

async function waitUntilHealthy(server: TestServer, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${server.output()}`);
    const status = await health(server.url);
    if (status === 200) return;
    if (Date.now() > deadline) {
      await server.kill('SIGKILL');
      throw new Error(`the server does not get healthy (${status}):\n${server.output()}`);
    }
    await pause(25);
  }
}

/** Status of the health probe; 0 when nobody answers. */
export async function health(url: string): Promise<number> {
  const answer = await fetch(`${url}/api/health`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.status ?? 0;
}

function killChild(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}
