import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessFields, accessParams } from '@/reports/journal-access/access-params';
import { loadAccess } from '@/reports/journal-access/load-access';
import { testDatabase } from '../../support/database';
import { fillJournal } from '../../support/filled-journal';
import { buildWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
});
afterAll(() => world.close());

const asked = async (query: object = {}) =>
  loadAccess(await world.actor('nadezhda'), accessParams.parse({ group: String(world.college.groups.isp), ...query }));
const told = (data: Awaited<ReturnType<typeof asked>>) =>
  data?.lines.map(({ by, student, what, before, after, late }) => [by, student, what, before, after, late]);

test('R-106 who changed what and when, the latest first, with the value before and what was late', async () => {
  const data = await asked({ from: '2026-10-08', to: '2026-10-08' });
  expect(data).toMatchObject({ group: 'ИСП-25-1', days: { from: '2026-10-08', to: '2026-10-08' }, omitted: 0 });
  expect(told(data)).toEqual([
    ['Ганеева Л. Р.', 'Абдуллин Т. М.', 'причина отсутствия', null, 'отсутствует, уважительная причина', false],
    ['Хабибуллина Г. Р.', 'Давлетшина А. Р.', 'комментарий к отметке, ПЗ № 1', null, 'переписал', false],
    ['Хабибуллина Г. Р.', 'Давлетшина А. Р.', 'отметка, ПЗ № 1', '3', '4', false],
  ]);
  expect(data?.lines[0]).toMatchObject({ course: 'ОП.04', lesson: { date: '2026-10-07', words: 'Ветвления' } });
});

test('R-106 by default the last week; one journal, one employee or a whole period on demand', async () => {
  expect((await asked())?.days).toEqual({ from: '2026-10-08', to: '2026-10-14' });
  const { sections, periods } = world.college;
  const whole = await asked({ period: String(periods.first) });
  const ofOne = await asked({ period: String(periods.first), teacher: String(world.people.liliya) });
  expect(new Set(ofOne?.lines.map(({ by }) => by)).size).toBe(1);
  expect(whole?.lines.length).toBeGreaterThan(ofOne?.lines.length ?? 0);
  expect((await asked({ section: String(sections.algorithms) }))?.lines.length).toBeGreaterThan(0);
  const fields = await accessFields(await world.actor('nadezhda'), { group: String(world.college.groups.isp) });
  expect(fields.find(({ name }) => name === 'section')?.options.map(({ value }) => value)).toEqual([
    String(sections.algorithms),
  ]);
});

test('T-023 T-078 a journal or a period of another group is nothing; reading leaves a line', async () => {
  expect(await asked({ section: String(world.college.sections.foreign) })).toBeNull();
  expect(await asked({ period: '999999' })).toBeNull();
  expect(accessParams.safeParse({ group: '1', from: '2026-10-09', to: '2026-10-08' }).success).toBe(false);
  await asked();
  const read = await world.owner.securityEvent.findFirst({ where: { kind: 'auditRead' }, orderBy: { id: 'desc' } });
  expect(read).toMatchObject({ personId: world.people.nadezhda, detail: `journal-access ${world.college.groups.isp}` });
});
