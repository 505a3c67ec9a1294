import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { childEnv } from '@/server/env';
import { testEnv } from './test-env';

export type WorkerProcess = {
  pid: number;
  /** Resolves with the exit code, null after kill -9. */
  kill: (signal: NodeJS.Signals) => Promise<number | null>;
  output: () => string;
};

/** Starts a script or a command of ours as a worker process; resolves when it says that it works. */
export async function startWorkerProcess(
  args: readonly string[],
  { databaseUrl, dataDir, flags = [] }: { databaseUrl: string; dataDir?: string; flags?: readonly string[] },
): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [...flags, '--import', 'tsx', ...args], {
    env: childEnv({
      ...testEnv(databaseUrl, 'http://localhost:3000'),
      DATA_DIR: dataDir ?? path.resolve('.data', 'test'),
    }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const said = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        if (/ready|worker-started/.test(output)) resolve();
      });
    }
  });
  await Promise.race([said, exitOf(child).then(() => Promise.reject(new Error(`the worker ended:\n${output}`)))]);
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return exitOf(child);
  };
  return { pid: child.pid ?? 0, kill, output: () => output };
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
