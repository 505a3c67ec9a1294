import { expect, test } from 'vitest';
import { migrationsFolder } from '@/cli/local-database';
import { readClock } from '@/server/clock';
import { db } from '@/server/db';
import { missingMigrations, readMigrations } from '@/server/postgres/migrate';
import { withClient } from '@/server/postgres/roles';
import type { TestDatabase } from '../../support/clone';
import { freshDatabase, testDatabase } from '../../support/database';

/** Clocks of the database that stand still. */
const stopped = async ({ ownerUrl }: TestDatabase): Promise<number | null> =>
  (await withClient(ownerUrl, (client) => client.query('SELECT FROM clock_override WHERE fixed_at IS NOT NULL')))
    .rowCount;

test('copies of the template have the whole schema and share nothing', async () => {
  const [one, other] = [await freshDatabase(), await freshDatabase()];
  expect(await missingMigrations(one.runtimeUrl, readMigrations(migrationsFolder))).toEqual([]);
  await one.setClock('2026-11-20T08:15:00Z');
  expect([await stopped(one), await stopped(other)]).toEqual([1, 0]);
  await Promise.all([one.drop(), other.drop()]);
});

test('T-085 every reader of the clock sees the time that the database is told', async () => {
  await testDatabase().setClock('2026-11-20T08:15:00Z');
  expect((await readClock(db())).toISOString()).toBe('2026-11-20T08:15:00.000Z');
  await testDatabase().setClock(null);
  expect(Math.abs((await readClock(db())).getTime() - Date.now())).toBeLessThan(5_000);
});
