import type pg from 'pg';
import { withClient } from './roles';

/** Settings without which an acknowledged save may be lost in a power cut (T-094). */
export const durability: readonly string[] = ['fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums'];

/** Why the database behind `DATABASE_URL` must not serve in production; empty when it may (T-001, T-094). */
export async function productionRefusals(url: string): Promise<string[]> {
  try {
    return await withClient(url, inspect);
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'no answer';
    return [`DATABASE_URL leads to no database that lets us in (${code})`];
  }
}

async function inspect(client: pg.Client): Promise<string[]> {
  const refusals: string[] = [];
  if (await hasTable(client, 'clock_override')) {
    refusals.push('DATABASE_URL leads to a demo or test database: its clock can be moved');
  }
  if (await hasTable(client, 'institution')) {
    const { rowCount } = await client.query('SELECT 1 FROM institution WHERE demo');
    if (rowCount) refusals.push('DATABASE_URL leads to a database with demo data, whose passwords everybody knows');
  }
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM pg_settings WHERE name = ANY($1) AND setting = 'off'",
    [durability],
  );
  for (const { name } of rows) {
    refusals.push(`DATABASE_URL leads to a server with ${name} = off: a power cut would lose saved marks`);
  }
  const unguarded = await unguardedFunctions(client);
  return [
    ...refusals,
    ...unguarded.map(
      (name) => `function ${name} has no search_path of its own: ALTER FUNCTION … SET search_path = public, pg_temp`,
    ),
  ];
}

/** Guards (the movable clock of a demo is named above) say where their names are looked up: else a caller's own tables could stand before theirs (T-061). */
export async function unguardedFunctions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang AND l.lanname = 'plpgsql'
     WHERE p.pronamespace = 'public'::regnamespace AND p.proname <> 'app_now' AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%')
       AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

async function hasTable(client: pg.Client, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [
    `public.${table}`,
  ]);
  return rows[0]?.found === true;
}
