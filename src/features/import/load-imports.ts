import { type Actor, canAny } from '@/access/actor';
import { nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import { fullDateTime } from '@/texts/format';
import { importKinds, importPermissions, kindsOf } from './all-kinds';
import { countsInWords } from './counts-in-words';
import type { KindView, RunLine } from './import-view';
import type { Counts } from './table-check';

export type ImportsView = { kinds: KindView[]; kind: KindView; runs: RunLine[] };

/** Kinds of tables for the actor, one of them open, and what was brought: one's own and whatever was written. Null without a right. */
export async function loadImports(actor: Actor, wanted: string): Promise<ImportsView | null> {
  if (!canAny(actor, importPermissions)) return null;
  const kinds = kindsOf(actor).map((kind): KindView => {
    const columns = Object.values(kind.columns).map(({ title, needed = false, example }) => ({
      title,
      needed,
      example,
    }));
    return { id: kind.id, title: kind.title, about: kind.about, columns };
  });
  const kind = wanted === '' ? kinds[0] : kinds.find(({ id }) => id === wanted);
  if (!kind) return null;
  return { kinds, kind, runs: await readRuns(actor, kinds) };
}

async function readRuns(actor: Actor, kinds: readonly KindView[]): Promise<RunLine[]> {
  const rows = await db().importRun.findMany({
    where: {
      kind: { in: kinds.map(({ id }) => id) },
      OR: [{ state: 'done' }, { createdById: actor.personId, state: { not: 'discarded' } }],
    },
    orderBy: { id: 'desc' },
    take: 20,
    select: runLineFields,
  });
  return rows.map((row) => runLine(row, actor.timeZone));
}

/** What a line of the list is made of. */
export const runLineFields = {
  ...{ id: true, kind: true, fileName: true, createdAt: true, state: true, counts: true, refusal: true },
  createdBy: { select: { lastName: true, firstName: true, middleName: true } },
} as const;

type Row = {
  id: number;
  kind: string;
  fileName: string;
  createdAt: Date;
  state: RunLine['state'];
  counts: unknown;
  refusal: string | null;
  createdBy: { lastName: string; firstName: string; middleName: string | null } | null;
};

export function runLine(
  { id, kind, fileName, createdAt, state, counts, refusal, createdBy }: Row,
  timeZone: string,
): RunLine {
  return {
    ...{ id, state, file: fileName, created: fullDateTime(createdAt, timeZone) },
    title: importKinds.find((one) => one.id === kind)?.title ?? kind,
    by: createdBy ? nameWithInitials(createdBy) : 'командная строка',
    said: refusal ?? (counts ? countsInWords(counts as Counts) : ''),
  };
}
