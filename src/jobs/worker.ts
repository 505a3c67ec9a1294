import { setTimeout as pause } from 'node:timers/promises';
import { readClock } from '@/server/clock';
import { db } from '@/server/db';
import { log } from '@/server/log';
import type { JobHandler } from './define-job';
import { claimJob } from './queue';
import { runJob } from './run-job';
import { enqueueDue, type PeriodicJob } from './schedule';

type WorkerOptions = {
  handlers: readonly JobHandler[];
  periodic?: readonly PeriodicJob[];
  /** Jobs at a time: a short one does not wait for a long one. */
  lanes?: number;
  /** Seconds after which the job of a worker that fell silent is another's. */
  lease?: number;
};

const idle = 1_000; // milliseconds between two looks into an empty queue
const afterTrouble = 5_000;
const betweenTicks = 30_000;

/** Works until it is stopped; `stop` takes no new job, hands the present ones back and resolves when all hands are empty. */
export function startWorker({ handlers, periodic = [], lanes = 2, lease = 30 }: WorkerOptions): {
  stop: () => Promise<void>;
} {
  const stopping = new AbortController();
  const { signal } = stopping;
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  const rest = (milliseconds: number) => pause(milliseconds, undefined, { signal }).catch(() => undefined);

  const work = async () => {
    const job = await claimJob([...byKind.keys()], lease);
    const handler = job && byKind.get(job.kind);
    if (!job || !handler) return rest(idle);
    log.info({ event: 'job-begun', job: job.id, kind: job.kind, attempt: job.attempts });
    await runJob(job, handler, { lease, stopping: signal });
  };
  const tick = async () => {
    const institution = await db().institution.findUnique({ where: { id: 1 }, select: { timeZone: true } });
    if (institution) await enqueueDue(db(), periodic, { now: await readClock(db()), timeZone: institution.timeZone });
    await rest(betweenTicks);
  };
  const forever = async (turn: () => Promise<void>) => {
    while (!signal.aborted) {
      await turn().catch((error: unknown) => {
        log.warn({ event: 'jobs-trouble', error });
        return rest(afterTrouble);
      });
    }
  };
  const loops = Promise.all([forever(tick), ...Array.from({ length: lanes }, () => forever(work))]);
  return {
    stop: async () => {
      stopping.abort();
      await loops;
    },
  };
}
