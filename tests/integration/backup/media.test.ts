import { readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBackups } from '@/features/backup/load-backups';
import { carryCopy } from '@/features/backup/make-copy';
import { performBackup } from '@/features/backup/perform-backup';
import { performCheck } from '@/features/backup/perform-check';
import { recordCopy } from '@/features/backup/record-copy';
import { requestBackup, requestCheck, requestDrill } from '@/features/backup/request-backup';
import { loadHealth } from '@/features/health/queries';
import { loadInstitution } from '@/features/institution/load-institution';
import { backupJob } from '@/jobs/backup';
import { startWorker } from '@/jobs/worker';
import { assumeEnv } from '@/server/env';
import { runAs, systemActorNow } from '@/server/system-actor';
import { type Media, openMedia, passphrase, saidBy, still } from '../../support/backup-desk';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
let media: Media;
const meta = { address: 'test', device: 'test' };
const filesOn = (number: 1 | 2) => readdirSync(media.place(number).folder).sort();
const inHours = (hours: number) => new Date(Date.parse(worldNow) + hours * 3_600_000).toISOString();
const run = (jobId: number | null = null) => performBackup({ jobId, ...still });
const page = async () => {
  const view = await loadBackups(await world.actor('denis'));
  if (!view) throw new Error('denis may not see the copies');
  return view;
};
const warnings = async () => (await loadHealth()).warnings.filter((warning) => warning.startsWith('backup'));
const latest = () => world.owner.backupCopy.findFirstOrThrow({ orderBy: { id: 'desc' }, include: { places: true } });

/** Spoils one byte of a file in the middle. */
function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1);
  writeFileSync(file, bytes);
}

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  media = openMedia();
});
afterAll(async () => {
  await world.close();
  media.remove();
});

