import path from 'node:path';
import { childEnv, type localSettings } from '@/server/env';
import { installationSecrets } from '@/server/installation';
import { installDemoClock } from '@/server/postgres/demo-clock';
import { type EmbeddedPostgres, startEmbedded } from '@/server/postgres/embedded';
import { migrate, readMigrations } from '@/server/postgres/migrate';
import { runtimeRole, withClient } from '@/server/postgres/roles';
import { runNode } from './run-node';

export const migrationsFolder = path.join('prisma', 'migrations');

type Settings = ReturnType<typeof localSettings>;

/** Embedded PostgreSQL with the newest schema and a movable clock: the ground of demo and dev. */
export async function openLocalDatabase({ dataDir }: Settings): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataDir });
  try {
    await migrate(postgres.ownerUrl, runtimeRole, readMigrations(migrationsFolder));
    await installDemoClock(postgres.ownerUrl, runtimeRole);
  } catch (error) {
    if (postgres.startedHere) await postgres.stop();
    throw error;
  }
  return postgres;
}

/** Fills the database with the demo college unless it holds an institution already; a process of its own frees the memory. */
export async function seedWhenEmpty(postgres: EmbeddedPostgres, settings: Settings): Promise<boolean> {
  const { rowCount } = await withClient(postgres.ownerUrl, (client) => client.query('SELECT 1 FROM institution'));
  if (rowCount) return false;
  const variables = { ...localEnv(postgres, settings, 'demo'), DATABASE_OWNER_URL: postgres.ownerUrl };
  await runNode(['--import', 'tsx', path.join('src', 'cli', 'main.ts'), 'seed'], variables);
  return true;
}

/** Variables of a server process on this machine; it is never told the owner's password. */
export function localEnv(
  postgres: EmbeddedPostgres,
  { port, dataDir }: Settings,
  mode: 'demo' | 'dev',
): NodeJS.ProcessEnv {
  const secrets = installationSecrets(dataDir);
  return childEnv({
    VEDOMOST_MODE: mode,
    DATABASE_URL: postgres.runtimeUrl,
    DATABASE_OWNER_URL: undefined,
    NEXTAUTH_SECRET: secrets.authSecret,
    NEXTAUTH_URL: `http://localhost:${port}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.actionsKey,
    NEXT_TELEMETRY_DISABLED: '1',
    PORT: String(port),
    DATA_DIR: path.resolve(dataDir),
    NODE_ENV: mode === 'dev' ? 'development' : 'production',
  });
}
