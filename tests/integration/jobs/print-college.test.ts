import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { cancelJob } from '@/features/jobs/cancel-job';
import { loadOwnJobs } from '@/features/jobs/load-jobs';
import { handlers } from '@/jobs/all-jobs';
import { startWorker } from '@/jobs/worker';
import { loadCollegePrint } from '@/reports/college-print/load-college-print';
import { removePackages } from '@/reports/college-print/remove-packages';
import { requestCollegePrint } from '@/reports/college-print/request-print';
import { printedLedger } from '@/reports/ledger/ledger-pdf';
import { verifyLedger } from '@/reports/ledger/verify-ledger';
import { assumeEnv } from '@/server/env';
import { testDatabase } from '../../support/database';
import { fillJournal } from '../../support/filled-journal';
import { readPdf } from '../../support/read-pdf';
import { startWorkerProcess, type WorkerProcess } from '../../support/worker-process';
import { buildWorld, type World, worldNow } from '../../support/world';

const groups = 8;
const kills = inject('rounds') === 'full' ? 20 : 1;
const meta = { address: 'test', device: 'test' };
const { signal } = new AbortController();
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'prints-'));
let world: World;
let worker: WorkerProcess | undefined;

beforeAll(async () => {
  assumeEnv({ DATA_DIR: dataDir });
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
  for (let more = 3; more <= groups; more += 1) await addGroup(`ПКД-26-${more}`);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(async () => {
  await worker?.kill('SIGTERM');
  await world.close();
  rmSync(dataDir, { recursive: true, force: true });
});

/** A group with one lesson of the period and somebody to be listed. */
async function addGroup(name: string): Promise<void> {
  const { owner, college, people } = world;
  const { departmentId, curriculumId } = await owner.studentGroup.findUniqueOrThrow({
    where: { id: college.groups.pkd },
  });
  const { itemId } = await owner.courseSection.findUniqueOrThrow({ where: { id: college.sections.foreign } });
  const group = await owner.studentGroup.create({ data: { name, departmentId, curriculumId, entryYear: 2026 } });
  const place = { groupId: group.id, periodId: college.periods.first };
  await owner.groupPeriod.create({ data: place });
  const section = await owner.courseSection.create({ data: { groupId: group.id, yearId: college.years.open, itemId } });
  await owner.lesson.create({
    data: {
      ...{
        ...place,
        sectionId: section.id,
        teacherId: people.rustem,
        date: new Date(`2026-10-${10 + (group.id % 20)}`),
      },
      ...{ classPeriod: 1, room: '1', lessonType: 'lecture', hours: 2 },
    },
  });
}

const start = async () => {
  const { runtimeUrl } = testDatabase();
  worker = await startWorkerProcess(['src/cli/main.ts', 'worker'], { databaseUrl: runtimeUrl, dataDir });
  return worker;
};
const papers = () => world.owner.printedDocument.findMany({ orderBy: { id: 'asc' } });
const stateOf = async (id: number) => (await world.owner.backgroundJob.findUniqueOrThrow({ where: { id } })).state;
const request = async (who: keyof World['people'], more: { department?: number } = {}) =>
  requestCollegePrint.execute(await world.actor(who), { period: world.college.periods.first, ...more }, meta);

test('R-138 T-101 all groups in the background, the worker killed in the middle: each paper once, one package', {
  timeout: 180_000,
}, async () => {
  const asked = await request('venera');
  expect(asked.groups).toBe(groups);
  const job = asked.job ?? 0;
  await expect(request('venera')).rejects.toMatchObject({ code: 'DUPLICATE' });
  await start();
  for (let kill = 1; kill <= kills; kill += 1) {
    const due = Math.min(groups - 1, Math.ceil((groups * kill) / (kills + 1)));
    await expect
      .poll(async () => (await papers()).length, { timeout: 60_000, interval: 5 })
      .toBeGreaterThanOrEqual(due);
    expect(await worker?.kill('SIGKILL')).toBeNull();
    await world.owner.$executeRaw`UPDATE background_job SET claimed_until = clock_timestamp() WHERE state = 'running'`;
    await start();
  }
  await expect.poll(() => stateOf(job), { timeout: 60_000 }).toBe('done');
  expect(await worker?.kill('SIGTERM')).toBe(0);

  const register = await papers();
  expect(new Set(register.map(({ groupId }) => groupId)).size).toBe(groups);
  expect(register).toHaveLength(groups);
  expect(register.every(({ printedById }) => printedById === world.people.venera)).toBe(true);
  expect(await world.owner.auditEvent.count({ where: { command: 'report.print-period-ledger' } })).toBe(groups);
  const files = unzipSync(readFileSync(path.join(dataDir, 'prints', `job-${job}`, 'package.zip')));
  expect(Object.keys(files)).toHaveLength(groups);
  const venera = await world.actor('venera');
  for (const { number, code, pages } of register) {
    const name = Object.keys(files).find((entry) => entry.startsWith(number));
    const bytes = files[name ?? ''] ?? new Uint8Array();
    const again = await printedLedger(venera, code, signal);
    expect(again && (await buffer(again.stream)).equals(bytes)).toBe(true);
    expect((await readPdf(bytes)).length).toBe(pages);
    expect(await verifyLedger(code)).toMatchObject({ matches: true });
  }
  const [seen] = await loadOwnJobs(venera, 'print-college');
  expect(seen).toMatchObject({ state: 'done', said: expect.stringMatching(/^Ведомостей: 8, страниц: \d+$/) });
});

test('a cancelled print keeps what it registered and leaves no package', async () => {
  const before = (await papers()).length;
  const { job } = await request('nadezhda');
  const inside = startWorker({ handlers });
  await expect.poll(async () => (await papers()).length, { timeout: 30_000, interval: 5 }).toBeGreaterThan(before);
  await cancelJob.execute(await world.actor('nadezhda'), { id: job ?? 0 }, meta);
  await expect.poll(() => stateOf(job ?? 0), { timeout: 30_000 }).toBe('cancelled');
  await inside.stop();
  const kept = (await papers()).length;
  expect(kept).toBeLessThan(before + groups);
  expect(await removePackages()).toBe(1);
  await testDatabase().setClock('2026-10-29T08:00:00Z');
  expect(await removePackages()).toBe(1);
  expect(await removePackages()).toBe(0);
});

test('who may not print cannot ask; a department alone; a period without lessons is nothing', async () => {
  for (const who of ['tatyana', 'liliya', 'irina', 'denis', 'alina'] as const) {
    await expect(request(who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await loadCollegePrint(await world.actor(who))).toBeNull();
  }
  const sergey = await world.actor('sergey');
  const empty = { period: world.college.periods.second };
  await expect(requestCollegePrint.execute(sergey, empty, meta)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const one = await request('sergey', { department: world.college.department });
  expect(one.groups).toBe(1);
  await world.owner.staffPosition.updateMany({
    where: { staffId: world.people.sergey },
    data: { endsOn: new Date('2026-10-13') },
  });
  const before = (await papers()).length;
  const inside = startWorker({ handlers });
  await expect.poll(() => stateOf(one.job ?? 0), { timeout: 30_000 }).toBe('failed');
  await inside.stop();
  expect((await papers()).length).toBe(before);
});
