import { z } from 'zod';
import { enqueueJob } from '@/features/jobs/enqueue-job';
import { defineCommand } from '@/server/command';
import { importPermissions, requireKind } from './all-kinds';
import { importJobKind } from './import-job';

/** What is known of a table whose bytes have come. */
const input = z.strictObject({
  kind: z.string().max(40),
  name: z.string().trim().min(1).max(200),
  key: z.string().regex(/^[\w-]{22}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  pasted: z.boolean().default(false),
});

/**
 * Takes a table in and asks for its check in the background; nothing else is written. From the command line the check is
 * called at once. @throws Refusal NOT_FOUND for a kind that is not the actor's
 */
export const beginImport = defineCommand({
  name: 'import.begin',
  permission: importPermissions,
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { kind, name, key, hash, pasted } }) => {
    requireKind(actor, kind);
    const person = actor.kind === 'person' ? actor.personId : null;
    const { id } = await tx.importRun.create({
      data: { kind, fileName: name, fileKey: key, hash, pasted, createdById: person, createdAt: now },
      select: { id: true },
    });
    if (person !== null) {
      const jobId = await enqueueJob(tx, importJobKind, { payload: { runId: id }, requestedById: person });
      await tx.importRun.update({ where: { id }, data: { jobId } });
    }
    const step = { entity: 'importRun', field: 'created', recordId: id, before: null, after: `${kind} ${hash}` };
    return { result: { id }, audit: { object: 'importRun', objectId: id, steps: [step] } };
  },
});
