import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnv } from '@/server/env';

/** What became of one `npm start`: it ended by itself, or it opened its port and was stopped. */
export type StartResult = { code: number | null; seconds: number; output: string; opened: boolean };

/** Runs the production start with `variables` (undefined = not set) until it ends or opens `port`. */
export async function tryProductionStart(
  port: number,
  variables: Record<string, string | undefined>,
): Promise<StartResult> {
  const started = Date.now();
  const env = childEnv({
    VEDOMOST_MODE: undefined,
    DATABASE_OWNER_URL: undefined,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: undefined,
    NODE_ENV: 'production',
    DATA_DIR: path.join('.data', 'test'),
    PORT: String(port),
    ...variables,
  });
  const child = spawn(process.execPath, ['--import', 'tsx', path.join('src', 'cli', 'main.ts'), 'start'], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  let seconds = 0;
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      seconds = (Date.now() - started) / 1000;
      resolve(code);
    });
  });
  let opened = false;
  while (child.exitCode === null && child.signalCode === null) {
    if (await isOpen(port)) {
      opened = true;
      child.kill('SIGTERM');
      break;
    }
    await pause(20);
  }
  return { code: await ended, seconds, output, opened };
}

/** A secret as good as any. */
export const strongSecret = () => randomBytes(48).toString('base64url');

/** Whether somebody listens on a port of this machine. */
export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
