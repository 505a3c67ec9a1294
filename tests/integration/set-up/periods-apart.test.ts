import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../support/database';
import { buildWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
afterAll(() => world.close());

test('T-105 R-023 two people give a group periods that overlap: the second waits and is refused', async () => {
  const { owner, college } = world;
  const period = (ordinal: number, from: string, to: string) =>
    owner.academicPeriod.create({
      data: {
        ...{ yearId: college.years.open, kind: 'trimester', ordinal, name: `${ordinal}-й триместр` },
        ...{ startsOn: new Date(from), endsOn: new Date(to) },
      },
      select: { id: true },
    });
  const periods = [await period(1, '2026-09-01', '2026-11-30'), await period(2, '2026-11-25', '2027-02-28')];
  const clients = await Promise.all(periods.map(() => begun()));
  const choose = (place: number) =>
    clients[place]?.query('INSERT INTO group_period (group_id, period_id) VALUES ($1, $2)', [
      college.groups.pkd,
      periods[place]?.id,
    ]);
  await choose(0);
  const second = expect(choose(1)).rejects.toMatchObject({ code: '23P01' });
  await expect.poll(() => waiting(owner), { interval: 20 }).toBe(1);
  await clients[0]?.query('COMMIT');
  await second;
  for (const client of clients) await client.end();
  const chosen = await owner.groupPeriod.count({ where: { periodId: { in: periods.map(({ id }) => id) } } });
  expect(chosen).toBe(1);
});

async function begun(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: testDatabase().ownerUrl });
  await client.connect();
  await client.query('BEGIN');
  return client;
}

/** Connections of this database that wait for somebody else. */
async function waiting(owner: World['owner']): Promise<number> {
  const [row] = await owner.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}
