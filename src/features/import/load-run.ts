import type { Actor } from '@/access/actor';
import { db } from '@/server/db';
import { importKinds, kindsOf } from './all-kinds';
import type { RunFilter, RunView } from './import-view';
import { runLine, runLineFields } from './load-imports';
import type { Counts, KeptRow } from './table-check';

const rowsOfPage = 100;

/** One's own import with a page of its rows and the job that is at it; null when it is not the actor's. */
export async function loadRun(
  actor: Actor,
  id: number,
  { filter: wanted, page }: { filter: RunFilter | null; page: number },
): Promise<{ view: RunView; jobId: number | null } | null> {
  const run = await db().importRun.findFirst({
    where: { id, createdById: actor.personId, kind: { in: kindsOf(actor).map((kind) => kind.id) } },
    select: { ...runLineFields, rows: true, jobId: true },
  });
  if (!run || run.state === 'discarded') return null;
  const kept = run.rows as { unread: string[]; stale: boolean; rows: KeptRow[] } | null;
  const all = kept?.rows ?? [];
  const counts = run.counts as Counts | null;
  const filter = wanted ?? (counts && counts.wrong > 0 ? 'wrong' : 'all');
  const chosen = filter === 'all' ? all : all.filter(({ fate }) => fate === filter);
  const pages = Math.max(1, Math.ceil(chosen.length / rowsOfPage));
  const at = Math.min(page, pages);
  const view: RunView = {
    ...runLine(run, actor.timeZone),
    ...{ refusal: run.refusal, counts, filter, pages, page: at },
    ...{ unread: kept?.unread ?? [], stale: kept?.stale ?? false },
    expired: !kept && (run.state === 'checked' || run.state === 'writing'),
    columns: usedColumns(run.kind, all),
    rows: chosen.slice((at - 1) * rowsOfPage, at * rowsOfPage),
  };
  return { view, jobId: run.jobId };
}

function usedColumns(kindId: string, rows: readonly KeptRow[]): RunView['columns'] {
  const columns = Object.values(importKinds.find(({ id }) => id === kindId)?.columns ?? {});
  const used = new Set(
    rows.flatMap(({ cells, errors }) => [
      ...cells.flatMap((cell, at) => (cell === '' ? [] : at)),
      ...errors.map(({ column }) => column),
    ]),
  );
  return columns.flatMap(({ title }, at) => (used.has(at) ? { at, title } : []));
}
