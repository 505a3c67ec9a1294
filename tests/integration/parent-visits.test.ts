import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadVisits } from '@/features/parent-visits/load-visits';
import { recordSecurity } from '@/server/security-log';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const visits = async (who: Parameters<World['actor']>[0], days = 30) =>
  loadVisits(await world.actor(who), world.college.groups.isp, days);
const line = async (parent: string, days?: number) =>
  (await visits('liliya', days))?.lines.find((one) => one.parent.startsWith(parent));
const signIn = async (personId: number) =>
  recordSecurity({ kind: 'signIn', personId, sessionId: null, address: 'test', device: 'test', detail: '' });

describe('R-126 visits of parents', () => {
  it('somebody who never came, and an adult’s parent whom the diary is closed to', async () => {
    expect(await line('Давлетшина')).toMatchObject({
      ...{ student: 'Давлетшина Алина', relation: 'мать', state: 'never', last: '', visits: 0 },
      address: 'Уважаемая Рената Фаридовна',
    });
    expect(await line('Иванов')).toMatchObject({ student: 'Иванов Артём', state: 'closed' });
    const all = await visits('liliya');
    expect(all).toMatchObject({ parents: 1, came: 0, share: 0, curator: 'Ганеева Л. Р.' });
    expect(all?.lines.filter(({ state }) => state === 'noParent').map(({ student }) => student)).toEqual([
      'Абдуллин Тимур',
      'Горшков Павел',
      'Петров Кирилл',
      'Сафин Игорь',
    ]);
  });

  it('counts sign-ins of the days asked for, to the local midnight', async () => {
    const { renata } = world.people;
    await testDatabase().setClock('2026-10-07T20:30:00.000Z');
    await signIn(renata);
    await testDatabase().setClock(worldNow);
    expect(await line('Давлетшина', 30)).toMatchObject({ state: 'visits', visits: 1, last: '08.10.2026, 00:30' });
    expect(await line('Давлетшина', 7)).toMatchObject({ state: 'visits', daysAgo: 6 });
    await testDatabase().setClock('2026-10-15T08:00:00.000Z');
    expect(await line('Давлетшина', 7)).toMatchObject({ state: 'silent', visits: 0, daysAgo: 7 });
  });

  it('what is done in a live session counts as a visit; an account that is blocked or missing is told', async () => {
    const { renata } = world.people;
    await world.token('renata');
    expect(await line('Давлетшина', 7)).toMatchObject({ state: 'visits', last: '14.10.2026, 12:00' });
    await world.owner.account.update({ where: { personId: renata }, data: { blockedAt: new Date(worldNow) } });
    expect(await line('Давлетшина', 7)).toMatchObject({ state: 'blocked' });
  });

  it('is for those who see the group', async () => {
    expect(await visits('nadezhda')).not.toBeNull();
    for (const who of ['gulnara', 'alina', 'denis'] as const) expect(await visits(who)).toBeNull();
  });
});
