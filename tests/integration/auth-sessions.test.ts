import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { finishSession, sessionEnd } from '@/features/auth/start-session';
import { loadActor } from '@/server/load-actor';
import { hashToken } from '@/server/session-token';
import { testDatabase } from '../support/database';
import { attempt, givePasswords } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await givePasswords(world, 'gulnara', 'alina', 'renata');
});
beforeEach(() => setClock(0));
afterAll(() => world.close());

const setClock = (seconds: number) =>
  testDatabase().setClock(new Date(Date.parse(worldNow) + seconds * 1000).toISOString());

async function open(login: string, options: { shared?: boolean; session?: string } = {}): Promise<string> {
  const started = await attempt(login, options);
  if (!started) throw new Error(`${login} is refused`);
  return started.token;
}

/** Whether this cookie value still opens anything. */
async function lives(token: string): Promise<boolean> {
  const actor = await loadActor(hashToken(token) ?? new Uint8Array());
  return actor !== null;
}

describe('T-007 limits', () => {
  const cases = [
    { who: 'gulnara', shared: false, idle: hour, absolute: 12 * hour },
    { who: 'alina', shared: false, idle: 7 * day, absolute: 30 * day },
    { who: 'renata', shared: false, idle: 7 * day, absolute: 30 * day },
    { who: 'gulnara', shared: true, idle: 15 * minute, absolute: 2 * hour },
    { who: 'alina', shared: true, idle: 15 * minute, absolute: 2 * hour },
  ];

  test.each(cases)('T-007 $who (shared: $shared) idle: $idle s', async ({ who, shared, idle }) => {
    const token = await open(who, { shared });
    await setClock(idle - 1);
    expect(await sessionEnd(token)).not.toBeNull();
    await setClock(idle + 1);
    expect(await sessionEnd(token)).toBeNull();
    expect(await lives(token)).toBe(false);
  });

  test.each(cases)(
    'T-007 $who (shared: $shared) at the latest: $absolute s',
    async ({ who, shared, idle, absolute }) => {
      const token = await open(who, { shared });
      for (let now = 0; now < absolute; now += idle - 2) {
        await setClock(now);
        expect(await lives(token), `working at ${now}`).toBe(true);
      }
      await setClock(absolute - 1);
      expect(await lives(token)).toBe(true);
      await setClock(absolute + 1);
      expect(await lives(token)).toBe(false);
    },
  );

  test('T-007 a foreign computer is remembered no longer than its session', async () => {
    expect(await attempt('gulnara', { shared: true })).toMatchObject({ deviceToken: null, lifetime: 2 * hour });
  });
});

describe('T-006 a copied cookie', () => {
  test('T-006 signing out ends the copy too, and is audited', async () => {
    const token = await open('gulnara');
    const { personId, sessionId } = (await loadActor(hashToken(token) ?? new Uint8Array())) ?? {};
    await finishSession(token, new Headers());
    expect(await lives(token)).toBe(false);
    expect(await sessionEnd(token)).toBeNull();
    const event = await world.owner.auditEvent.findFirst({
      where: { command: 'session.end' },
      orderBy: { id: 'desc' },
    });
    expect(event).toMatchObject({ personId, sessionId, object: 'session', objectId: sessionId, result: 'ok' });
    const noted = await world.owner.securityEvent.findFirst({ where: { kind: 'signOut' }, orderBy: { id: 'desc' } });
    expect(noted).toMatchObject({ personId, sessionId });
  });

  test('T-006 somebody without any role or with an issued password can sign out as well', async () => {
    const token = await open('gulnara');
    await world.owner.account.update({ where: { login: 'gulnara' }, data: { mustChange: true } });
    await finishSession(token, new Headers());
    await world.owner.account.update({ where: { login: 'gulnara' }, data: { mustChange: false } });
    expect(await lives(token)).toBe(false);
  });

  test('T-006 blocking the account ends it at once', async () => {
    const token = await open('gulnara');
    await world.owner.account.update({ where: { login: 'gulnara' }, data: { blockedAt: new Date(worldNow) } });
    expect(await lives(token)).toBe(false);
    expect(await sessionEnd(token)).toBeNull();
    await world.owner.account.update({ where: { login: 'gulnara' }, data: { blockedAt: null } });
  });

  test('T-006 only the hash of a random token is stored', async () => {
    const token = await open('gulnara');
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = await world.owner.session.findMany({ select: { tokenHash: true } });
    expect(rows.map(({ tokenHash }) => Buffer.from(tokenHash).toString('base64url'))).not.toContain(token);
    expect(await lives(`${token.slice(0, -1)}!`)).toBe(false);
  });
});

describe('T-007, T-009 several sessions', () => {
  test('T-007 a new sign-in in the same browser has a new id and ends the former', async () => {
    const former = await open('alina');
    const next = await open('alina', { session: former });
    expect(next).not.toBe(former);
    expect([await lives(former), await lives(next)]).toEqual([false, true]);
  });

  test.each([
    ['gulnara', 5],
    ['alina', 10],
  ])('T-009 %s has at most %i, the oldest ends', async (who, most) => {
    await world.owner.session.deleteMany();
    const tokens: string[] = [];
    for (let n = 0; n <= most; n++) {
      await setClock(n);
      tokens.push(await open(who));
    }
    const alive = await Promise.all(tokens.map(lives));
    expect(alive).toEqual([false, ...Array<boolean>(most).fill(true)]);
  });
});

describe('who has left (T-006)', () => {
  test('T-006 keeps no role, load or lesson of a substitute, by the institution’s own day', async () => {
    const { rustem, liliya } = world.people;
    const seen = async (who: 'rustem' | 'liliya') => {
      const actor = await world.actor(who);
      return [actor.roles.length, actor.teaches.length + actor.substitutes.length, actor.curates.length];
    };
    expect(await seen('liliya')).toEqual([2, 1, 1]);
    await world.owner.staffMember.updateMany({
      where: { id: { in: [rustem, liliya] } },
      data: { leftOn: new Date('2026-10-14') },
    });
    expect(await seen('liliya'), 'on the last day').toEqual([2, 1, 1]);
    await testDatabase().setClock('2026-10-14T19:59:00Z');
    expect(await seen('rustem')).toEqual([1, 1, 0]);
    await testDatabase().setClock('2026-10-14T20:00:00Z');
    expect(await seen('rustem')).toEqual([0, 0, 0]);
    expect(await seen('liliya')).toEqual([0, 0, 0]);
    await world.owner.staffMember.updateMany({ data: { leftOn: null } });
  });

  test('T-007 signs in as staff to the end of the last day in the institution’s zone, as a reader after it', async () => {
    await givePasswords(world, 'rustem');
    const lifetime = async () => (await attempt('rustem', {}))?.lifetime;
    await world.owner.staffMember.update({
      where: { id: world.people.rustem },
      data: { leftOn: new Date('2026-10-14') },
      select: { id: true },
    });
    await testDatabase().setClock('2026-10-14T19:59:00Z');
    expect(await lifetime()).toBe(12 * hour);
    await testDatabase().setClock('2026-10-14T20:01:00Z');
    expect(await lifetime()).toBe(30 * day);
  });
});
