import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { backupSettings, childEnv, type localSettings } from '@/server/env';
import { installationSecrets } from '@/server/installation';
import { installDemoClock } from '@/server/postgres/demo-clock';
import { type EmbeddedPostgres, startEmbedded } from '@/server/postgres/embedded';
import { migrate, readMigrations } from '@/server/postgres/migrate';
import { createDatabase, databaseName, runtimeRole, withClient } from '@/server/postgres/roles';
import { runNode } from './run-node';

export const migrationsFolder = path.join('prisma', 'migrations');

type Settings = ReturnType<typeof localSettings>;

/** Embedded PostgreSQL with the newest schema and a movable clock: the ground of demo and dev. */
export async function openLocalDatabase({ dataDir }: Settings): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataDir });
  try {
    await prepareSchema(postgres.ownerUrl);
  } catch (error) {
    if (postgres.startedHere) await postgres.stop();
    throw error;
  }
  return postgres;
}

/** Written when the demo college is complete; a start stopped half-way through it finds none. */
export const completeDemo = 'demo college complete';

/**
 * Fills the database with the demo college, in a process of its own that gives its memory back. What a stopped start
 * left half-made is made anew; data that is no demo is never touched.
 */
export async function seedWhenEmpty(postgres: EmbeddedPostgres, settings: Settings): Promise<void> {
  if (await withClient(postgres.ownerUrl, isFilled)) return;
  await resetDatabase(postgres);
  const variables = { ...localEnv(postgres, settings, 'demo'), DATABASE_OWNER_URL: postgres.ownerUrl };
  await runNode(['--import', 'tsx', path.join('src', 'cli', 'main.ts'), 'seed'], variables);
  const note = `COMMENT ON DATABASE ${databaseName} IS '${completeDemo}'`;
  await withClient(postgres.ownerUrl, (client) => client.query(note));
}

async function isFilled(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_database WHERE datname = current_database() AND shobj_description(oid, 'pg_database') = $1
     UNION ALL SELECT 1 FROM institution WHERE NOT demo`,
    [completeDemo],
  );
  return rowCount !== 0;
}

async function resetDatabase({ superuserUrl, ownerUrl }: EmbeddedPostgres): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query(`DROP DATABASE ${databaseName} WITH (FORCE)`);
    await createDatabase(client, databaseName);
  });
  await prepareSchema(ownerUrl);
}

async function prepareSchema(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, runtimeRole, readMigrations(migrationsFolder));
  await installDemoClock(ownerUrl, runtimeRole);
}

/** Variables of a server process on this machine; it is never told the owner's password. */
export function localEnv(
  postgres: EmbeddedPostgres,
  { port, dataDir, trainingUrl }: Settings,
  mode: 'demo' | 'dev',
): NodeJS.ProcessEnv {
  const secrets = installationSecrets(dataDir);
  return childEnv({
    ...demoCopies(dataDir),
    VEDOMOST_MODE: mode,
    DATABASE_URL: postgres.runtimeUrl,
    DATABASE_OWNER_URL: undefined,
    NEXTAUTH_SECRET: secrets.authSecret,
    NEXTAUTH_URL: (mode === 'demo' ? trainingUrl : undefined) ?? `http://localhost:${port}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    DATA_DIR: path.resolve(dataDir),
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
  });
}

/** Copies of the demo lie beside it, under a phrase that everybody may know like its passwords; one's own settings win. */
function demoCopies(dataDir: string): Record<string, string> {
  const { folders, passphrase } = backupSettings();
  const folder = path.resolve(dataDir, 'copies');
  if (folders.every((one) => one === undefined)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  return {
    ...(folders.every((one) => one === undefined) ? { BACKUP_DIR: folder } : {}),
    ...(passphrase === undefined ? { BACKUP_PASSPHRASE: 'показательный колледж 2026' } : {}),
  };
}
