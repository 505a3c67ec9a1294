import { z } from 'zod';
import { dropBytes } from '@/features/files/drop-bytes';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { Prisma } from '@/server/prisma/client';
import { importPermissions } from './all-kinds';
import { holdRun, isAtWork } from './run-row';

/** Gives a table up before it is written: its bytes and rows go at once. @throws Refusal NOT_FOUND, BUSY while it is written */
export const discardImport = defineCommand({
  name: 'import.discard',
  permission: importPermissions,
  input: z.strictObject({ runId: idField }),
  period: 'none',
  run: async ({ tx, actor, input: { runId } }) => {
    const run = await holdRun(tx, actor, runId);
    if (run.state === 'writing' && (await isAtWork(tx, run))) throw new Refusal('BUSY');
    if (run.state === 'done' || run.state === 'discarded') throw new Refusal('NOT_FOUND');
    await dropBytes(tx, run.fileKey);
    const data = { state: 'discarded', rows: Prisma.DbNull, refusal: null } as const;
    await tx.importRun.update({ where: { id: runId }, data });
    const step = { entity: 'importRun', field: 'state', recordId: runId, before: run.state, after: 'discarded' };
    return { result: { id: runId }, audit: { object: 'importRun', objectId: runId, steps: [step] } };
  },
});
