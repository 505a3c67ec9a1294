import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePassword } from '@/features/auth/change-password';
import { endOwnSessions } from '@/features/auth/end-own-sessions';
import { stepUpSession } from '@/features/auth/step-up-session';
import { loadActor } from '@/server/load-actor';
import { hashToken } from '@/server/session-token';
import { testDatabase } from '../support/database';
import { attempt, givePasswords, password } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: '198.51.100.1', device: 'Tests' };
const fresh = 'семь сов у тихой реки';
let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(async () => {
  await setClock(0);
  await givePasswords(world, 'gulnara', 'alina');
  await world.owner.loginThrottle.deleteMany();
});
afterAll(() => world.close());

const setClock = (seconds: number) =>
  testDatabase().setClock(new Date(Date.parse(worldNow) + seconds * 1000).toISOString());

const issue = (login: string) =>
  world.owner.account.update({
    where: { login },
    data: { mustChange: true, issuedUsedAt: null, issuedUntil: new Date(Date.parse(worldNow) + 14 * 86_400_000) },
  });
const ended = async (token: string) => (await loadActor(hashToken(token) ?? new Uint8Array())) === null;

describe('T-012 an issued password', () => {
  test('T-012 opens one session; the second use of a slip is refused', async () => {
    await issue('alina');
    const started = await attempt('alina');
    expect(started).not.toBeNull();
    expect(await attempt('alina')).toBeNull();
    expect((await loadActor(hashToken(started?.token) ?? new Uint8Array()))?.mustChange).toBe(true);
  });

  test('T-012 asked for by two browsers at once it opens one session', async () => {
    await issue('alina');
    const both = await Promise.all([attempt('alina'), attempt('alina')]);
    expect(both.filter((started) => started !== null)).toHaveLength(1);
  });

  test('T-012 is dead after 14 days', async () => {
    await issue('alina');
    await setClock(14 * 86_400 + 1);
    expect(await attempt('alina')).toBeNull();
  });

  test('T-012 R-004 is changed once and for all, every session ends and the new password signs in again and again', async () => {
    await issue('alina');
    const actor = await world.actor('alina');
    const other = await world.token('alina');
    await changePassword.execute(actor, { current: password, next: fresh }, meta);
    expect(await ended(other)).toBe(true);
    expect(await attempt('alina')).toBeNull();
    expect(await attempt('alina', { password: fresh })).not.toBeNull();
    expect(await attempt('alina', { password: fresh })).not.toBeNull();
    expect((await world.actor('alina')).mustChange).toBe(false);
  });
});

describe('R-001 one’s own password', () => {
  const change = async (current: string, next: string) =>
    changePassword.execute(await world.actor('gulnara'), { current, next }, meta);

  test('T-013 R-013 a wrong old password is refused, counted and noted; from the fifth on one has to wait', async () => {
    for (let n = 0; n < 5; n++)
      await expect(change('не тот пароль', fresh)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' });
    await expect(change(password, fresh)).rejects.toMatchObject({ code: 'THROTTLED' });
    const noted = await world.owner.securityEvent.count({
      where: { kind: 'passwordFailed', personId: world.people.gulnara },
    });
    expect(noted).toBe(5);
    await setClock(31);
    await expect(change(password, fresh)).resolves.toBeNull();
  });

  test.each([
    ['короткий пароль', 'не меньше 15 знаков'],
    [password, 'совпадает с прежним'],
    ['Гульнара Рафаэлевна', 'только имя'],
    ['ф'.repeat(129), 'не больше 128'],
  ])('T-002 «%s» is refused with the reason', async (next, reason) => {
    const refused = await change(password, next.slice(0, next === 'короткий пароль' ? 14 : undefined)).catch(
      (error) => error,
    );
    expect(refused).toMatchObject({ code: 'WEAK_PASSWORD', options: { detail: expect.stringContaining(reason) } });
  });

  test('T-071 the change is audited without the password', async () => {
    await change(password, fresh);
    const event = await world.owner.auditEvent.findFirstOrThrow({
      where: { command: 'account.change-password' },
      orderBy: { id: 'desc' },
      include: { changes: true },
    });
    expect(event).toMatchObject({
      personId: world.people.gulnara,
      object: 'account',
      changes: [{ field: 'password' }],
    });
    expect(JSON.stringify(event.changes, (_, value) => (typeof value === 'bigint' ? 0 : value))).not.toContain(fresh);
  });
});

describe('T-009 one’s own sessions', () => {
  test('T-009 one, the others, or all end; somebody else’s are not there', async () => {
    const [one, other, third] = [
      await world.token('gulnara'),
      await world.token('gulnara'),
      await world.token('gulnara'),
    ];
    const foreign = await world.actor('rustem');
    const actor = await loadActor(hashToken(one) ?? new Uint8Array());
    const otherId = (await loadActor(hashToken(other) ?? new Uint8Array()))?.sessionId ?? 0;
    if (!actor) throw new Error('no session');
    const end = (sessionId: number | 'all' | 'others') => endOwnSessions.execute(actor, { sessionId }, meta);
    await expect(end(foreign.sessionId ?? 0)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await end(otherId);
    expect([await ended(one), await ended(other), await ended(third)]).toEqual([false, true, false]);
    await end('others');
    expect([await ended(one), await ended(third)]).toEqual([false, true]);
    await end('all');
    expect(await ended(one)).toBe(true);
  });

  test('T-009 a new device is noted for the owner until he has looked', async () => {
    const first = await attempt('gulnara');
    await attempt('gulnara', { ...(first?.deviceToken ? { device: first.deviceToken } : {}) });
    const where = { kind: 'newDevice', personId: world.people.gulnara };
    expect(await world.owner.securityEvent.count({ where })).toBe(0);
    await attempt('gulnara');
    expect(await world.owner.securityEvent.count({ where })).toBe(1);
    expect((await world.actor('gulnara')).signIn?.strangeDevice).toBe(true);
  });
});

test('T-011 the password typed again makes the session fresh for ten minutes', async () => {
  const token = await world.token('gulnara');
  const actorNow = async () => {
    const actor = await loadActor(hashToken(token) ?? new Uint8Array());
    if (!actor) throw new Error('no session');
    return actor;
  };
  await setClock(11 * 60);
  const stale = await actorNow();
  await expect(stepUpSession.execute(stale, { password: 'не тот' }, meta)).rejects.toMatchObject({
    code: 'WRONG_PASSWORD',
  });
  await stepUpSession.execute(stale, { password }, meta);
  const { signIn, now } = await actorNow();
  expect(signIn?.passwordAt).toEqual(now);
});
