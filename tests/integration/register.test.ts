import { afterAll, beforeAll, expect, test } from 'vitest';
import { handlers } from '@/jobs/all-jobs';
import { enqueueDue } from '@/jobs/schedule';
import { startWorker } from '@/jobs/worker';
import { printLedger } from '@/reports/ledger/print-ledger';
import { checkPapersKind } from '@/reports/register/check-papers';
import { loadRegister } from '@/reports/register/load-register';
import type { RegisterParams } from '@/reports/register/register-params';
import { db } from '@/server/db';
import { testDatabase } from '../support/database';
import { fillJournal } from '../support/filled-journal';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
});
afterAll(() => world.close());

const print = async (group: number) =>
  printLedger.execute(
    await world.actor('venera'),
    { group, period: world.college.periods.first },
    { address: 'test', device: 'test' },
  );
const register = async (who: keyof World['people'], params: RegisterParams = {}) =>
  loadRegister(await world.actor(who), params);

test('R-144 number, date, group, period, pages, who; the night’s check says which papers the journal has left', async () => {
  const [isp, pkd] = [await print(world.college.groups.isp), await print(world.college.groups.pkd)];
  const before = await register('nadezhda');
  expect(before?.checkedAt).toBeNull();
  expect(before?.lines).toMatchObject([
    { number: pkd.number, group: 'ПКД-26-1', check: 'unknown' },
    {
      ...{ number: isp.number, group: 'ИСП-25-1', period: 'I семестр 2026/2027', pages: isp.pages },
      ...{ by: 'Сафина В. М.', printedAt: '14.10.2026, 12:00', check: 'unknown' },
    },
  ]);
  const mark = await world.owner.mark.findFirstOrThrow({ where: { studentId: world.people.alina, value: '4' } });
  const { assignmentId, studentId } = mark;
  await world.owner.mark.update({
    where: { assignmentId_studentId: { assignmentId, studentId } },
    data: { value: '5' },
  });
  await enqueueDue(db(), [{ job: checkPapersKind, rhythm: { dailyAt: '04:10' } }], {
    now: new Date(worldNow),
    timeZone: 'Europe/Samara',
  });
  const worker = startWorker({ handlers });
  await expect
    .poll(async () => (await db().backgroundJob.findFirstOrThrow()).result, { timeout: 20_000 })
    .toMatchObject({ said: 'Сверено: 2\u00A0ведомости, не совпадают: 1' });
  await worker.stop();
  const after = await register('nadezhda');
  expect(after?.checkedAt).not.toBeNull();
  expect(after?.lines.map(({ group, check }) => [group, check])).toEqual([
    ['ПКД-26-1', 'matches'],
    ['ИСП-25-1', 'differs'],
  ]);
});

test('filter, pages, and nobody’s register but of the groups in sight', async () => {
  for (let more = 0; more < 24; more += 1) {
    const [first] = await world.owner.printedDocument.findMany({
      where: { groupId: world.college.groups.isp },
      take: 1,
    });
    if (!first) throw new Error('nothing is printed');
    const { id: _, params, ...paper } = first;
    const code = `0000000000000${String(more).padStart(3, '0')}`;
    await world.owner.printedDocument.create({
      data: { ...paper, params: params ?? {}, number: `2025-${String(more).padStart(4, '0')}`, code },
    });
  }
  const all = await register('venera');
  expect([all?.total, all?.pages, all?.lines.length]).toEqual([26, 2, 25]);
  expect((await register('venera', { page: 2 }))?.lines.length).toBe(1);
  expect((await register('venera', { page: 99 }))?.page).toBe(2);
  expect((await register('venera', { number: '2025-0007' }))?.lines.map(({ number }) => number)).toEqual(['2025-0007']);
  expect((await register('venera', { group: world.college.groups.pkd }))?.total).toBe(1);
  expect((await register('venera', { period: world.college.periods.second }))?.total).toBe(0);
  expect((await register('tatyana'))?.total).toBe(25);
  expect((await register('tatyana', { group: world.college.groups.pkd }))?.total).toBe(0);
  for (const who of ['gulnara', 'alina', 'denis'] as const) expect(await register(who)).toBeNull();
});
