import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { restoreDatabase, tryRestore } from '@/features/backup/restore-database';
import { markCells } from '@/features/journal/mark-cells';
import { connect, db, useDatabase as switchDatabase } from '@/server/db';
import { loadActor } from '@/server/load-actor';
import { migrate } from '@/server/postgres/migrate';
import { runtimeRole, withClient } from '@/server/postgres/roles';
import type { PrismaClient } from '@/server/prisma/client';
import { hashToken } from '@/server/session-token';
import {
  databasesLike,
  type Media,
  migrations,
  openMedia,
  openTarget,
  passphrase,
  saidBy,
  still,
  type Target,
} from '../../support/backup-desk';
import { testDatabase } from '../../support/database';
import { changedTables, type Digest, digestOf } from '../../support/digest';
import { checkInvariants } from '../../support/invariants';
import { attempt, givePasswords } from '../../support/sign-in';
import { buildWorld, type World } from '../../support/world';

let world: World;
let media: Media;
let before: Digest;
let copy: Awaited<ReturnType<Media['make']>>;
let token: string;

/** Saves a mark of Alina's through the journal's own command. */
async function mark(actor: Awaited<ReturnType<World['actor']>>, key: string): Promise<void> {
  const { sections, lessons } = world.college;
  const task = { taskType: 'answer', title: key, required: false, dueOn: null, version: 0 };
  const cell = {
    lessonId: lessons.today,
    studentId: world.people.alina,
    version: 0,
    value: '5' as const,
    required: false,
  };
  const input = {
    sectionId: sections.algorithms,
    assignments: [{ ...task, lessonId: lessons.today, assignment: { ref: 'a' } }],
    marks: [{ ...cell, assignment: { ref: 'a' } }],
  };
  await markCells.execute(actor, input, { address: 'test', device: 'test', idempotencyKey: key });
}

/** A file of a lesson in three pieces of 256 kB, whose rows are longer than half a block of the copy. */
async function addFile(): Promise<void> {
  const key = 'A'.repeat(22);
  const pieces = [0, 1, 2].map((ordinal) => ({ ordinal, bytes: new Uint8Array(randomBytes(262_144)) }));
  const receivedAt = new Date('2026-10-14T08:00:00Z');
  await world.owner.fileChunk.createMany({ data: pieces.map((piece) => ({ ...piece, fileKey: key, receivedAt })) });
}

/** Runs with the product signed in to another database. */
async function inside<Result>(
  { runtimeUrl }: Target,
  work: (client: PrismaClient) => Promise<Result>,
): Promise<Result> {
  const here = db();
  const there = connect(runtimeUrl, 2);
  switchDatabase(there);
  try {
    return await work(there);
  } finally {
    switchDatabase(here);
    await there.$disconnect();
  }
}

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  media = openMedia();
  await givePasswords(world, 'gulnara');
  await mark(await world.actor('gulnara'), 'before-the-copy');
  token = await world.token('gulnara');
  await addFile();
  before = await digestOf(world.owner);
  copy = await media.make();
});
afterAll(async () => {
  await world.close();
  media.remove();
});

test('T-109 T-112 into an empty database: digest equal to the byte of uploads, invariants hold, sequences go on, old sessions are dead, sign-in works', async () => {
  const target = await openTarget();
  const source = { file: media.file(copy.name), passphrase, migrations };
  const restored = await restoreDatabase(target, source, still, { keepFormer: false });
  expect(restored).toMatchObject({ digest: copy.digest, migrated: [], former: null });
  const owner = connect(target.ownerUrl, 2);
  const settled = ['audit_event', 'audit_change', 'session'];
  expect(changedTables(before, await digestOf(owner))).toEqual(settled);
  expect(await checkInvariants(owner)).toEqual([]);
  expect(await owner.auditEvent.findFirst({ orderBy: { id: 'desc' }, include: { changes: true } })).toMatchObject({
    ...{ command: 'backup.settle-restored', roles: 'system', object: 'database' },
    changes: [{ field: 'restoredFrom', after: copy.name }, { field: 'madeAt' }],
  });
  await inside(target, async (client) => {
    expect(await loadActor(hashToken(token) ?? new Uint8Array())).toBeNull();
    expect(await client.session.count({ where: { endedAt: null } })).toBe(0);
    const session = await attempt('gulnara');
    const actor = await loadActor(hashToken(session?.token ?? '') ?? new Uint8Array());
    if (!actor) throw new Error('gulnara cannot sign in');
    await mark(actor, 'after-the-restore'); // the first new number of every sequence that it needs is free
  });
  expect(await checkInvariants(owner)).toEqual([]);
  await owner.$disconnect();
  await target.drop();
});

