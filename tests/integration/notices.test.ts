import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { loadBoard, loadNoticesAhead } from '@/features/notices/load-notices';
import { withdrawNotice } from '@/features/notices/withdraw-notice';
import { writeNotice } from '@/features/notices/write-notice';
import { db } from '@/server/db';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const meta = { address: 'test', device: 'test' };
type Wish = Parameters<typeof writeNotice.execute>[1];
const usual: Wish = { title: 'Субботник', text: '', shownUntil: '2026-10-21', audience: 'everybody', groupIds: [] };
const write = async (wish: Partial<Wish>, who: Parameters<World['actor']>[0] = 'nadezhda') =>
  writeNotice.execute(await world.actor(who), { ...usual, ...wish }, meta);
/** Who of these has it on the start page. */
async function readers(title: string) {
  const found: string[] = [];
  for (const who of ['gulnara', 'liliya', 'alina', 'renata', 'mira'] as const) {
    const ahead = await loadNoticesAhead(await world.actor(who));
    if (ahead.some((notice) => notice.title === title)) found.push(who);
  }
  return found;
}

describe('R-042 the notice board is written by hand', () => {
  it('to everybody, to the staff, to groups with their parents and curator; the act is in the audit', async () => {
    const { id } = await write({});
    expect(await readers('Субботник')).toEqual(['gulnara', 'liliya', 'alina', 'renata', 'mira']);
    const diary = await loadDiaryWeek(await world.actor('renata'), world.people.alina);
    expect(diary?.week.notices.map(({ title }) => title)).toContain('Субботник');
    await write({ title: 'Педсовет', audience: 'staff' }, 'venera');
    expect(await readers('Педсовет')).toEqual(['gulnara', 'liliya']);
    await write({ title: 'Экскурсия', audience: 'groups', groupIds: [world.college.groups.isp] }, 'anton');
    expect(await readers('Экскурсия')).toEqual(['liliya', 'alina', 'renata']);
    const board = await loadBoard(await world.actor('alina'));
    expect(board.desk).toBeNull();
    expect(board.notices.map(({ title, byHand }) => [title, byHand?.to])).toEqual([
      ['Экскурсия', 'ИСП-25-1'],
      ['Субботник', 'всем'],
    ]);
    const event = await world.owner.auditEvent.findFirstOrThrow({ where: { command: 'notices.write', objectId: id } });
    expect(event.personId).toBe(world.people.nadezhda);
  });

  it('is gone from start pages after its last day and stays on the board; taken down it is gone everywhere', async () => {
    const { id } = await write({ title: 'Линейка', shownUntil: '2026-10-15' });
    await testDatabase().setClock('2026-10-16T08:00:00.000Z');
    expect(await readers('Линейка')).toEqual([]);
    const titles = async () => (await loadBoard(await world.actor('mira'))).notices.map(({ title }) => title);
    expect(await titles()).toContain('Линейка');
    await withdrawNotice.execute(await world.actor('anton'), { id }, meta);
    expect(await titles()).not.toContain('Линейка');
    const twice = withdrawNotice.execute(await world.actor('anton'), { id }, meta);
    await expect(twice).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('refuses strangers, days gone by and far ahead, groups that are none; what an act published is not taken down', async () => {
    for (const who of ['gulnara', 'liliya', 'alina', 'renata', 'irina', 'denis'] as const) {
      await expect(write({}, who)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    const bad: [Partial<Wish>, string][] = [
      [{ shownUntil: '2026-10-13' }, 'shownUntil'],
      [{ shownUntil: '2028-01-01' }, 'shownUntil'],
      [{ title: ' ' }, 'title'],
      [{ audience: 'groups' }, 'groupIds'],
      [{ groupIds: [world.college.groups.isp] }, 'groupIds'],
    ];
    for (const [wish, field] of bad) {
      await expect(write(wish)).rejects.toMatchObject({ code: 'INVALID', options: { fields: [field] } });
    }
    await expect(write({ audience: 'groups', groupIds: [999_999] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const shownUntil = new Date('2026-10-20');
    const { id } = await world.owner.notice.create({
      data: { title: 'Замена', text: '', shownUntil, createdAt: new Date(worldNow) },
    });
    const taken = withdrawNotice.execute(await world.actor('anton'), { id }, meta);
    await expect(taken).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(db().$executeRaw`UPDATE notice SET withdrawn_at = now() WHERE id = ${id}`).rejects.toThrow('23514');
    await expect(db().$executeRaw`UPDATE notice SET title = 'нет' WHERE id = ${id}`).rejects.toThrow('42501');
    await expect(world.owner.$executeRaw`UPDATE notice SET text = 'нет' WHERE id = ${id}`).rejects.toThrow('VD003');
  });
});
