import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect, db } from '@/server/db';
import { runtimeRole } from '@/server/postgres/roles';
import type { PrismaClient } from '@/server/prisma/client';
import { testDatabase } from '../../support/database';
import { createProbeTables, probeKind } from '../../support/probe-jobs';
import { startWorkerProcess, type WorkerProcess } from '../../support/worker-process';

const [jobs, kills] = inject('rounds') === 'full' ? [1000, 20] : [150, 3];
let owner: PrismaClient;
let workers: WorkerProcess[];

const start = () => startWorkerProcess(['tests/support/probe-worker.ts'], { databaseUrl: testDatabase().runtimeUrl });

beforeAll(async () => {
  owner = connect(testDatabase().ownerUrl, 2);
  await createProbeTables(owner, runtimeRole);
  workers = await Promise.all([start(), start()]);
});
afterAll(() => owner.$disconnect());

test('T-101 two workers, one killed again and again: every job has its effect once, none is lost', {
  timeout: 300_000,
}, async () => {
  const payload = JSON.stringify(probeKind.payload.parse({ steps: 2, milliseconds: 15 }));
  await owner.$executeRaw`INSERT INTO background_job (kind, payload, created_at)
    SELECT 'probe', ${payload}::jsonb, app_now() FROM generate_series(1, ${jobs})`;
  const ended = () => db().backgroundJob.count({ where: { state: 'done' } });
  for (let kill = 1; kill <= kills; kill += 1) {
    const due = Math.floor((jobs * kill) / (kills + 2));
    await expect.poll(ended, { timeout: 60_000, interval: 20 }).toBeGreaterThanOrEqual(due);
    const victim = workers.shift();
    expect(await victim?.kill('SIGKILL')).toBeNull();
    workers.push(await start());
  }
  await expect.poll(ended, { timeout: 120_000 }).toBe(jobs);
  const [seen] = await owner.$queryRaw<{ effects: number; runs: number; tries: number }[]>`
    SELECT (SELECT count(*)::int FROM probe_effect) AS effects, (SELECT count(*)::int FROM probe_run) AS runs,
      (SELECT sum(attempts)::int FROM background_job) AS tries`;
  expect(seen?.effects).toBe(jobs);
  expect(seen?.tries).toBeGreaterThan(jobs); // the kills did hit jobs
  expect(seen?.runs).toBeLessThanOrEqual(seen?.tries ?? 0);
  for (const worker of workers) expect(await worker.kill('SIGTERM')).toBe(0);
});
