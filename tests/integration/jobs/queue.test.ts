import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { loadHealth } from '@/features/health/queries';
import { cancelJob } from '@/features/jobs/cancel-job';
import { enqueueJob } from '@/features/jobs/enqueue-job';
import { loadAllJobs, loadOwnJobs } from '@/features/jobs/load-jobs';
import { claimJob, finishJob, handBack, renewLease } from '@/jobs/queue';
import { startWorker } from '@/jobs/worker';
import { db } from '@/server/db';
import { runtimeRole } from '@/server/postgres/roles';
import { testDatabase } from '../../support/database';
import { createProbeTables, probe, probeKind } from '../../support/probe-jobs';
import { buildWorld, type World } from '../../support/world';

const meta = { address: 'test', device: 'test' };
const nothing = { done: 0, total: 0, note: '' };
let world: World;
let worker: ReturnType<typeof startWorker> | undefined;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await createProbeTables(world.owner, runtimeRole);
});
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(() => world.close());

const begin = (payload: { steps?: number; milliseconds?: number; fault?: boolean } = {}, by = world.people.venera) =>
  enqueueJob(db(), probeKind, { payload: { steps: 0, milliseconds: 0, ...payload }, requestedById: by, total: 3 });
const stateOf = async (id: number | null) =>
  (await db().backgroundJob.findUniqueOrThrow({ where: { id: id ?? 0 } })).state;
const reaches = (id: number | null, state: string) => expect.poll(() => stateOf(id), { timeout: 15_000 }).toBe(state);

test('a job is worked off, its requester sees what came of it, nobody else but the administrator', async () => {
  const id = await begin({ steps: 3 });
  worker = startWorker({ handlers: [probe] });
  await reaches(id, 'done');
  expect(await loadOwnJobs(await world.actor('venera'), 'probe')).toMatchObject([
    { id, state: 'done', done: 3, total: 3, said: 'Проба окончена', by: 'Сафина В. М.', moving: false },
  ]);
  expect(await loadOwnJobs(await world.actor('nadezhda'), 'probe')).toEqual([]);
  expect(await loadAllJobs(await world.actor('denis'))).toMatchObject([{ id, state: 'done' }]);
  expect(await loadAllJobs(await world.actor('venera'))).toBeNull();
});

test('a payload that is none of its kind is not put into the queue', async () => {
  const payload = { steps: -1, milliseconds: 0 };
  await expect(enqueueJob(db(), probeKind, { payload, requestedById: null })).rejects.toThrow();
});

test('what its transaction takes back was never begun', async () => {
  const before = await db().backgroundJob.count();
  const rolledBack = world.owner.$transaction(async (tx) => {
    await enqueueJob(tx, probeKind, { payload: { steps: 0, milliseconds: 0 }, requestedById: null });
    throw new Error('no');
  });
  await expect(rolledBack).rejects.toThrow('no');
  expect(await db().backgroundJob.count()).toBe(before);
});

test('T-101 twenty claims at once hold twenty different jobs, a lease that ran out is held anew', async () => {
  await Promise.all(Array.from({ length: 20 }, () => begin()));
  const held = await Promise.all(Array.from({ length: 22 }, () => claimJob(['probe'], 60)));
  const jobs = held.flatMap((job) => job ?? []);
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(20);
  const [first, ...others] = jobs;
  if (!first) throw new Error('nothing is held');
  await world.owner
    .$executeRaw`UPDATE background_job SET claimed_until = clock_timestamp() - interval '1 second' WHERE id = ${first.id}`;
  const again = await claimJob(['probe'], 60);
  expect(again).toMatchObject({ id: first.id, attempts: 2 });
  expect(await renewLease(first, 60, nothing)).toBe('lost');
  await finishJob(first, { said: 'слишком поздно' });
  expect(await stateOf(first.id)).toBe('running');
  if (again) await finishJob(again, { said: 'готово' });
  expect(await stateOf(first.id)).toBe('done');
  for (const job of others) await handBack(job);
  worker = startWorker({ handlers: [probe] });
  await expect.poll(() => db().backgroundJob.count({ where: { state: 'queued' } }), { timeout: 15_000 }).toBe(0);
});

