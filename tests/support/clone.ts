import { randomBytes } from 'node:crypto';
import { setDemoClock } from '@/server/postgres/demo-clock';
import { createDatabase, withClient, withDatabase } from '@/server/postgres/roles';
import type { TestPostgres } from './test-postgres';

/** A database of one test file's own, with the addresses of its three roles. */
export type TestDatabase = {
  name: string;
  superuserUrl: string;
  ownerUrl: string;
  runtimeUrl: string;
  /** Stops its clock at this instant; `null` = real time. */
  setClock: (iso: string | null) => Promise<void>;
  drop: () => Promise<void>;
};

/** Copies `template` (an empty migrated database by default) in less than a tenth of a second. */
export async function cloneDatabase(server: TestPostgres, template = server.template): Promise<TestDatabase> {
  const name = `copy_${randomBytes(6).toString('hex')}`;
  await withClient(server.superuserUrl, (client) => createDatabase(client, name, template));
  const ownerUrl = withDatabase(server.ownerUrl, name);
  return {
    name,
    ownerUrl,
    superuserUrl: withDatabase(server.superuserUrl, name),
    runtimeUrl: withDatabase(server.runtimeUrl, name),
    setClock: (iso) => setDemoClock(ownerUrl, iso),
    drop: () =>
      withClient(server.superuserUrl, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      }),
  };
}
