import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { performDrill } from '@/features/backup/perform-drill';
import { recordCopy } from '@/features/backup/record-copy';
import { assumeEnv } from '@/server/env';
import { installationSecrets } from '@/server/installation';
import { runAs, systemActorNow } from '@/server/system-actor';
import { type Media, openMedia, passphrase, still } from '../../support/backup-desk';
import { testDatabase } from '../../support/database';
import { readPdf } from '../../support/read-pdf';
import { runCli } from '../../support/run-cli';
import { buildWorld, type World } from '../../support/world';

let world: World;
let media: Media;
let copy: Awaited<ReturnType<Media['make']>>;
let dataDir: string;

const cli = (...args: string[]) =>
  runCli(['backup', ...args], {
    ...{ BACKUP_DIR: media.place(1).folder, BACKUP_DIR_2: '', BACKUP_PASSPHRASE: passphrase, DATA_DIR: dataDir },
  });

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  media = openMedia();
  copy = await media.make();
  mkdirSync('.data', { recursive: true });
  dataDir = mkdtempSync(path.join('.data', 'restored-'));
  chmodSync(dataDir, 0o755);
});
afterAll(async () => {
  await world.close();
  media.remove();
  rmSync(path.join('/var/lib/vedomost', installationSecrets(dataDir).clusterId), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
});

test('T-111 verify: 0 for a whole file, 1 and the part for a damaged one, 2 for no file named', {
  timeout: 60_000,
}, async () => {
  expect(await cli('verify', media.file(copy.name))).toMatchObject({
    code: 0,
    output: expect.stringContaining(copy.digest),
  });
  const bytes = readFileSync(media.file(copy.name));
  bytes.writeUInt8((bytes[5000] ?? 0) ^ 1, 5000);
  writeFileSync(path.join(media.root, 'damaged'), bytes);
  const damaged = await cli('verify', path.join(media.root, 'damaged'));
  expect(damaged).toMatchObject({
    code: 1,
    output: expect.stringMatching(/Файл повреждён: часть \d+(, таблица \w+|, описание)?\./),
  });
  expect(await cli('verify')).toMatchObject({ code: 2 });
});

test('T-112 T-117 one command in an empty folder; a second one asks for the name of what is there and saves it first', {
  timeout: 120_000,
}, async () => {
  const first = await cli('restore', media.file(copy.name));
  expect(first.output).toContain(`отпечаток совпал: ${copy.digest}`);
  expect(first.code).toBe(0);
  const refused = await cli('restore', media.file(copy.name));
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('--confirm "ЗПК"') });
  if (inject('rounds') !== 'full') return;
  const over = await cli('restore', media.file(copy.name), '--confirm', 'ЗПК');
  expect(over.output).toContain('То, что было в базе, сохранено');
  expect(over.code).toBe(0);
  expect(readdirSync(media.place(1).folder)).toHaveLength(2);
  const made = await cli('create');
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining('носитель 2: не задан') });
  const listed = await cli('list');
  expect(listed.output.match(/\.vedomost /g)).toHaveLength(3);
});

test('T-114 the recovery sheet bears the phrase, once, and nothing else of the college', {
  timeout: 60_000,
}, async () => {
  const file = path.join(media.root, 'sheet.pdf');
  const fresh = await cli('sheet', '--new', file);
  expect(fresh.output).toMatch(/BACKUP_PASSPHRASE=([A-Z2-9]{5}-){5}[A-Z2-9]{5}/);
  const [page] = await readPdf(readFileSync(file));
  const words = page?.text ?? '';
  expect(words).toContain(/BACKUP_PASSPHRASE=(\S+)/.exec(fresh.output)?.[1]);
  expect(words).toContain('npm run cli -- backup restore');
});

test('T-111 the weekly trial restores the latest copy in a PostgreSQL of its own and says when it was', {
  timeout: 120_000,
}, async () => {
  if (inject('rounds') !== 'full') return;
  assumeEnv({ DATA_DIR: path.resolve(dataDir, 'worker') });
  const { madeAt, name: file, digest } = copy;
  const places = [{ place: 1 as const, verified: true, trouble: null }];
  await runAs(await systemActorNow(), recordCopy, { file, madeAt: madeAt.toISOString(), kilobytes: 1, digest, places });
  expect((await performDrill(still)).said).toContain('восстановлена на пробу и совпала');
  expect(await world.owner.backupCopy.count({ where: { drilledAt: { not: null } } })).toBe(1);
});
