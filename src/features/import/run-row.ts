import type { Actor } from '@/access/actor';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { ImportState } from '@/server/prisma/enums';

type RunRow = {
  id: number;
  kind: string;
  fileKey: string;
  pasted: boolean;
  state: ImportState;
  jobId: number | null;
  counts: unknown;
  digest: string | null;
};

/** One's own import, held until the commit; the product itself has those of the command line. @throws Refusal NOT_FOUND */
export async function holdRun(tx: Db, actor: Actor, id: number): Promise<RunRow> {
  const owner = actor.kind === 'person' ? actor.personId : null;
  const [row] = await tx.$queryRaw<RunRow[]>`
    SELECT id, kind, file_key AS "fileKey", pasted, state::text AS state, job_id AS "jobId", counts, digest
    FROM import_run WHERE id = ${id} AND created_by_id IS NOT DISTINCT FROM ${owner}::int FOR UPDATE`;
  if (!row) throw new Refusal('NOT_FOUND');
  return row;
}

/** Whether a worker has it or will have it. */
export async function isAtWork(tx: Db, { jobId }: { jobId: number | null }): Promise<boolean> {
  if (jobId === null) return false;
  return (await tx.backgroundJob.count({ where: { id: jobId, state: { in: ['queued', 'running'] } } })) > 0;
}
