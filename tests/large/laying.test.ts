import os from 'node:os';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadLaying } from '@/features/timetable/load-laying';
import { loadWeek } from '@/features/timetable/load-week';
import { requestLaying } from '@/features/timetable/request-laying';
import { layGroupsJob } from '@/jobs/lay-groups';
import { startWorker } from '@/jobs/worker';
import { connect } from '@/server/db';
import { loadRequester } from '@/server/load-requester';
import type { PrismaClient } from '@/server/prisma/client';
import { testDatabase } from '../support/database';
import { dispatcher, prepareWeeks } from '../support/large-week';

const full = inject('rounds') === 'full';
const groups = full ? 85 : 6;
const period = 1;
let owner: PrismaClient;

beforeAll(async () => {
  owner = connect(testDatabase().superuserUrl, 1);
  await prepareWeeks(testDatabase(), owner, groups);
  await testDatabase().setClock('2026-08-28T08:00:00Z');
}, 120_000);
afterAll(() => owner.$disconnect());

test('R-041 the timetable of 85 groups opens and lays a semester in under 20 seconds with progress', {
  timeout: 120_000,
}, async () => {
  const actor = await loadRequester(dispatcher);
  if (!actor) throw new Error('there is no dispatcher');
  const [first] = await owner.studentGroup.findMany({ take: 1, select: { id: true } });
  const [all, opening] = await timed(() => loadLaying(actor, period));
  expect(all?.groups).toHaveLength(groups);
  const [week, weekOpening] = await timed(() => loadWeek(actor, { group: first?.id, period }));
  expect(week?.laying.added).toBe(300);
  const { job } = await requestLaying.execute(actor, { periodId: period }, { address: 'test', device: 'test' });
  const seen = new Set<number>();
  const worker = startWorker({ handlers: [layGroupsJob] });
  const state = async () => {
    const row = await owner.backgroundJob.findUniqueOrThrow({ where: { id: job ?? 0 } });
    seen.add(row.done);
    return row.state;
  };
  const [, laying] = await timed(() => expect.poll(state, { timeout: 110_000, interval: 100 }).toBe('done'));
  await worker.stop();
  console.log(
    `${groups} groups: opened in ${opening.toFixed(2)} s, a week in ${weekOpening.toFixed(2)} s, ` +
      `${groups * 300} lessons laid in ${laying.toFixed(1)} s; ${seen.size} steps seen, load ${os.loadavg()[0]?.toFixed(1)}`,
  );
  expect(await owner.lesson.count()).toBe(groups * 300);
  expect(seen.size).toBeGreaterThan(2);
  if (full) expect(opening + weekOpening + laying).toBeLessThan(20);
});

/** The result, and the seconds that it took. */
async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const started = performance.now();
  const result = await work();
  return [result, (performance.now() - started) / 1000];
}
