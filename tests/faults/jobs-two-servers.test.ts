import { afterAll, beforeAll, expect, test } from 'vitest';
import { periodic } from '@/jobs/all-jobs';
import type { TestDatabase } from '../support/clone';
import { freshDatabase } from '../support/database';
import { startServer, type TestServer } from '../support/server';
import { buildWorld, type World } from '../support/world';

let database: TestDatabase;
let world: World;
let servers: TestServer[];

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildWorld(database);
  const options = { databaseUrl: database.runtimeUrl, env: { VEDOMOST_MODE: 'demo' } };
  servers = await Promise.all([startServer(options), startServer(options)]);
});
afterAll(async () => {
  for (const server of servers) await server.stop();
  await world.close();
  await database.drop();
});

test('T-101 two application processes with a worker in each: every periodic job once; T-152 both stop with 0', async () => {
  const done = () => world.owner.backgroundJob.findMany({ where: { state: 'done' }, orderBy: { kind: 'asc' } });
  await expect.poll(async () => (await done()).length, { timeout: 60_000 }).toBe(periodic.length);
  expect((await done()).map(({ kind }) => kind)).toEqual(periodic.map(({ job }) => job.kind).sort());
  expect(await world.owner.backgroundJob.count()).toBe(periodic.length);
  for (const server of servers) expect(await server.stop()).toBe(0);
});
