import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { enqueueJob } from '@/features/jobs/enqueue-job';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { importPermissions } from './all-kinds';
import { importJobKind } from './import-job';
import { holdRun, isAtWork } from './run-row';
import type { Counts } from './table-check';

/**
 * Asks that what was checked be written, in the background; the command line carries it out itself. One that stopped half-way may be asked for again: nothing of it
 * was written. @throws Refusal NOT_FOUND, INVALID with errors in rows or without anything to write, BUSY
 */
export const confirmImport = defineCommand({
  name: 'import.confirm',
  permission: importPermissions,
  input: z.strictObject({ runId: idField }),
  period: 'none',
  run: async ({ tx, actor, input: { runId } }) => {
    const run = await holdRun(tx, actor, runId);
    if (run.state !== 'checked' && run.state !== 'writing') throw new Refusal('NOT_FOUND');
    const counts = run.counts as Counts | null;
    if (!counts || counts.wrong > 0) throw new Refusal('INVALID', { fields: ['строки с ошибками'] });
    if (counts.new + counts.changed === 0) throw new Refusal('INVALID', { detail: 'записывать нечего' });
    if (run.state === 'writing' && (await isAtWork(tx, run))) throw new Refusal('BUSY');
    const jobId =
      actor.kind === 'system'
        ? null
        : await enqueueJob(tx, importJobKind, { payload: { runId }, requestedById: actor.personId });
    await tx.importRun.update({ where: { id: runId }, data: { state: 'writing', jobId } });
    const step = { entity: 'importRun', field: 'state', recordId: runId, before: run.state, after: 'writing' };
    return { result: { jobId }, audit: { object: 'importRun', objectId: runId, steps: [step] } };
  },
});
