import { can } from '@/access/actor';
import { Refusal } from '@/server/errors';
import { route } from '@/server/http';
import { assertOwnOrigin } from '@/server/origin';
import { currentActor } from '@/server/session';
import { readTableApart } from '@/tabular/read-table-apart';
import { TableRefusal } from '@/tabular/table';

const largest = 1_000_000;

/**
 * `POST /api/study/schemes/table` with a file's bytes: its rows as they stand. Nothing is written: the page shows them in the
 * table of the draft. @throws Refusal INVALID for what is no table
 */
export const tableRoute = route(async ({ request }) => {
  assertOwnOrigin(request.headers);
  const actor = await currentActor();
  if (!actor) throw new Refusal('UNAUTHENTICATED');
  if (actor.mustChange) throw new Refusal('MUST_CHANGE_PASSWORD');
  if (!can(actor, 'scheme.enter')) throw new Refusal('NOT_FOUND');
  try {
    return Response.json(await readTableApart(await bytesOf(request)));
  } catch (error) {
    if (!(error instanceof TableRefusal)) throw error;
    throw new Refusal('INVALID', { detail: error.message.replace(/\.$/, '') });
  }
});

async function bytesOf(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > largest) throw new Refusal('TOO_LARGE');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) throw new Refusal('TOO_LARGE');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
