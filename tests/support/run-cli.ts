import { spawn } from 'node:child_process';
import path from 'node:path';
import { childEnv } from '@/server/env';

export type CliResult = { code: number | null; output: string };

/** Runs a command of the console to its end; `variables` come on top of a bare production environment. */
export function runCli(args: readonly string[], variables: Record<string, string | undefined>): Promise<CliResult> {
  return new Promise((resolve) => {
    const child = spawnCli(args, variables);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    child.once('exit', (code) => resolve({ code, output }));
  });
}

export function spawnCli(args: readonly string[], variables: Record<string, string | undefined>) {
  const env = childEnv({
    ...{ VEDOMOST_MODE: undefined, DATABASE_URL: undefined, DATABASE_OWNER_URL: undefined, NODE_ENV: 'production' },
    ...variables,
  });
  return spawn(process.execPath, ['--import', 'tsx', path.join('src', 'cli', 'main.ts'), ...args], { env });
}