test('a waiting job is cancelled at once, a running one at its next step; both say so in the audit', async () => {
  const waiting = await begin();
  const venera = await world.actor('venera');
  expect(await cancelJob.execute(venera, { id: waiting ?? 0 }, meta)).toEqual({ state: 'cancelled' });
  expect(await stateOf(waiting)).toBe('cancelled');
  const running = await begin({ steps: 1000, milliseconds: 20 });
  worker = startWorker({ handlers: [probe] });
  await reaches(running, 'running');
  await cancelJob.execute(await world.actor('denis'), { id: running ?? 0 }, meta);
  await reaches(running, 'cancelled');
  const trail = await world.owner.auditEvent.findMany({ where: { command: 'jobs.cancel' }, orderBy: { id: 'asc' } });
  expect(trail.map(({ personId, objectId }) => [personId, objectId])).toEqual([
    [world.people.venera, waiting],
    [world.people.denis, running],
  ]);
  expect(await cancelJob.execute(venera, { id: running ?? 0 }, meta)).toEqual({ state: 'cancelled' });
});

test('somebody else’s job cannot be cancelled and looks like none', async () => {
  const id = (await begin()) ?? 0;
  const outcome = async (who: keyof World['people'], job = id) =>
    cancelJob.execute(await world.actor(who), { id: job }, meta).then(
      () => 'cancelled',
      ({ code }: { code: string }) => code,
    );
  expect(await outcome('nadezhda')).toBe('NOT_FOUND');
  expect(await outcome('nadezhda', 999_999)).toBe('NOT_FOUND');
  expect(await outcome('gulnara')).toBe('FORBIDDEN');
  expect(await stateOf(id)).toBe('queued');
  expect(await outcome('venera')).toBe('cancelled');
});

test('T-152 a worker that stops hands its job back, and the next one carries it on', async () => {
  const id = await begin({ steps: 200, milliseconds: 20 });
  worker = startWorker({ handlers: [probe] });
  await reaches(id, 'running');
  await worker.stop();
  expect(await db().backgroundJob.findUniqueOrThrow({ where: { id: id ?? 0 } })).toMatchObject({
    state: 'queued',
    attempts: 0,
    claim: null,
  });
  await cancelJob.execute(await world.actor('venera'), { id: id ?? 0 }, meta);
});

test('a fault is tried again later and told at last, in words and without the database’s own', async () => {
  const id = await begin({ fault: true });
  await world.owner.$executeRaw`UPDATE background_job SET attempts = 1 WHERE id = ${id}`;
  worker = startWorker({ handlers: [probe] });
  await expect
    .poll(async () => (await db().backgroundJob.findUniqueOrThrow({ where: { id: id ?? 0 } })).notBefore)
    .not.toBeNull();
  await world.owner.$executeRaw`UPDATE background_job SET not_before = NULL WHERE id = ${id}`;
  await reaches(id, 'failed');
  const [job] = await loadOwnJobs(await world.actor('venera'), 'probe');
  expect(job).toMatchObject({ id, state: 'failed', said: expect.stringContaining('Попробуйте ещё раз') });
});

test('T-150 health tells of a job that waits for five minutes: no worker runs', async () => {
  await testDatabase().setClock('2026-10-14T08:00:00Z');
  const id = (await begin()) ?? 0;
  await testDatabase().setClock('2026-10-14T08:05:01Z');
  expect((await loadHealth()).warnings).toContain('jobs-waiting');
  await cancelJob.execute(await world.actor('venera'), { id }, meta);
  expect((await loadHealth()).warnings).not.toContain('jobs-waiting');
});
