import type { PrismaClient } from '@/server/prisma/client';

/** Not part of the record: the security log, throttles and answers kept for repeated requests (trust.md, «Digest»). */
const outside = ['security_event', 'login_throttle', 'idempotency_answer', 'clock_override', '_prisma_migrations'];

/** A hash of every table's rows, whatever their order; two equal digests are two equal databases, and a differing one names its table. */
export type Digest = Record<string, string>;

/** Rows are hashed one by one and summed up: a table of millions costs one pass and no sorting. */
export async function digestOf(owner: PrismaClient): Promise<Digest> {
  const tables = await owner.$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL (${outside}) ORDER BY 1`;
  const hashes = tables.map(({ name }) => {
    const row = name === 'session' ? "(to_jsonb(t) - 'last_seen_at')::text" : 't::text';
    const sum = (seed: number) => `coalesce(sum(hashtextextended(${row}, ${seed})), 0)`;
    return `SELECT '${name}' AS name, count(*) || ' ' || ${sum(0)} || ' ' || ${sum(1)} AS hash FROM "${name}" t`;
  });
  const rows = await owner.$queryRawUnsafe<{ name: string; hash: string }[]>(hashes.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** Tables in which two digests differ. */
export function changedTables(before: Digest, after: Digest): string[] {
  return Object.keys(before).filter((table) => before[table] !== after[table]);
}
