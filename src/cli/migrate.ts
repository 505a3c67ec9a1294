import { databaseSettings, type Env, EnvError } from '@/server/env';
import { migrate, missingMigrations, readMigrations, roleOf } from '@/server/postgres/migrate';
import { withClient } from '@/server/postgres/roles';
import { migrationsFolder } from './local-database';

type Addresses = Pick<Env, 'databaseUrl' | 'databaseOwnerUrl'>;

/** `migrate`: brings the schema up to this program, for installations whose servers never learn the owner's password. */
export async function runMigrate(): Promise<void> {
  const applied = await bringSchema(databaseSettings());
  console.log(applied.length === 0 ? 'Схема базы данных новая.' : `Применены миграции: ${applied.join(', ')}.`);
}

/**
 * Applies what is missing, as the owner where one is named, else as the only role where that owns the schema. A server
 * that knows a role without rights alone looks whether somebody has done it. @returns names applied now
 * @throws EnvError when migrations are missing and nobody here may apply them
 */
export async function bringSchema({ databaseUrl, databaseOwnerUrl }: Addresses): Promise<string[]> {
  const migrations = readMigrations(migrationsFolder);
  const ownerUrl = databaseOwnerUrl ?? ((await mayCreate(databaseUrl)) ? databaseUrl : undefined);
  if (ownerUrl) return migrate(ownerUrl, roleOf(databaseUrl), migrations);
  const missing = await missingMigrations(databaseUrl, migrations);
  if (missing.length === 0) return [];
  throw new EnvError([
    `DATABASE_OWNER_URL is not set and the schema lacks ${missing.join(', ')}: run «npm run cli -- migrate» with it first`,
  ]);
}

async function mayCreate(url: string): Promise<boolean> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ may: boolean }>("SELECT has_schema_privilege('public', 'CREATE') AS may"),
  );
  return rows[0]?.may === true;
}
