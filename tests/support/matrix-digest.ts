import { createHash } from 'node:crypto';
import pg from 'pg';

/** What a refusal may write, and the demo clock: neither is part of the college's record. */
const outside = ['security_event', 'login_throttle', 'idempotency_answer', '_prisma_migrations', 'clock_override'];

export type Digest = Record<string, string>;

/** One hash per table over its rows in key order (trust.md, «Digest»); sessions without their last-seen. */
export async function digest(ownerUrl: string): Promise<Digest> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL ($1) ORDER BY 1",
      [outside],
    );
    const hashes: Digest = {};
    for (const { name } of tables) {
      const row = name === 'session' ? "to_jsonb(t) - 'last_seen_at'" : 'to_jsonb(t)';
      const query = `SELECT (${row})::text AS row FROM ${pg.escapeIdentifier(name)} t ORDER BY 1`;
      const { rows } = await client.query<{ row: string }>(query);
      hashes[name] = createHash('sha256')
        .update(rows.map((each) => each.row).join('\n'))
        .digest('hex');
    }
    return hashes;
  } finally {
    await client.end();
  }
}

/** Tables whose contents differ. */
export function changedTables(before: Digest, after: Digest): string[] {
  return Object.keys(after).filter((table) => before[table] !== after[table]);
}
