import { env } from '@/server/env';
import { handlers, periodic } from './all-jobs';
import { startWorker } from './worker';

/**
 * In the demo and while developing the worker lives inside the server; in production it is a process of its own
 * (`npm run worker`), so that a print never slows a save.
 */
export function startBesideServer(): void {
  if (!['demo', 'dev'].includes(env().mode)) return;
  const worker = startWorker({ handlers, periodic });
  process.once('SIGTERM', () => void worker.stop());
}
