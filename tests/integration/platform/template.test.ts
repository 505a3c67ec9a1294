import { expect, test } from 'vitest';
import { readClock } from '@/server/clock';
import { db } from '@/server/db';
import { freshDatabase, testDatabase } from '../../support/database';

test('a copy of the template is ready in a moment', async () => {
  const started = performance.now();
  const database = await freshDatabase();
  expect(performance.now() - started).toBeLessThan(1000);
  await database.drop();
});

test('T-085 every reader of the clock sees the time that the database is told', async () => {
  await testDatabase().setClock('2026-11-20T08:15:00Z');
  expect((await readClock(db())).toISOString()).toBe('2026-11-20T08:15:00.000Z');
  await testDatabase().setClock(null);
  expect(Math.abs((await readClock(db())).getTime() - Date.now())).toBeLessThan(5_000);
});
