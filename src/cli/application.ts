import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { log } from '@/server/log';
import { nextBin, servingFlags } from './production-build';

type Application = { kind: 'start' | 'dev'; host: string; port: number; env: NodeJS.ProcessEnv };

const finishWithin = 25_000; // milliseconds for requests in flight (T-152)

/**
 * Runs the web server as a child and replaces it when it dies; `ready` resolves with its first answer.
 * The channel to the child lets it notice our own death, so that kill -9 leaves no server behind.
 */
export function runApplication(application: Application): { ready: Promise<void>; stop: () => Promise<void> } {
  let stopping = false;
  let child = launch(application);
  const watch = () => {
    child.once('exit', (code, signal) => {
      if (stopping) return;
      log.error({ event: 'server-died', code, signal });
      setTimeout(() => {
        if (stopping) return;
        child = launch(application);
        watch();
      }, 500);
    });
  };
  return {
    ready: firstAnswer(application, child).then(watch),
    stop: async () => {
      stopping = true;
      await stopChild(child);
    },
  };
}

function launch({ kind, host, port, env }: Application): ChildProcess {
  return spawn(process.execPath, [...servingFlags, nextBin, kind, '-H', host, '-p', String(port)], {
    env,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

async function firstAnswer({ host, port }: Application, child: ChildProcess): Promise<void> {
  const address = `${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('the server did not start; its own message stands above');
    const answer = await fetch(`http://${address}/api/health`).catch(() => undefined);
    if (answer) return;
    await pause(50);
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), finishWithin);
  await gone;
  clearTimeout(patience);
}

/** The port of a server killed a moment ago comes free within seconds; one in use does not. @throws naming PORT */
export async function waitForPort(host: string, port: number): Promise<void> {
  const deadline = Date.now() + 8_000;
  while (!(await isFree(host, port))) {
    if (Date.now() > deadline) throw new Error(`PORT ${port} is in use: stop what listens there or give another PORT`);
    await pause(100);
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
