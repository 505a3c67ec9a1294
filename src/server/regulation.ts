import type { Actor } from '@/access/actor';
import { parseRegulation, type Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { type Db, db } from './db';
import { Refusal } from './errors';

/** Versions are immutable, so a parsed one is kept as long as its database's client. */
const parsed = new WeakMap<object, Map<number, Regulation>>();

/**
 * The regulation in force on a day: the version with the latest `validFrom` not after it. Inside a transaction it must be
 * read through that: whoever holds a connection and waits for a second one, ten of them wait for ever (T-098).
 */
export async function activeRegulation(on: LocalDate, reader: Db = db()): Promise<Regulation> {
  const row = await reader.regulationVersion.findFirst({
    where: { validFrom: { lte: new Date(on) } },
    orderBy: { validFrom: 'desc' },
    select: { id: true },
  });
  if (!row) throw new Refusal('UNAVAILABLE', { detail: 'Положение о журнале не введено' });
  return regulationVersion(row.id, reader);
}

/** The regulation under which the actor acts now; a signed-in person's request knows it already. */
export function regulationOf(actor: Pick<Actor, 'today' | 'regulationId'>, reader: Db = db()): Promise<Regulation> {
  return actor.regulationId === undefined
    ? activeRegulation(actor.today, reader)
    : regulationVersion(actor.regulationId, reader);
}

/** Of a period: the version that it was locked with (`kept`), also while it is open again; today's while it is not locked. */
export function regulationOfPeriod(
  actor: Pick<Actor, 'today' | 'regulationId'>,
  kept: number | null | undefined,
  reader: Db = db(),
): Promise<Regulation> {
  return kept ? regulationVersion(kept, reader) : regulationOf(actor, reader);
}

/** A version by id: a locked period keeps the one under which it was lived. */
export async function regulationVersion(id: number, reader: Db = db()): Promise<Regulation> {
  const client = db();
  const versions = parsed.get(client) ?? new Map<number, Regulation>();
  parsed.set(client, versions);
  const known = versions.get(id);
  if (known) return known;
  const row = await reader.regulationVersion.findUniqueOrThrow({ where: { id }, select: { data: true } });
  const regulation = parseRegulation(row.data);
  versions.set(id, regulation);
  return regulation;
}
