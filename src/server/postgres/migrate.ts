import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { withClient } from './roles';

export type Migration = { name: string; sql: string; checksum: string };

/** Prisma's own table, column for column, so that `prisma migrate status` agrees with us. */
const historyTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

/** Prisma's lock: a migration run by its CLI and ours exclude each other. */
const migrationLock = 72707369;

/** The migrations of `folder` in their order. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies what is missing, each migration in one transaction with its history row; a second start waits for the first.
 * Grants inside a migration find the runtime role in the setting `vedomost.runtime_role`.
 * @returns names of the migrations applied now
 * @throws when an applied migration was altered or the database is newer than the program
 */
export async function migrate(ownerUrl: string, role: string, migrations: readonly Migration[]): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await client.query("SET client_min_messages = 'warning'");
    await client.query(historyTable);
    const missing = await missingOf(client, migrations);
    for (const migration of missing) await apply(client, role, migration);
    return missing.map((migration) => migration.name);
  });
}

/**
 * What is not applied yet, as a role that owns nothing may see it; all of it where no migration ever ran.
 * @throws as `migrate` does
 */
export async function missingMigrations(url: string, migrations: readonly Migration[]): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ found: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
    );
    const missing = rows[0]?.found ? await missingOf(client, migrations) : migrations;
    return missing.map(({ name }) => name);
  });
}

async function missingOf(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const applied = new Map(rows.map((row) => [row.name, row.checksum]));
  checkHistory(applied, migrations);
  return migrations.filter((migration) => !applied.has(migration.name));
}

function checkHistory(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration.checksum]));
  for (const [name, checksum] of applied) {
    const ours = known.get(name);
    if (ours === undefined) throw new Error(`the database is newer than this program: it has the migration ${name}`);
    if (ours !== checksum) throw new Error(`the migration ${name} was altered after it had been applied`);
  }
}

async function apply(client: pg.Client, role: string, migration: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query("SELECT set_config('vedomost.runtime_role', $1, true)", [role]);
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`the migration ${migration.name} failed: ${String(error)}`, { cause: error });
  }
}

/** The role name inside a connection address: whom the grants of migrations go to. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
