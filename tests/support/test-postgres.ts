import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { installDemoClock } from '@/server/postgres/demo-clock';
import { startEmbedded } from '@/server/postgres/embedded';
import { migrate, readMigrations } from '@/server/postgres/migrate';
import { createDatabase, runtimeRole, withClient, withDatabase } from '@/server/postgres/roles';

/** Addresses of the test server's three roles, and the database that tests are copies of. */
export type TestPostgres = { superuserUrl: string; ownerUrl: string; runtimeUrl: string; template: string };

/** Nobody pulls the plug of a test: what costs disk waits is off. */
const fastSettings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  max_wal_size: '4GB',
  shared_buffers: '256MB',
};

/** Held shared by every test run that uses the server; who finds itself alone stops it. */
const inUse = 72707371;

/** Starts or joins the test server, which several runs may share, and makes the template of the present migrations. */
export async function openTestPostgres(): Promise<{ postgres: TestPostgres; close: () => Promise<void> }> {
  for (;;) {
    const server = await startEmbedded({ dataDir: path.join('.data', 'test'), settings: fastSettings });
    const presence = new pg.Client({ connectionString: server.superuserUrl });
    presence.on('error', () => undefined);
    try {
      await presence.connect();
      await presence.query('SELECT pg_advisory_lock_shared($1)', [inUse]);
    } catch {
      await pause(100); // the last run before us was just stopping it
      continue;
    }
    const template = await ensureTemplate(server);
    return {
      postgres: {
        superuserUrl: server.superuserUrl,
        ownerUrl: server.ownerUrl,
        runtimeUrl: server.runtimeUrl,
        template,
      },
      close: async () => {
        await presence.query('SELECT pg_advisory_unlock_shared($1)', [inUse]);
        const { rows } = await presence.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [inUse]);
        const alone = rows[0]?.alone === true;
        if (alone) await dropLeftCopies(presence);
        await presence.end();
        if (alone) await server.stop();
      },
    };
  }
}

type Addresses = Omit<TestPostgres, 'template'>;

/** A migrated database with a movable clock, made once per set of migrations (about a second) and copied ever after. */
function ensureTemplate(server: Addresses): Promise<string> {
  const migrations = readMigrations(path.join('prisma', 'migrations'));
  const hash = createHash('sha256').update(migrations.map((migration) => migration.checksum).join());
  return ensureNamedTemplate(server, 'empty', hash.digest('hex'), async ({ ownerUrl }) => {
    await migrate(ownerUrl, runtimeRole, migrations);
    await installDemoClock(ownerUrl, runtimeRole);
  });
}

/**
 * A template called `name` whose contents follow from `hash`: filled by `fill` when it is missing, from `base` when given.
 * Older templates of that name are dropped. @returns the database's name
 */
export async function ensureNamedTemplate(
  server: Addresses,
  name: string,
  hash: string,
  fill: (database: Addresses) => Promise<void>,
  base?: string,
): Promise<string> {
  const template = `template_${name}_${hash.slice(0, 12)}`;
  await withClient(server.superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (known.rowCount) return;
    await dropDatabases(client, `template\\_${name}\\_%`);
    const draft = `draft_${name}_${hash.slice(0, 12)}`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await createDatabase(client, draft, base);
    await fill({
      superuserUrl: withDatabase(server.superuserUrl, draft),
      ownerUrl: withDatabase(server.ownerUrl, draft),
      runtimeUrl: withDatabase(server.runtimeUrl, draft),
    });
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${template}`);
  });
  return template;
}

const dropLeftCopies = (client: pg.Client) => dropDatabases(client, 'copy\\_%');

async function dropDatabases(client: pg.Client, pattern: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT datname AS name FROM pg_database WHERE datname LIKE $1',
    [pattern],
  );
  for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}
