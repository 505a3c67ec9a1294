import { hash } from '@node-rs/argon2';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSession } from '@/features/auth/open-session';
import { startSession } from '@/features/auth/start-session';
import { anonymousActor } from '@/server/anonymous-actor';
import { db, useDatabase as switchDatabase } from '@/server/db';
import { assumeEnv } from '@/server/env';
import { PrismaClient } from '@/server/prisma/client';
import { testDatabase } from '../support/database';
import { attempt, givePasswords, password } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

const work = vi.hoisted(() => ({ hashes: 0 }));
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return {
    ...real,
    verify: (...args: Parameters<typeof real.verify>) => {
      work.hashes += 1;
      return real.verify(...args);
    },
  };
});

let world: World;
let fresh = 1;
const newAddress = () => `198.51.100.${fresh++}`;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await givePasswords(world, 'gulnara', 'rustem', 'liliya', 'alina');
  await world.owner.account.update({ where: { login: 'rustem' }, data: { blockedAt: new Date(worldNow) } });
  assumeEnv({ TRUSTED_PROXY_HOPS: '1' });
});
beforeEach(async () => {
  await testDatabase().setClock(worldNow);
  await world.owner.loginThrottle.deleteMany();
});
afterAll(() => world.close());

/** Statements and hashes that `act` costs. */
async function cost(act: () => Promise<unknown>): Promise<{ statements: number; hashes: number }> {
  const usual = db();
  const counting = new PrismaClient({
    adapter: new PrismaPg({ connectionString: testDatabase().runtimeUrl }),
    log: [{ emit: 'event', level: 'query' }],
  });
  let statements = 0;
  counting.$on('query', () => {
    statements += 1;
  });
  switchDatabase(counting);
  work.hashes = 0;
  try {
    await act();
    return { statements, hashes: work.hashes };
  } finally {
    switchDatabase(usual);
    await counting.$disconnect();
  }
}

describe('T-003 four kinds of refusal are one', () => {
  test('T-003 unknown, wrong, blocked and throttled by account: no session, the same statements, one hash', async () => {
    for (let n = 0; n < 5; n++) await attempt('liliya', { password: 'не тот', address: newAddress() });
    const kinds = {
      unknown: () => attempt('nobody.here', { address: newAddress() }),
      wrong: () => attempt('gulnara', { password: 'не тот', address: newAddress() }),
      blocked: () => attempt('rustem', { address: newAddress() }),
      throttled: () => attempt('liliya', { address: newAddress() }),
    };
    for (const [kind, refused] of Object.entries(kinds)) {
      expect(await refused(), kind).toBeNull();
      expect(await cost(refused), kind).toEqual({ statements: 3, hashes: 1 });
    }
  });
});

describe('T-071 the security log', () => {
  test('T-071 names person, address and device of sign-in and failure, never the password or the login', async () => {
    await world.owner.$executeRaw`TRUNCATE security_event`;
    const address = newAddress();
    await attempt('gulnara', { password: 'CNRY-password', address });
    await attempt('CNRY-login', { address });
    const opened = await attempt('gulnara', { address });
    const rows = await world.owner.securityEvent.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ kind, personId, sessionId }) => ({ kind, personId, sessionId }))).toEqual([
      { kind: 'signInFailed', personId: world.people.gulnara, sessionId: null },
      { kind: 'signInFailed', personId: null, sessionId: null },
      { kind: 'signIn', personId: world.people.gulnara, sessionId: opened?.id },
    ]);
    expect(rows.every((row) => row.address === address && row.device === 'Tests')).toBe(true);
    const stored = JSON.stringify([rows, await world.owner.loginThrottle.findMany()], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    expect(stored).not.toMatch(/CNRY|gulnara/i);
  });

  test('T-080 a sign-in has its audit row in the same transaction', async () => {
    const opened = await attempt('gulnara', { address: newAddress() });
    const rows = await world.owner.auditEvent.findMany({ where: { object: 'session', objectId: opened?.id ?? 0 } });
    expect(rows).toMatchObject([{ command: 'session.open', personId: world.people.gulnara, roles: 'anonymous' }]);
  });
});

describe('T-002 stored hashes', () => {
  test('T-002 a weaker hash is renewed at the next sign-in and the password still works', async () => {
    const weak = await hash(password, { memoryCost: 4096, timeCost: 1 });
    await world.owner.account.update({ where: { login: 'alina' }, data: { passwordHash: weak } });
    expect(await attempt('alina', { password: 'не тот', address: newAddress() })).toBeNull();
    expect(await storedHash('alina')).toBe(weak);
    expect(await attempt('alina', { address: newAddress() })).not.toBeNull();
    expect(await storedHash('alina')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await attempt('alina', { address: newAddress() })).not.toBeNull();
  });

  test('T-002 128 Cyrillic letters with spaces sign in, however the keyboard composes them', async () => {
    const long = 'ёлка и чай '.repeat(12).slice(0, 128);
    const passwordHash = await hash(long.normalize('NFC'), { memoryCost: 19_456, timeCost: 2 });
    await world.owner.account.update({ where: { login: 'alina' }, data: { passwordHash } });
    expect(await attempt('alina', { password: long.normalize('NFD'), address: newAddress() })).not.toBeNull();
  });

  const storedHash = async (login: string) =>
    (await world.owner.account.findUniqueOrThrow({ where: { login } })).passwordHash;
});

test.each([
  [{ login: { not: '' }, password }],
  [{ login: ['gulnara'], password }],
  [{ login: 'gulnara\0', password }],
  [{ login: 'gulnara', password: ['a'] }],
  [{ login: 'gulnara', password: 'я'.repeat(100_000) }],
  [{ login: '\ud800', password }],
  [{}],
  [null],
])('T-040 hostile fields %j are refused before the database is asked', async (fields) => {
  const asked = await cost(async () => {
    expect(await startSession(fields, { session: undefined, device: undefined }, new Headers())).toBeNull();
  });
  expect(asked).toEqual({ statements: 0, hashes: 0 });
});

test('T-006 a session cannot be opened by naming an account', async () => {
  const forged = { accountId: 1, personId: 1, keys: { account: '', device: '', address: '' }, knownDevice: false };
  const input = {
    ...{ login: { ...forged, renewedHash: null }, shared: false, address: '', device: '' },
    ...{ deviceToken: null, formerSession: null },
  };
  await expect(openSession.execute(anonymousActor, input, { address: '', device: '' })).rejects.toMatchObject({
    code: 'INVALID',
  });
});
