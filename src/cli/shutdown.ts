import { readFileSync } from 'node:fs';
import { startedByNpm } from '@/server/env';
import { log } from '@/server/log';

type Cleanup = () => Promise<void>;

/** Collects what must be stopped; on Ctrl-C, SIGTERM or the death of npm stops it in reverse order and exits 0. */
export function stopOnSignals(): {
  add: (cleanup: Cleanup) => void;
  stopAll: () => Promise<void>;
  stopped: Promise<void>;
} {
  const cleanups: Cleanup[] = [];
  let stopping: Promise<void> | undefined;
  let report: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => {
    report = resolve;
  });
  const stopEverything = async () => {
    for (let cleanup = cleanups.pop(); cleanup; cleanup = cleanups.pop()) {
      await cleanup().catch((error: unknown) => log.error({ event: 'stop-failed', error }));
    }
    report();
  };
  const stopAll = () => {
    stopping ??= stopEverything();
    return stopping;
  };
  const exit = () => void stopAll().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, exit);
  if (startedByNpm()) watchParent(exit);
  return { add: (cleanup) => cleanups.push(cleanup), stopAll, stopped };
}

/** npm killed hard passes no signal on, and its shell stays between us: without this we would keep the port for ever. */
function watchParent(onDeath: () => void): void {
  const line = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === line) return;
    clearInterval(timer);
    onDeath();
  }, 500);
  timer.unref();
}

/** Numbers of our parent and, where the system tells it, of the parent's parent. */
function ancestors(): string {
  try {
    const [, parentOfParent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return `${process.ppid} ${parentOfParent}`;
  } catch {
    return `${process.ppid}`;
  }
}
