import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { verifyFile } from '@/features/backup/file/verify-file';
import { isCopyName } from '@/features/backup/places';
import { connect } from '@/server/db';
import { childEnv } from '@/server/env';
import { databasesLike, type Media, openMedia, openTarget, passphrase, type Target } from '../../support/backup-desk';
import { testDatabase } from '../../support/database';
import { changedTables, type Digest, digestOf } from '../../support/digest';
import type { ProbeBackup } from '../../support/probe-backup';
import { buildWorld, type World } from '../../support/world';

/** Steps at which the process dies: some seventy tables are written, or some thirty frames read and seventy tables compared. */
const full = inject('rounds') === 'full';
const whileMade = full ? [1, 2, 5, 12, 20, 31, 40, 52, 60, 65] : [40];
const whileRestored = full ? [1, 2, 8, 15, 22, 29, 45, 60, 75, 90] : [60];
let world: World;
let media: Media;
let target: Target;
let before: Digest;

/** The signal that ended it, null for an orderly end. */
async function probe(order: ProbeBackup): Promise<NodeJS.Signals | null> {
  const args = ['--import', 'tsx', 'tests/support/probe-backup.ts', JSON.stringify(order)];
  const child = spawn(process.execPath, args, { env: childEnv({}), stdio: 'inherit' });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  expect(code ?? 0).toBe(0);
  return signal;
}

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  media = openMedia();
  before = await digestOf(world.owner);
  target = await openTarget(inject('postgres').template);
});
afterAll(async () => {
  await target.drop();
  await world.close();
  media.remove();
});

test('T-106 kill -9 while a copy is made: no half file under a final name, the next one clears up', {
  timeout: 300_000,
}, async () => {
  const { folder } = media.place(1);
  const order = { work: 'create', url: testDatabase().runtimeUrl, folder } as const;
  for (const killAt of whileMade) {
    expect(await probe({ ...order, killAt })).toBe('SIGKILL');
    expect(readdirSync(folder).filter(isCopyName)).toEqual([]);
  }
  expect(readdirSync(folder)).toHaveLength(1); // the draft of the last one; each cleared up after its forerunner
  const { name, digest } = await media.make();
  expect(readdirSync(folder)).toEqual([name]);
  expect((await verifyFile(media.file(name), passphrase)).digest).toBe(digest);
  expect(changedTables(before, await digestOf(world.owner))).toEqual([]);
});

test('T-106 T-117 kill -9 while a copy is restored over data: the old data are there, the next one clears up', {
  timeout: 300_000,
}, async () => {
  const { adminUrl, ownerUrl, runtimeUrl, name } = target;
  const copy = await media.make();
  const order = { work: 'restore', adminUrl, ownerUrl, runtimeUrl, file: media.file(copy.name) } as const;
  const read = async () => {
    const owner = connect(ownerUrl, 1);
    const digest = await digestOf(owner);
    await owner.$disconnect();
    return digest;
  };
  const old = await read();
  for (const killAt of whileRestored) {
    expect(await probe({ ...order, killAt })).toBe('SIGKILL');
    expect(changedTables(old, await read())).toEqual([]);
    expect((await databasesLike(name)).length).toBeLessThanOrEqual(2); // its own draft, not those of its forerunners
  }
  expect(await probe({ ...order, killAt: 100_000 })).toBeNull();
  expect(await databasesLike(name)).toEqual([name]);
  expect(changedTables(before, await read())).toEqual(['audit_event', 'audit_change', ...sessionsOf(before)]);
});

/** Sessions end by the restore where there were any. */
const sessionsOf = ({ session }: Digest) => (session?.startsWith('0 ') ? [] : ['session']);
