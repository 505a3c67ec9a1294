import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { loadActor } from '@/server/load-actor';
import { hashToken } from '@/server/session-token';
import { testDatabase } from '../support/database';
import { attempt, givePasswords } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await testDatabase().setClock(worldNow);
  await givePasswords(world, 'gulnara');
  await world.owner.account.updateMany({ data: { mustChange: false, issuedUntil: null, issuedUsedAt: null } });
});
afterAll(() => world.close());

const alive = async (token: string) => (await loadActor(hashToken(token) ?? Buffer.alloc(0))) !== null;

describe('R-012 R-015 the profile opens and closes', () => {
  const adopt = async (data: object, validFrom: string) => {
    await world.owner.regulationVersion.create({
      data: { profile: 'demo', validFrom: new Date(validFrom), data, createdAt: new Date() },
    });
  };

  test('T-030 R-012 outside the hours nobody but the administrator is in, to the minute and by local time', async () => {
    const accessWindow = { from: '08:00', to: '20:00', weekdays: [1, 2, 3, 4, 5] };
    await adopt({ ...profiles.demo, accessWindow }, '2026-10-15');
    const token = await world.token('gulnara');
    const admin = await world.token('denis');
    await world.owner.session.updateMany({ data: { expiresAt: new Date('2026-12-01'), idleSeconds: 10_000_000 } });
    const at = async (moment: string) => {
      await testDatabase().setClock(moment);
      return [await alive(token), await alive(admin)];
    };
    expect(await at('2026-10-15T03:59:30Z')).toEqual([false, true]);
    expect(await at('2026-10-15T04:00:30Z')).toEqual([true, true]);
    expect(await at('2026-10-15T15:59:30Z')).toEqual([true, true]);
    expect(await at('2026-10-15T16:00:30Z')).toEqual([false, true]);
    expect(await at('2026-10-17T08:00:00Z')).toEqual([false, true]);
    await expect(attempt('gulnara')).rejects.toMatchObject({ code: 'ACCESS_CLOSED' });
  });

  test('R-015 with closed cabinets students and parents hold no function; the staff works on', async () => {
    await adopt({ ...profiles.demo, diary: { ...profiles.demo.diary, open: false } }, '2026-10-20');
    await testDatabase().setClock('2026-10-20T08:00:00.000Z');
    expect([...(await world.actor('alina')).permissions]).toEqual([]);
    expect((await world.actor('renata')).permissions.has('diary.viewChild')).toBe(false);
    expect((await world.actor('gulnara')).permissions.has('journal.fill')).toBe(true);
  });
});
