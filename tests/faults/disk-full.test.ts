import { expect, inject, test } from 'vitest';
import { setDemoClock } from '@/server/postgres/demo-clock';
import { withClient } from '@/server/postgres/roles';
import { type DurablePostgres, openDurablePostgres } from '../support/durable-postgres';
import { startSavers } from '../support/savers';
import { startServer, type TestServer } from '../support/server';
import { openSmallVolume, type SmallVolume } from '../support/small-volume';
import { buildWorld, type World } from '../support/world';

const rounds = inject('rounds') === 'full' ? 10 : 1;
const patience = 30_000; // milliseconds until all works again

/** The application's own folder lies on another disk: it cannot see in time that the database's is ending. */
test('T-095 T-150 a disk that is really full: saves wait, reading goes on, nothing is lost or half done', async () => {
  const volume = openSmallVolume(400);
  if (!volume) return console.log('No volume can be mounted here: a full disk is shown where one can (root on Linux).');
  const postgres = await openDurablePostgres({ movableClock: true, parent: volume.folder });
  const setClock = (iso: string | null) => setDemoClock(postgres.ownerUrl, iso);
  const world = await buildWorld({ ownerUrl: postgres.ownerUrl, setClock });
  const server = await startServer({ databaseUrl: postgres.runtimeUrl });
  postgres.supervise();
  const headers = { cookie: `vedomost-session=${await world.token('gulnara')}` };
  const savers = await startSavers({ url: server.url, world });
  try {
    for (let round = 0; round < rounds; round += 1) {
      await savers.progress(20);
      const before = savers.refused();
      volume.fill();
      await expect.poll(savers.refused, { timeout: patience }).toBeGreaterThan(before + 8);
      expect((await healthOf(server)).status).toBe(200);
      const page = await fetch(`${server.url}/journal/${world.college.sections.algorithms}`, { headers });
      expect(await page.text()).toContain('Хабибуллина');
      await comesBack(volume, savers.progress);
      volume.fill();
      await exhaustLog(postgres);
      await comesBack(volume, savers.progress);
      await expect.poll(async () => (await healthOf(server)).status).toBe(200);
    }
    await savers.stop();
    const verdict = await savers.verdict(postgres.ownerUrl);
    expect(verdict).toMatchObject({ lost: 0, doubled: 0, brokenHistories: 0, withoutRetryAfter: 0 });
    expect(Object.keys(verdict.statuses).filter((status) => !['0', '200', '503'].includes(status))).toEqual([]);
    await refusesInTime({ postgres, world, folder: volume.folder });
  } finally {
    volume.free();
    await server.stop();
    await world.close();
    await postgres.remove();
    volume.remove();
  }
});

/** A server that sees the disk refuses before it is full: in Russian, with a term; reading and exports go on. */
async function refusesInTime({ postgres, world, folder }: { postgres: DurablePostgres; world: World; folder: string }) {
  const server = await startServer({ databaseUrl: postgres.runtimeUrl, env: { DATA_DIR: folder } });
  try {
    const { sections, lessons, groups } = world.college;
    const edit = { lessonId: lessons.today, studentId: world.people.alina, version: 0, value: 'late' };
    const headers = { cookie: `vedomost-session=${await world.token('gulnara')}`, origin: server.url };
    const refused = await fetch(`${server.url}/api/journal/${sections.algorithms}/cells`, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ presences: [edit] }),
    });
    expect({ status: refused.status, retry: Number(refused.headers.get('retry-after')) > 0 }).toEqual({
      ...{ status: 503, retry: true },
    });
    expect(await refused.text()).toContain('На сервере кончилось место');
    expect((await fetch(`${server.url}/journal/${sections.algorithms}`, { headers })).status).toBe(200);
    const deputy = { cookie: `vedomost-session=${await world.token('nadezhda')}` };
    const paper = await fetch(`${server.url}/api/reports/period-ledger/pdf?group=${groups.isp}`, { headers: deputy });
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    await paper.body?.cancel();
    expect(await healthOf(server)).toMatchObject({ status: 200, warnings: expect.arrayContaining(['disk-space']) });
  } finally {
    await server.stop();
  }
}

async function healthOf({ url }: TestServer): Promise<{ status: number; warnings: string[] }> {
  const answer = await fetch(`${url}/api/health`);
  const { warnings } = (await answer.json()) as { warnings: string[] };
  return { status: answer.status, warnings };
}

async function comesBack({ free }: SmallVolume, progress: (count: number) => Promise<void>): Promise<void> {
  const started = performance.now();
  free();
  await progress(8);
  expect(performance.now() - started).toBeLessThan(patience);
}

/** Asks for new files of the write-ahead log until there is none: PostgreSQL stops at once rather than lose a commit. */
async function exhaustLog({ superuserUrl }: DurablePostgres): Promise<void> {
  const ended = withClient(superuserUrl, async (client) => {
    for (let turn = 0; turn < 100; turn += 1) {
      await client.query('SELECT pg_switch_wal()');
      await client.query("SELECT pg_logical_emit_message(false, 'filler', repeat('x', 1000))");
    }
  });
  await expect(ended).rejects.toThrow();
}
