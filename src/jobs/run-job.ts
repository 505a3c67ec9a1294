import { Refusal } from '@/server/errors';
import { log } from '@/server/log';
import { errorText } from '@/texts/errors';
import type { JobContext, JobHandler } from './define-job';
import { endCancelled, failJob, finishJob, type HeldJob, handBack, type Progress, renewLease } from './queue';

/** Why a job's work is told to stop. */
type Stop = 'cancel' | 'lost' | 'stop';

const triesAfterFaults = 3;
const triesAfterKills = 20;
const tooOften =
  'Задание прерывалось слишком часто и больше не начинается. Посмотрите журнал событий сервера и начните его снова.';
const fault =
  'Что-то пошло не так на сервере. Попробуйте ещё раз; если не поможет, сообщите администратору номер задания.';

/** Carries one held job through to one of its ends; never throws. `lease` in seconds, renewed four times within it. */
export async function runJob(
  job: HeldJob,
  handler: JobHandler,
  { lease, stopping }: { lease: number; stopping: AbortSignal },
): Promise<void> {
  const hold = new AbortController();
  const stop = () => hold.abort('stop' satisfies Stop);
  stopping.addEventListener('abort', stop, { once: true });
  const keeper = keepLease(job, lease, hold);
  try {
    if (job.attempts > triesAfterKills) return await failJob(job, tooOften);
    await keeper.renew();
    const result = await handler.run(job.payload, contextOf(job, hold.signal, keeper));
    await finishJob(job, result);
  } catch (error) {
    await end(job, hold.signal, error).catch((trouble: unknown) =>
      log.error({ event: 'job-end-failed', error: trouble }),
    );
  } finally {
    keeper.close();
    stopping.removeEventListener('abort', stop);
  }
}

type Keeper = { state: Progress; renew: () => Promise<void>; close: () => void };

/** Renews the lease by a heartbeat; a worker that could not for a whole lease must take it as lost. */
function keepLease(job: HeldJob, lease: number, hold: AbortController): Keeper {
  const state: Progress = { done: 0, total: 0, note: '' };
  let renewed = performance.now();
  const renew = async () => {
    if (hold.signal.aborted) return;
    try {
      const answer = await renewLease(job, lease, state);
      renewed = performance.now();
      if (answer !== 'held') hold.abort(answer satisfies Stop);
    } catch (error) {
      log.warn({ event: 'job-heartbeat-failed', job: job.id, error });
      if (performance.now() - renewed > lease * 1000) hold.abort('lost' satisfies Stop);
    }
  };
  const beat = setInterval(() => void renew(), lease * 250);
  return { state, renew, close: () => clearInterval(beat) };
}

function contextOf(job: HeldJob, signal: AbortSignal, keeper: Keeper): JobContext {
  return {
    ...{ jobId: job.id, requestedById: job.requestedById, signal },
    progress: async (done, total, note = '') => {
      Object.assign(keeper.state, { done, total, note });
      await keeper.renew();
      signal.throwIfAborted();
    },
  };
}

async function end(job: HeldJob, signal: AbortSignal, error: unknown): Promise<void> {
  const reason = signal.aborted ? (signal.reason as Stop) : null;
  if (reason === 'lost') return;
  if (reason === 'cancel') return endCancelled(job);
  if (reason === 'stop') return handBack(job);
  if (error instanceof Refusal) return failJob(job, errorText(error.code, error.options));
  log.error({ event: 'job-fault', job: job.id, kind: job.kind, attempt: job.attempts, error });
  if (job.attempts >= triesAfterFaults) return failJob(job, fault);
  return handBack(job, 10 * job.attempts ** 2);
}
