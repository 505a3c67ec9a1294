import type { JobResult } from '@/features/jobs/job-kind';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { loadRequester } from '@/server/load-requester';
import { carryOutImport } from './carry-out-import';
import { countsInWords } from './counts-in-words';
import type { Counts } from './table-check';
import { listening } from './writing-progress';

type Work = {
  jobId: number;
  requestedById: number | null;
  progress: (done: number, total: number, note?: string) => Promise<void>;
};

/** Carries an import out in the name of whoever asked for it; begun anew after a kill it finds what is done (T-106). */
export async function performImport({ runId }: { runId: number }, work: Work): Promise<JobResult> {
  const actor = await loadRequester(work.requestedById ?? 0);
  if (!actor) throw new Refusal('FORBIDDEN');
  const run = await db().importRun.findUnique({ where: { id: runId }, select: { counts: true } });
  const total = totalOf(run?.counts as Counts | null);
  await work.progress(0, total, 'читаем файл');
  const meta = { address: 'local', device: 'background job' };
  const listener = (done: number) => work.progress(done, total, 'записываем');
  const { state, counts } = await listening(runId, listener, () => carryOutImport.execute(actor, { runId }, meta));
  await work.progress(total, total);
  return { said: counts ? countsInWords(counts) : 'Файл не принят', state };
}

const totalOf = (counts: Counts | null): number => (counts ? counts.new + counts.changed + counts.same : 1);
