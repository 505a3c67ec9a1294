import path from 'node:path';
import { generateLarge } from '@prisma-seed/large/generate';
import { seedReference } from '@prisma-seed/reference';
import pg from 'pg';
import { installDemoClock, setDemoClock } from '@/server/postgres/demo-clock';
import { startEmbedded } from '@/server/postgres/embedded';
import { migrate, readMigrations } from '@/server/postgres/migrate';
import { createDatabase, runtimeRole, withClient, withDatabase } from '@/server/postgres/roles';

export type BenchDatabase = { ownerUrl: string; runtimeUrl: string };

/** Five years of a college and one term of it: the same grid on much and on little data. Each is made when missing. */
const sizes = {
  large: { groups: 85, firstYear: 2022, lastYear: 2026, from: '2022-09-01', until: '2026-11-20' },
  term: { groups: 85, firstYear: 2026, lastYear: 2026, from: '2026-09-01', until: '2026-11-20' },
};

export async function openBenchData() {
  const server = await startEmbedded({ dataDir: path.join('.data', 'bench'), settings: { max_connections: '100' } });
  const open = async (name: keyof typeof sizes): Promise<BenchDatabase> => {
    const database = `bench_${name}_2`;
    const ownerUrl = withDatabase(server.ownerUrl, database);
    await withClient(server.superuserUrl, async (client) => {
      const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
      if (known.rowCount) return migrateTo(ownerUrl);
      console.log(`generating ${name}: ${JSON.stringify(sizes[name])}`);
      await createDatabase(client, `${database}_draft`);
      const draft = withDatabase(server.ownerUrl, `${database}_draft`);
      await fill(draft, sizes[name]);
      await client.query(`ALTER DATABASE ${database}_draft RENAME TO ${database}`);
    });
    return { ownerUrl, runtimeUrl: withDatabase(server.runtimeUrl, database) };
  };
  return { large: await open('large'), term: await open('term'), stop: () => server.stop() };
}

async function migrateTo(ownerUrl: string): Promise<void> {
  await migrate(ownerUrl, runtimeRole, readMigrations(path.join('prisma', 'migrations')));
}

async function fill(ownerUrl: string, size: (typeof sizes)['large']): Promise<void> {
  await migrateTo(ownerUrl);
  await installDemoClock(ownerUrl, runtimeRole);
  await seedReference(ownerUrl);
  await generateLarge(ownerUrl, size);
  await setDemoClock(ownerUrl, '2026-11-20T10:00:00Z');
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query('CREATE TABLE bench_raw (id bigserial PRIMARY KEY, body jsonb, at timestamptz)');
  await client.query(`GRANT ALL ON bench_raw, bench_raw_id_seq TO ${runtimeRole}`);
  await client.end();
}
