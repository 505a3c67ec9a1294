import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
afterAll(() => world.close());

test('T-082 a lock keeps the regulation under which the period was lived, not that of the day of locking', async () => {
  await testDatabase().setClock(worldNow);
  const { owner, college } = world;
  const lived = await owner.regulationVersion.findFirstOrThrow({ orderBy: { validFrom: 'asc' } });
  const { profile, data } = lived;
  const later = await owner.regulationVersion.create({
    data: { profile, data: data ?? {}, validFrom: new Date('2026-09-01'), createdAt: new Date(worldNow) },
    select: { id: true },
  });
  const { closed, first } = college.periods;
  const input = { periodIds: [closed, first], groupIds: [college.groups.pkd], reason: 'сдано в архив' };
  await lockPeriods.execute(await world.actor('venera'), input, { address: 'test', device: 'test' });
  const locks = await owner.groupPeriod.findMany({
    where: { groupId: college.groups.pkd, periodId: { in: [closed, first] } },
    select: { periodId: true, regulationId: true },
    orderBy: { periodId: 'asc' },
  });
  expect(locks).toEqual([
    { periodId: closed, regulationId: lived.id },
    { periodId: first, regulationId: later.id },
  ]);
});