describe('T-117 over data', () => {
  test('the former database goes aside or away, and never before the new one stands', async () => {
    const target = await openTarget(inject('postgres').template);
    const source = { file: media.file(copy.name), passphrase, migrations };
    const { former } = await restoreDatabase(target, source, still, { keepFormer: true });
    expect(await databasesLike(target.name)).toEqual([target.name, former]);
    await restoreDatabase(target, source, still, { keepFormer: false });
    expect(await databasesLike(target.name)).toEqual([target.name, former]);
    const names = await withClient(target.ownerUrl, (client) => client.query('SELECT short_name FROM institution'));
    expect(names.rows).toEqual([{ short_name: 'ЗПК' }]);
    await withClient(target.adminUrl, (client) => client.query(`DROP DATABASE ${former} WITH (FORCE)`));
    await target.drop();
  });

  test('a damaged file, another passphrase, a newer program: refused in words, nothing touched, no draft left', async () => {
    const target = await openTarget();
    const file = media.file(copy.name);
    const bytes = await import('node:fs').then(({ readFileSync }) => readFileSync(file));
    const broken = media.file('broken');
    const restore = (path: string, phrase = passphrase, known = migrations) =>
      saidBy(
        restoreDatabase(target, { file: path, passphrase: phrase, migrations: known }, still, { keepFormer: false }),
      );
    bytes.writeUInt8((bytes.at(-4000) ?? 0) ^ 1, bytes.length - 4000);
    writeFileSync(broken, bytes);
    expect(await restore(broken)).toMatch(/^файл повреждён: часть \d+(, таблица \w+)?\. Ничего не изменено/);
    writeFileSync(broken, bytes.subarray(0, bytes.length - 9000));
    expect(await restore(broken)).toMatch(/обрывается/);
    expect(await restore(file, `${passphrase}!`)).toContain('ключевая фраза не подходит');
    expect(await restore(file, passphrase, migrations.slice(0, -1))).toContain('обновите программу');
    expect(await databasesLike(target.name)).toEqual([target.name]);
    const { rows } = await withClient(target.ownerUrl, (client) =>
      client.query("SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'"),
    );
    expect(rows).toEqual([{ tables: 0 }]);
    await target.drop();
  });

  test('files of former releases: restored with their own schema, then migrated to the present one', async () => {
    const former = [migrations.slice(0, 8), migrations.slice(0, 13)];
    for (const release of inject('rounds') === 'full' ? former : former.slice(0, 1)) {
      const old = await openTarget();
      await migrate(old.ownerUrl, runtimeRole, release);
      await withClient(old.ownerUrl, (client) =>
        client.query(`INSERT INTO institution (id, name, short_name, founder, city, time_zone)
          VALUES (1, 'Прежний колледж', 'ПК', 'Область', 'Город', 'Asia/Novokuznetsk');
          INSERT INTO role_permission (role, permission) VALUES ('admin', 'accounts.manage')`),
      );
      const { name, digest } = await media.make(old.runtimeUrl);
      const target = await openTarget();
      const source = { file: media.file(name), passphrase, migrations };
      const restored = await restoreDatabase(target, source, still, { keepFormer: false });
      expect(restored.digest).toBe(digest);
      expect(restored.migrated).toEqual(migrations.slice(release.length).map((migration) => migration.name));
      await inside(target, async (client) => {
        expect(await client.institution.findFirst()).toMatchObject({ shortName: 'ПК' });
        const ours = { permission: 'backup.manage' };
        expect(await client.rolePermission.count({ where: ours })).toBe(
          release.some(({ name }) => name === '0012_backup') ? 0 : 1,
        );
      });
      await old.drop();
      await target.drop();
    }
  });
});

test('T-111 a restore for trial leaves no database behind and answers the same digest', async () => {
  const target = await openTarget();
  const restored = await tryRestore(target, { file: media.file(copy.name), passphrase, migrations }, still);
  expect(restored.digest).toBe(copy.digest);
  expect(await databasesLike(target.name)).toEqual([target.name]);
  await target.drop();
});

test('T-110 a copy taken while lessons are filled is one moment: every invariant holds in it', async () => {
  const actor = await world.actor('gulnara');
  const place = { lessonId: world.college.lessons.today, studentId: world.people.timur };
  let [running, saves] = [true, 0];
  const filling = (async () => {
    for (; running; saves += 1) {
      const edit = { ...place, version: saves, value: saves % 2 === 0 ? ('late' as const) : null };
      const input = { sectionId: world.college.sections.algorithms, presences: [edit] };
      await markCells.execute(actor, input, { address: 'test', device: 'test', idempotencyKey: `under-way-${saves}` });
    }
  })();
  await expect.poll(() => saves, { interval: 5 }).toBeGreaterThan(2);
  const first = saves;
  const { name } = await media.make();
  const last = saves;
  running = false;
  await filling;
  expect(last).toBeGreaterThan(first); // saves went on meanwhile
  const target = await openTarget();
  await restoreDatabase(target, { file: media.file(name), passphrase, migrations }, still, { keepFormer: false });
  const owner = connect(target.ownerUrl, 2);
  expect(await checkInvariants(owner)).toEqual([]);
  const cell = await owner.attendanceEvent.findFirstOrThrow({ where: place });
  expect(cell.presenceVersion).toBeGreaterThanOrEqual(first);
  expect(cell.presenceVersion).toBeLessThanOrEqual(last + 1);
  await owner.$disconnect();
  await target.drop();
});
