import { afterAll, beforeAll, expect, test } from 'vitest';
import { announceWorks } from '@/features/technical-works/announce-works';
import { cancelWorks } from '@/features/technical-works/cancel-works';
import { loadCoverNotice } from '@/features/technical-works/load-cover-notice';
import { loadWorks } from '@/features/technical-works/load-works';
import { worksNotice } from '@/features/technical-works/works-words';
import { testDatabase } from '../support/database';
import { journalDesk } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: '198.51.100.1', device: 'Tests' };
let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await testDatabase().setClock(worldNow);
});
afterAll(() => world.close());

type Who = Parameters<World['actor']>[0];
const desk = journalDesk(() => world);
const hours = { date: '2026-10-14', from: '22:00', to: '02:00' };
const announce = async (input: Parameters<typeof announceWorks.execute>[1], who: Who = 'denis') =>
  announceWorks.execute(await world.actor(who), input, meta);
const band = async (who: Who) => {
  const { works, now, timeZone } = await world.actor(who);
  return works ? worksNotice(works, now, timeZone) : null;
};
const save = () => {
  const { lessons } = world.college;
  const presence = { lessonId: lessons.today, studentId: world.people.timur, value: 'absent' as const, version: 0 };
  return desk.save('gulnara', { presences: [presence] });
};

test.each<[string, Parameters<typeof announce>, string]>([
  ['by a teacher', [hours, 'gulnara'], 'FORBIDDEN'],
  ['by a parent', [hours, 'renata'], 'FORBIDDEN'],
  ['hours that are over', [{ ...hours, date: '2026-10-13', to: '23:00' }], 'INVALID'],
  ['a day too far', [{ ...hours, date: '2027-01-14' }], 'INVALID'],
  ['no hour at all', [{ ...hours, from: '25:00' }], 'INVALID'],
  ['a note longer than a band', [{ ...hours, note: 'x'.repeat(301) }], 'INVALID'],
])('R-012 announced %s: refused, nothing written', async (_, args, code) => {
  expect(await desk.refused(() => announce(...args))).toBe(code);
});

test('R-012 T-154 the band tells before; while works are on every write is 503 with words, reading and sign-in go on', async () => {
  const { id } = await announce({ ...hours, note: 'Переезд сервера.' });
  expect(await desk.refused(() => announce({ ...hours, from: '23:00', to: '23:30' }))).toBe('DUPLICATE');
  const said =
    'Технические работы 14.10 с 22:00 до 02:00 15.10: журнал будет открыт только для чтения. Переезд сервера.';
  expect([await band('alina'), await loadCoverNotice()]).toEqual([said, said]);
  await testDatabase().setClock('2026-10-14T18:30:00Z');
  expect(await band('gulnara')).toContain('Идут технические работы до 02:00');
  expect(await desk.refused(save)).toBe('WORKS');
  await expect(save()).rejects.toMatchObject({ options: { retryAfterSeconds: 12_600 } });
  expect((await loadWorks(await world.actor('denis')))?.lines).toMatchObject([{ id, state: 'on' }]);
  expect(await loadWorks(await world.actor('gulnara'))).toBeNull();

  await cancelWorks.execute(await world.actor('denis'), { id }, meta);
  expect((await save()).presences).toHaveLength(1);
  expect([await band('gulnara'), await loadCoverNotice()]).toEqual([null, null]);
  const again = async () => cancelWorks.execute(await world.actor('denis'), { id }, meta);
  expect(await desk.refused(again)).toBe('NOT_FOUND');
  const events = await world.owner.auditEvent.findMany({
    where: { object: 'technicalWorks' },
    orderBy: { id: 'asc' },
    select: { command: true, objectId: true, changes: { select: { field: true, after: true } } },
  });
  expect(events).toMatchObject([
    { command: 'technical-works.announce', objectId: id, changes: { length: 3 } },
    { command: 'technical-works.cancel', objectId: id, changes: [{ after: '2026-10-14T18:30:00.000Z' }] },
  ]);
});

test('R-012 works end by themselves, at the minute that was said; what was announced is not altered by hand', async () => {
  await announce({ ...hours, from: '23:00', to: '23:30' });
  const last = (minute: string) => testDatabase().setClock(`2026-10-14T19:${minute}:00Z`);
  await last('29');
  const presence = { lessonId: world.college.lessons.today, studentId: world.people.alina, version: 0 };
  const other = () => desk.save('gulnara', { presences: [{ ...presence, value: 'late' }] });
  expect(await desk.refused(other)).toBe('WORKS');
  await last('30');
  expect((await other()).presences).toHaveLength(1);
  for (const statement of [
    "UPDATE technical_works SET ends_at = ends_at + interval '1 hour'",
    'DELETE FROM technical_works',
    'TRUNCATE technical_works',
  ]) {
    await expect(world.owner.$executeRawUnsafe(statement)).rejects.toThrow('VD003');
  }
});
