import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { withClient } from '@/server/postgres/roles';
import { type DurablePostgres, openDurablePostgres } from '../support/durable-postgres';
import { startServer, type TestServer } from '../support/server';

let postgres: DurablePostgres;
let server: TestServer;

beforeAll(async () => {
  postgres = await openDurablePostgres({ movableClock: true });
  server = await startServer({ databaseUrl: postgres.runtimeUrl });
});
afterAll(async () => {
  await server.stop();
  await postgres.remove();
});

const isFull = inject('rounds') === 'full'; // seconds are judged where nothing else runs

test('T-150 health says what is well, and nothing about us', async () => {
  const answer = await fetch(`${server.url}/api/health`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(await answer.json()).toEqual({
    status: 'ok',
    database: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    warnings: expect.any(Array),
  });
});

test('T-062 the server of demo, dev and tests answers on loopback only', async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${server.port}/api/health`)).rejects.toThrow();
  }
});

/** Milliseconds and status of one question. */
async function ask(): Promise<{ status: number; took: number; body: unknown; retryAfter: string | null }> {
  const started = performance.now();
  const answer = await fetch(`${server.url}/api/health`);
  const body: unknown = await answer.json();
  return {
    status: answer.status,
    took: performance.now() - started,
    body,
    retryAfter: answer.headers.get('retry-after'),
  };
}

test('T-150 a database that hangs is named within a second, and health returns with it', async () => {
  const { rows } = await withClient(postgres.superuserUrl, (client) =>
    client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity WHERE application_name = 'vedomost-health'"),
  );
  const pid = rows[0]?.pid ?? 0;
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, 'SIGSTOP');
  const hanging = await ask();
  process.kill(pid, 'SIGCONT');
  expect(hanging).toMatchObject({ status: 503, body: { status: 'down', database: 'down' } });
  if (isFull) expect(hanging.took).toBeLessThan(1_000);
  expect(await ask()).toMatchObject({ status: 200 });
});

test('T-150 a stopped database is named within a second', async () => {
  await postgres.stop();
  const down = await ask();
  expect(down).toMatchObject({ status: 503, body: { status: 'down', database: 'down' } });
  if (isFull) expect(down.took).toBeLessThan(1_000);
  expect(Number(down.retryAfter)).toBeGreaterThan(0);
});
