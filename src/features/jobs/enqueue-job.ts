import type { z } from 'zod';
import type { Db } from '@/server/db';
import type { JobKind } from './job-kind';

type Wish<Schema extends z.ZodType> = {
  payload: z.input<Schema>;
  requestedById: number | null;
  /** Steps of the work, when they are known already. */
  total?: number;
  /** Of a periodic job: a slot is filled once, by whichever process is first (T-101). */
  slot?: string;
};

/**
 * Puts a job into the queue, inside the transaction of the act that asks for it: what is rolled back is never begun.
 * @returns its id, null when the slot is filled already
 * @throws ZodError when the payload is not one of this kind
 */
export async function enqueueJob<Schema extends z.ZodType>(
  tx: Db,
  { kind, payload: schema }: JobKind<Schema>,
  { payload, requestedById, total = 0, slot }: Wish<Schema>,
): Promise<number | null> {
  const told = JSON.stringify(schema.parse(payload));
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO background_job (kind, slot, payload, total, requested_by_id, created_at)
    SELECT ${kind}, ${slot ?? null}, ${told}::jsonb, ${total}::int, ${requestedById}::int, app_now()
    WHERE NOT EXISTS (SELECT 1 FROM background_job WHERE kind = ${kind} AND slot = ${slot ?? null})
    ON CONFLICT (kind, slot) DO NOTHING RETURNING id`;
  return row?.id ?? null;
}
