import { EnvError, env } from '@/server/env';
import { log } from '@/server/log';
import { productionRefusals } from '@/server/postgres/production-guard';
import { ensurePrismaClient } from './prisma-client';
import { stopOnSignals } from './shutdown';

/** `npm run worker`: background jobs, beside any number of servers and of other workers on the same database. */
export async function runWorker(): Promise<void> {
  const { mode, databaseUrl } = env();
  const refusals = mode === 'production' ? await productionRefusals(databaseUrl) : [];
  if (refusals.length > 0) throw new EnvError(refusals);
  const shutdown = stopOnSignals();
  try {
    await ensurePrismaClient();
    const { startWorker } = await import('@/jobs/worker');
    const { handlers, periodic } = await import('@/jobs/all-jobs');
    const worker = startWorker({ handlers, periodic });
    shutdown.add(worker.stop);
    log.info({ event: 'worker-started' });
    await shutdown.stopped;
  } finally {
    await shutdown.stopAll();
  }
}