test('R-149 only the administrator, only with a fresh password, one at a time; the worker makes it, both media are read again: green', async () => {
  expect(await warnings()).toEqual(['backup-stale']);
  expect(await page()).toMatchObject({ colour: 'red', hours: null, copies: [] });
  const admin = await world.actor('denis');
  for (const who of ['gulnara', 'olga', 'venera', 'alina'] as const) {
    const other = await world.actor(who);
    expect(await loadBackups(other)).toBeNull();
    for (const command of [requestBackup, requestDrill]) {
      await expect(command.execute(other, {}, meta)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
  }
  const stale = { ...admin, signIn: admin.signIn && { ...admin.signIn, passwordAt: new Date(0) } };
  await expect(requestBackup.execute(stale, {}, meta)).rejects.toMatchObject({ code: 'REAUTH_REQUIRED' });
  const { job } = await requestBackup.execute(admin, {}, meta);
  await expect(requestBackup.execute(admin, {}, meta)).rejects.toMatchObject({ code: 'DUPLICATE' });
  const worker = startWorker({ handlers: [backupJob] });
  const state = async () => (await world.owner.backgroundJob.findUniqueOrThrow({ where: { id: job ?? 0 } })).state;
  await expect.poll(state, { timeout: 20_000 }).toBe('done');
  await worker.stop();
  const { copies, jobs, ...whole } = await page();
  expect(whole).toMatchObject({ colour: 'green', complaints: [], hours: 0 });
  expect(copies).toMatchObject([
    {
      colour: 'green',
      media: [
        { place: 1, trouble: null },
        { place: 2, trouble: null },
      ],
    },
  ]);
  expect(jobs).toMatchObject([{ title: 'Резервная копия', state: 'done' }]);
  expect(jobs[0]?.said).toMatch(/^Копия [\d,]+ МБ, проверена на обоих носителях$/);
  expect(filesOn(1)).toEqual(filesOn(2));
  expect(await warnings()).toEqual([]);
  const { said } = await run(job); // the job of a killed worker goes on with the copy that it had made
  expect([said, filesOn(1).length]).toEqual([jobs[0]?.said, 1]);
  const acts = await world.owner.auditEvent.findMany({ where: { object: 'backupCopy' }, include: { changes: true } });
  expect(acts.flatMap(({ changes }) => changes.map(({ field, after }) => `${field} ${after}`))).toEqual([
    ...[`name ${filesOn(1)[0]}`, 'place1 verified', 'place2 verified'],
  ]);
});

test('T-113 the second medium missing, full or slow: yellow, and said in health; no folder is made in its place', async () => {
  const { folder } = media.place(2);
  renameSync(folder, `${folder}-away`);
  expect((await run()).said).toContain('носитель 2: не найден');
  expect(await page()).toMatchObject({ colour: 'yellow', copies: [{ colour: 'yellow' }, { colour: 'green' }] });
  expect((await page()).complaints).toEqual([
    'Последняя копия лежит только на одном носителе (носитель 2: не найден).',
  ]);
  expect(await warnings()).toEqual(['backup-one-medium']);
  renameSync(`${folder}-away`, folder);
  const slow = { stall: 1000, bytesPerSecond: 1, after: 0 };
  expect((await performBackup({ jobId: null, ...still, patience: slow })).said).toContain('слишком медленно');
  expect(await page()).toMatchObject({ colour: 'yellow', copies: [{ colour: 'yellow' }, {}, {}] });
  const { name } = await latest();
  symlinkSync('/dev/full', path.join(folder, name.replace('.vedomost', '.part')));
  expect(await carryCopy(name, media.place(1), media.place(2), { signal: still.signal })).toBe('full');
  expect(filesOn(2)).toHaveLength(1); // of the green copy; no draft, nothing half written
  assumeEnv({ BACKUP_DIR_2: '' });
  expect((await run()).said).toContain('носитель 2: не задан');
  assumeEnv({ BACKUP_DIR: path.join(media.root, 'nowhere') });
  expect(await saidBy(run())).toContain('ни один носитель не найден');
  assumeEnv({ BACKUP_DIR: media.place(1).folder, BACKUP_DIR_2: folder, BACKUP_PASSPHRASE: '' });
  expect(await saidBy(run())).toContain('BACKUP_PASSPHRASE');
  assumeEnv({ BACKUP_PASSPHRASE: passphrase });
  expect((await run()).said).toContain('на обоих носителях');
  expect(await page()).toMatchObject({ colour: 'green', complaints: [] });
});

test('T-111 a copy that was spoilt later is found by its check, by medium; a whole one heals the word', async () => {
  const { id, name } = await latest();
  const admin = await world.actor('denis');
  const [first, second] = [1, 2].map((number) => path.join(media.place(number as 1 | 2).folder, name));
  const sound = readFileSync(first ?? '');
  expect(await requestCheck.execute(admin, { id }, meta)).toMatchObject({ job: expect.any(Number) });
  await expect(requestCheck.execute(admin, { id: 987_654 }, meta)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  spoil(second ?? '');
  expect((await performCheck(id, still)).said).toBe('носитель 1: копия цела; носитель 2: файл повреждён');
  expect(await page()).toMatchObject({
    colour: 'yellow',
    copies: [{ media: [{}, { trouble: 'файл повреждён' }] }, {}, {}, {}, {}],
  });
  spoil(first ?? '');
  expect(await saidBy(performCheck(id, still))).toBe('носитель 1: файл повреждён; носитель 2: файл повреждён');
  expect((await page()).copies[0]?.colour).toBe('red');
  for (const file of [first, second]) writeFileSync(file ?? '', sound);
  expect((await performCheck(id, still)).said).toBe('носитель 1: копия цела; носитель 2: копия цела');
  expect(await page()).toMatchObject({ colour: 'green' });
});

test('T-116 T-150 26 hours without a copy, 8 days without a restore: red here and in health', async () => {
  await testDatabase().setClock(inHours(26));
  expect(await warnings()).toEqual([]);
  await testDatabase().setClock(inHours(26.1));
  expect(await warnings()).toEqual(['backup-stale']);
  expect(await page()).toMatchObject({ colour: 'red', hours: 26 });
  await testDatabase().setClock(inHours(8 * 24 + 1));
  await run();
  expect(await warnings()).toEqual(['backup-unverified']);
  const { name: file } = await latest();
  await runAs(await systemActorNow(), recordCopy, { file, drilled: true });
  expect(await warnings()).toEqual([]);
  expect(await page()).toMatchObject({ colour: 'green', drilled: '22.10.2026, 13:00' });
});

test('T-115 what has served goes from both media and stays in the list of what was; a file of another machine is taken over', async () => {
  const known = await world.owner.backupCopy.findMany({ where: { removedAt: null }, orderBy: { id: 'asc' } });
  // The first run after eight days has removed all but the latest of the first day.
  expect(known.map(({ madeAt }) => madeAt.toISOString())).toEqual([worldNow, inHours(8 * 24 + 1)]);
  expect(filesOn(1)).toEqual(known.map(({ name }) => name));
  expect(filesOn(2)).toEqual(filesOn(1));
  expect(await world.owner.backupCopy.count({ where: { removedAt: { not: null } } })).toBe(4);
  const [, newest] = filesOn(1);
  const [stranger, foreign] = ['0123abcd', '4567cdef'].map((n) => `vedomost-20261022T090000Z-${n}.vedomost`);
  writeFileSync(media.file(stranger ?? ''), readFileSync(media.file(newest ?? '')));
  writeFileSync(media.file(foreign ?? ''), 'of another college, under another phrase');
  writeFileSync(media.file('notes.txt'), 'ours to keep');
  await run();
  expect(await latest()).toMatchObject({
    name: stranger,
    digest: expect.any(String),
    places: [{ place: 1, trouble: null }],
  });
  expect(filesOn(1)).toEqual(expect.arrayContaining([stranger, foreign]));
  expect(filesOn(1)).toContain('notes.txt');
});

test('T-113 a copy that could not be made is told to the administrator until the next one is whole', async () => {
  await testDatabase().setClock(inHours(8 * 24 + 3));
  await run();
  expect(await warnings()).toEqual([]);
  await testDatabase().setClock(inHours(8 * 24 + 4));
  const { folder } = media.place(1);
  const [nowhere, second] = [path.join(media.root, 'nowhere'), media.place(2).folder];
  assumeEnv({ BACKUP_DIR: nowhere, BACKUP_DIR_2: nowhere });
  const { job } = await requestBackup.execute(await world.actor('denis'), {}, meta);
  const worker = startWorker({ handlers: [backupJob] });
  const state = async () => (await world.owner.backgroundJob.findUniqueOrThrow({ where: { id: job ?? 0 } })).state;
  await expect.poll(state, { timeout: 20_000 }).toBe('failed');
  await worker.stop();
  expect(await warnings()).toEqual(['backup-failed']);
  expect(await loadInstitution(await world.actor('denis'))).toMatchObject({
    health: { warnings: expect.arrayContaining(['backup-failed']) },
  });
  const { colour, complaints, jobs } = await page();
  expect({ colour, complaints }).toEqual({ colour: 'yellow', complaints: [expect.stringContaining('не удалось')] });
  expect(jobs[0]?.said).toContain('Ни один носитель не найден');
  assumeEnv({ BACKUP_DIR: folder, BACKUP_DIR_2: second });
  await run();
  expect(await warnings()).toEqual([]);
  expect(await page()).toMatchObject({ colour: 'green', complaints: [] });
});
