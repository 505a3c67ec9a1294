import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { loadAllJobs } from '@/features/jobs/load-jobs';
import { handlers, periodic } from '@/jobs/all-jobs';
import { enqueueDue } from '@/jobs/schedule';
import { startWorker } from '@/jobs/worker';
import { connect, db } from '@/server/db';
import { testDatabase } from '../../support/database';
import { buildWorld, openSession, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
afterAll(() => world.close());

test('T-101 1,440 ticks of two processes: one run of each', async () => {
  const minutely = [{ job: { kind: 'minutely', payload: z.strictObject({}) }, rhythm: { minutes: 1 } }];
  const nightly = [{ job: { kind: 'nightly', payload: z.strictObject({}) }, rhythm: { dailyAt: '03:10' } }];
  const other = connect(testDatabase().runtimeUrl, 1);
  const midnight = Date.parse('2026-10-13T20:00:00Z'); // in Samara
  for (let minute = 0; minute < 1440; minute += 1) {
    const moment = { now: new Date(midnight + minute * 60_000), timeZone: 'Europe/Samara' };
    await Promise.all([db(), other].map((process) => enqueueDue(process, [...minutely, ...nightly], moment)));
  }
  await other.$disconnect();
  const counts = await world.owner.backgroundJob.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } });
  expect(counts.map(({ kind, _count }) => [kind, _count])).toEqual([
    ['minutely', 1440],
    ['nightly', 2], // yesterday's, which no process had been there for, and today's
  ]);
  await world.owner.backgroundJob.deleteMany({});
});

test('the nightly clean-up removes what is over and nothing else (T-084)', async () => {
  const { owner, people } = world;
  const answer = (key: string, createdAt: string) => ({ personId: people.venera, key, bodyHash: 'x', createdAt });
  await owner.idempotencyAnswer.createMany({
    data: [answer('older-than-48-h', '2026-10-12T07:59:59Z'), answer('younger-than-48-h', '2026-10-12T08:00:01Z')],
  });
  const account = await owner.account.findUniqueOrThrow({ where: { personId: people.venera } });
  await openSession(owner, people.venera);
  await owner.$executeRaw`UPDATE session SET expires_at = app_now() - interval '31 days', created_at = app_now() - interval '32 days'
    WHERE account_id = ${account.id}`;
  await openSession(owner, people.venera);
  const failure = (key: string, lastFailure: string, blockedUntil: string | null = null) => ({
    ...{ key, failures: 3, lastFailure, windowStart: lastFailure, blockedUntil },
  });
  await owner.loginThrottle.createMany({
    data: [
      failure('address:10.0.0.1', '2026-10-12T08:00:00Z'),
      failure('address:10.0.0.2', '2026-10-14T07:00:00Z'),
      failure('account:quiet', '2026-09-01T08:00:00Z'),
      failure('account:recent', '2026-10-10T08:00:00Z'),
    ],
  });
  await owner.$executeRaw`INSERT INTO login_throttle (key, failures, last_failure, blocked_until, window_start)
    VALUES ('account:for-good', 100, '2026-01-01', 'infinity', '2026-01-01')`;
  const worker = startWorker({ handlers, periodic: periodic.filter(({ job }) => job.kind === 'clean-up') });
  await expect
    .poll(() => owner.backgroundJob.count({ where: { kind: 'clean-up', state: 'done' } }), { timeout: 15_000 })
    .toBe(1);
  await worker.stop();
  expect((await owner.idempotencyAnswer.findMany()).map(({ key }) => key)).toEqual(['younger-than-48-h']);
  expect(await owner.session.count({ where: { accountId: account.id } })).toBe(1);
  expect((await owner.loginThrottle.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)).toEqual([
    ...['account:for-good', 'account:recent', 'address:10.0.0.2'],
  ]);
  const jobs = await loadAllJobs(await world.actor('denis'));
  expect(jobs).toMatchObject([{ title: 'Уборка старых служебных записей', by: '', said: 'Убрано записей: 4' }]);
});
