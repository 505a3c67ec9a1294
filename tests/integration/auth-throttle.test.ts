import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { connect, db, useDatabase } from '@/server/db';
import { assumeEnv } from '@/server/env';
import { countFailure, forgetFailures, throttleKeys } from '@/server/throttle';
import { testDatabase } from '../support/database';
import { attempt, givePasswords } from '../support/sign-in';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
let fresh = 1;
const newAddress = () => `2001:db8:0:${(fresh++).toString(16)}::1`;
const wrong = { password: 'не тот пароль' };

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await givePasswords(world, 'gulnara', 'rustem');
  assumeEnv({ TRUSTED_PROXY_HOPS: '1' });
});
beforeEach(async () => {
  await setClock(0);
  await world.owner.loginThrottle.deleteMany();
});
afterAll(() => world.close());

const setClock = (seconds: number) =>
  testDatabase().setClock(new Date(Date.parse(worldNow) + seconds * 1000).toISOString());

const accountRow = (login: string) =>
  world.owner.loginThrottle.findUnique({ where: { key: throttleKeys(login, null, '').account } });

async function fail(times: number, login = 'gulnara', options: { device?: string } = {}): Promise<void> {
  for (let n = 0; n < times; n++) await attempt(login, { ...wrong, ...options, address: newAddress() });
}

async function signsIn(options: { device?: string } = {}): Promise<boolean> {
  return (await attempt('gulnara', { ...options, address: newAddress() })) !== null;
}

describe('T-004 failures of one account', () => {
  test('T-004 four in a row cost nothing, the fifth 30 s, each further one twice as long up to 15 min', async () => {
    await fail(4);
    expect(await signsIn()).toBe(true);
    await fail(5);
    let now = 0;
    for (const pause of [30, 60, 120, 240, 480, 900, 900]) {
      await setClock(now + pause - 1);
      expect(await signsIn(), `${pause} s, a second early`).toBe(false);
      await setClock(now + pause);
      now += pause;
      await fail(1);
    }
    await setClock(now + 900);
    expect(await signsIn()).toBe(true);
    expect(await accountRow('gulnara')).toBeNull();
  });

  test('T-004 a refusal while waiting tells nothing and does not prolong the wait', async () => {
    await fail(25);
    expect((await accountRow('gulnara'))?.failures).toBe(5);
    await setClock(30);
    expect(await signsIn()).toBe(true);
  });

  test('T-004 after 100 in a row only a reset helps', async () => {
    await fail(1);
    const { account } = throttleKeys('gulnara', null, '');
    await world.owner.loginThrottle.update({ where: { key: account }, data: { failures: 99 } });
    await fail(1);
    await setClock(400 * 24 * 3600);
    expect(await signsIn()).toBe(false);
    await forgetFailures(db(), [account]);
    expect(await signsIn()).toBe(true);
  });

  test('T-004 20 parallel wrong attempts count 20', async () => {
    const login = 'rustem';
    const count = () => {
      const keys = throttleKeys(login, null, newAddress());
      return countFailure(db(), { keys, knownDevice: false, waiting: false });
    };
    await Promise.all(Array.from({ length: 20 }, count));
    expect((await accountRow(login))?.failures).toBe(20);
  });

  test('T-004 the right password amid many parallel guesses is refused like them', async () => {
    const guesses = Array.from({ length: 30 }, (_, n) =>
      attempt('rustem', { ...(n === 29 ? {} : wrong), address: newAddress() }),
    );
    expect(await Promise.all(guesses)).toEqual(Array(30).fill(null));
  });

  test('T-004 a new process has forgotten nothing', async () => {
    await fail(5);
    const before = db();
    useDatabase(connect(testDatabase().runtimeUrl));
    expect(await signsIn()).toBe(false);
    await before.$disconnect();
  });
});

describe('T-004 her own browser', () => {
  test('T-004 after 50 foreign failures she signs in from the browser she used before, for 30 days', async () => {
    const device = (await attempt('gulnara', { address: newAddress() }))?.deviceToken ?? '';
    for (let round = 0; round < 10; round++) {
      await setClock(round * 900);
      await fail(5);
    }
    expect(await signsIn()).toBe(false);
    expect(await signsIn({ device })).toBe(true);
    expect(await signsIn()).toBe(false);
  });

  test('T-004 a known browser is forgotten after 30 days, and its own failures count', async () => {
    const device = (await attempt('gulnara', { address: newAddress() }))?.deviceToken ?? '';
    await fail(5, 'gulnara', { device });
    expect(await accountRow('gulnara')).toBeNull();
    expect(await signsIn({ device })).toBe(false);
    await setClock(30);
    expect(await signsIn({ device })).toBe(true);
    await setClock(30 + 30 * 24 * 3600 + 1);
    await fail(5);
    expect(await signsIn({ device })).toBe(false);
  });

  test('T-004 a browser known for another account is a stranger, and an invented mark is not taken over', async () => {
    const foreign = (await attempt('rustem', { address: newAddress() }))?.deviceToken ?? '';
    await fail(5);
    expect(await signsIn({ device: foreign })).toBe(false);
    const invented = 'A'.repeat(43);
    const given = (await attempt('rustem', { address: newAddress(), device: invented }))?.deviceToken;
    expect(given).toMatch(/^[\w-]{43}$/);
    expect(given).not.toBe(invented);
  });
});

describe('T-004 failures of one address', () => {
  const address = '203.0.113.7';

  test('T-004 the 61st attempt within five minutes is told to wait, then all is open again', async () => {
    await setClock(60);
    for (let n = 0; n < 60; n++) expect(await attempt(`nobody.${n}`, { ...wrong, address })).toBeNull();
    await setClock(100);
    const refused = attempt('gulnara', { address });
    await expect(refused).rejects.toMatchObject({ code: 'THROTTLED', options: { retryAfterSeconds: 260 } });
    await setClock(360);
    expect(await attempt('gulnara', { address })).not.toBeNull();
  });

  test('T-004 300 people with 60 typos in ten minutes from one address: nobody is refused', async () => {
    const login = (n: number) => (n % 2 ? 'gulnara' : 'rustem');
    for (let n = 0; n < 60; n++) {
      await setClock(n * 10);
      expect(await attempt(login(n), { ...wrong, address })).toBeNull();
      expect(await attempt(login(n), { address }), `after typo ${n + 1}`).not.toBeNull();
    }
  });
});
