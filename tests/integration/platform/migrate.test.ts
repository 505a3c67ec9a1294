import { createHash } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { type Migration, migrate } from '@/server/postgres/migrate';
import { createDatabase, runtimeRole, withClient, withDatabase } from '@/server/postgres/roles';

const server = inject('postgres');

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

const first = migration('0001_a', 'CREATE TABLE a (id int)');
const second = migration(
  '0002_b',
  "CREATE TABLE b (id int); DO $$BEGIN EXECUTE format('GRANT SELECT ON b TO %I', current_setting('vedomost.runtime_role')); END$$",
);

/** An empty database for `work`, dropped afterwards. */
async function onEmpty(name: string, work: (ownerUrl: string) => Promise<void>): Promise<void> {
  const database = `copy_migrate_${name}`;
  await withClient(server.superuserUrl, (client) => createDatabase(client, database));
  await work(withDatabase(server.ownerUrl, database));
  await withClient(server.superuserUrl, (client) => client.query(`DROP DATABASE ${database} WITH (FORCE)`));
}

test('applies what is missing, once, and grants to the runtime role', () =>
  onEmpty('once', async (url) => {
    expect(await migrate(url, runtimeRole, [first])).toEqual(['0001_a']);
    expect(await migrate(url, runtimeRole, [first, second])).toEqual(['0002_b']);
    expect(await migrate(url, runtimeRole, [first, second])).toEqual([]);
    const { rows } = await withClient(url, (client) =>
      client.query(`SELECT has_table_privilege('${runtimeRole}', 'b', 'SELECT') AS may`),
    );
    expect(rows).toEqual([{ may: true }]);
  }));

test('two starts at once: one migrates, one waits', () =>
  onEmpty('race', async (url) => {
    const results = await Promise.all([1, 2, 3, 4].map(() => migrate(url, runtimeRole, [first, second])));
    expect(results.flat().sort()).toEqual(['0001_a', '0002_b']);
  }));

test('a failing migration leaves nothing behind, the next start goes on', () =>
  onEmpty('half', async (url) => {
    const broken = migration('0002_b', 'CREATE TABLE b (id int); SELECT 1/0');
    await expect(migrate(url, runtimeRole, [first, broken])).rejects.toThrow('0002_b failed');
    expect(await migrate(url, runtimeRole, [first, second])).toEqual(['0002_b']);
  }));

test('an altered migration and a newer database are refused', () =>
  onEmpty('altered', async (url) => {
    await migrate(url, runtimeRole, [first, second]);
    const altered = migration('0001_a', 'CREATE TABLE a (id bigint)');
    await expect(migrate(url, runtimeRole, [altered, second])).rejects.toThrow('altered');
    await expect(migrate(url, runtimeRole, [first])).rejects.toThrow('newer');
  }));
