import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { installDemoClock } from '@/server/postgres/demo-clock';
import { freePort } from '@/server/postgres/embedded';
import { migrate, readMigrations } from '@/server/postgres/migrate';
import { createDatabase, runtimeRole, withClient, withDatabase } from '@/server/postgres/roles';
import { type DurablePostgres, openDurablePostgres } from '../support/durable-postgres';
import { strongSecret, tryProductionStart } from '../support/production-start';

let postgres: DurablePostgres;
let good: Record<string, string>;
let demoDataUrl: string;
let movableClockUrl: string;

beforeAll(async () => {
  postgres = await openDurablePostgres({ movableClock: false });
  const [demo, movable] = await Promise.all([databaseCalled('with_demo'), databaseCalled('with_clock')]);
  await withClient(demo.ownerUrl, (client) =>
    client.query(`INSERT INTO institution (id, name, short_name, founder, city, time_zone, demo)
      VALUES (1, 'Колледж', 'К', 'Учредитель', 'Город', 'Europe/Samara', true)`),
  );
  await installDemoClock(movable.ownerUrl, runtimeRole);
  demoDataUrl = demo.runtimeUrl;
  movableClockUrl = movable.runtimeUrl;
  good = {
    DATABASE_URL: postgres.runtimeUrl,
    DATABASE_OWNER_URL: postgres.ownerUrl,
    NEXTAUTH_SECRET: strongSecret(),
    NEXTAUTH_URL: 'http://127.0.0.1:3000',
  };
});
afterAll(() => postgres.remove());

async function databaseCalled(name: string): Promise<{ ownerUrl: string; runtimeUrl: string }> {
  await withClient(postgres.superuserUrl, (client) => createDatabase(client, name));
  const ownerUrl = withDatabase(postgres.ownerUrl, name);
  await migrate(ownerUrl, runtimeRole, readMigrations('prisma/migrations'));
  return { ownerUrl, runtimeUrl: withDatabase(postgres.runtimeUrl, name) };
}

describe('T-001 a bad configuration never opens the port', () => {
  const bad: [string, string, () => Record<string, string | undefined>][] = [
    ['no database', 'DATABASE_URL', () => ({ DATABASE_URL: undefined })],
    [
      'a database that is not there',
      'DATABASE_URL',
      () => ({ DATABASE_URL: 'postgresql://app:x7Kq@127.0.0.1:1/vedomost' }),
    ],
    ['demo data', 'DATABASE_URL', () => ({ DATABASE_URL: demoDataUrl })],
    ['a clock that can be moved', 'DATABASE_URL', () => ({ DATABASE_URL: movableClockUrl })],
    ['no secret', 'NEXTAUTH_SECRET', () => ({ NEXTAUTH_SECRET: undefined })],
    ['a published secret', 'NEXTAUTH_SECRET', () => ({ NEXTAUTH_SECRET: 'changeme-changeme-changeme-changeme' })],
    ['a weak secret', 'NEXTAUTH_SECRET', () => ({ NEXTAUTH_SECRET: 'ab'.repeat(32) })],
    ['an address without TLS', 'NEXTAUTH_URL', () => ({ NEXTAUTH_URL: 'http://journal.college.ru' })],
    ['a broken key', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', () => ({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'short' })],
  ];

  test.each(bad)('T-001 %s: exit 1 within 5 s, the message names %s', async (_name, variable, change) => {
    const result = await tryProductionStart(await freePort(), { ...good, ...change() });
    expect(result).toMatchObject({ code: 1, opened: false });
    expect(result.output).toContain(variable);
    if (inject('rounds') === 'full') expect(result.seconds).toBeLessThan(5);
  });

  test('T-001 control: the same start with a good configuration opens the port and ends cleanly', async () => {
    const result = await tryProductionStart(await freePort(), good);
    expect(result).toMatchObject({ code: 0, opened: true });
  });
});

test('T-094 a server that may lose acknowledged saves in a power cut is refused', async () => {
  const unsafe = await openDurablePostgres({ movableClock: false, settings: { fsync: 'off' } });
  try {
    const result = await tryProductionStart(await freePort(), {
      ...good,
      DATABASE_URL: unsafe.runtimeUrl,
      DATABASE_OWNER_URL: unsafe.ownerUrl,
    });
    expect(result).toMatchObject({ code: 1, opened: false });
    expect(result.output).toContain('fsync');
  } finally {
    await unsafe.remove();
  }
});
