import { expect, inject, test } from 'vitest';
import { setDemoClock } from '@/server/postgres/demo-clock';
import { withClient } from '@/server/postgres/roles';
import { type DurablePostgres, openDurablePostgres } from '../support/durable-postgres';
import { startSavers, type Verdict } from '../support/savers';
import { startServer } from '../support/server';
import { buildWorld } from '../support/world';

/** Seconds are judged in the full run, on a machine that does nothing else. */
const full = inject('rounds') === 'full';
const rounds = full ? 200 : 10;

/** Saves without pause while PostgreSQL and all its processes are killed again and again; its supervisor restarts it. */
async function killDuringSaves(
  postgres: DurablePostgres,
  times: number,
): Promise<Verdict & { slowest: number; unknown: string[] }> {
  const setClock = (iso: string | null) => setDemoClock(postgres.ownerUrl, iso);
  const world = await buildWorld({ ownerUrl: postgres.ownerUrl, setClock });
  const server = await startServer({ databaseUrl: postgres.runtimeUrl });
  postgres.supervise();
  const savers = await startSavers({ url: server.url, world });
  await withClient(postgres.superuserUrl, (client) => client.query('CHECKPOINT')); // the control may lose saves, not the college or the session
  let slowest = 0;
  try {
    for (let round = 0; round < times; round += 1) {
      await savers.progress(20);
      await killAll(postgres);
      const started = performance.now();
      await savers.progress(1);
      slowest = Math.max(slowest, performance.now() - started);
    }
    await savers.progress(10);
    await savers.stop();
    return { ...(await savers.verdict(postgres.ownerUrl)), slowest, unknown: faultsIn(server.output()) };
  } finally {
    await server.stop();
    await world.close();
    await postgres.remove();
  }
}

/** What the application logged as a fault of its own: a lost database must not be one. */
function faultsIn(output: string): string[] {
  return output.split('\n').filter((line) => line.includes('"level":"error"'));
}

/** The postmaster and every process of its sessions at once, as a power cut of the process would. */
async function killAll(postgres: DurablePostgres): Promise<void> {
  const { rows } = await withClient(postgres.superuserUrl, (client) =>
    client.query<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()'),
  );
  for (const pid of [postgres.pid(), ...rows.map((row) => row.pid)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // that session has just ended by itself
    }
  }
}

test('T-093 kill -9 of PostgreSQL during saves: nothing acknowledged is lost, the application heals by itself', async () => {
  const verdict = await killDuringSaves(await openDurablePostgres({ movableClock: true }), rounds);
  expect(verdict).toMatchObject({ lost: 0, doubled: 0, brokenHistories: 0, withoutRetryAfter: 0 });
  if (full) expect(verdict.slowest).toBeLessThan(10_000);
  const strange = Object.keys(verdict.statuses).filter((status) => !['0', '200', '503'].includes(status));
  expect(strange, verdict.unknown.join('\n')).toEqual([]);
  expect(verdict.statuses[503] ?? 0).toBeGreaterThan(0);
});

test('T-093 control: without synchronous commit the same experiment must report loss', async () => {
  const settings = { synchronous_commit: 'off', wal_writer_delay: '10s', wal_writer_flush_after: '1GB' };
  const verdict = await killDuringSaves(await openDurablePostgres({ movableClock: true, settings }), 2);
  expect(verdict.lost).toBeGreaterThan(0);
});
