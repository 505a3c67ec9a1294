import { afterAll, beforeAll, expect, it } from 'vitest';
import { publishGrades } from '@/features/journal/publish-grades';
import { importGrades } from '@/features/lessons/import-grades';
import { loadLateGrades } from '@/features/today/load-late-grades';
import { runAs, systemActorNow } from '@/server/system-actor';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

/** S4 lets families wait three days for results (7.3). */
let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase(), 's4');
  await testDatabase().setClock(worldNow);
  const { people, college } = world;
  const grades = [people.alina, people.timur].map((studentId) => ({
    studentId,
    value: '4' as const,
    reason: 'по ведомости',
  }));
  const place = { sectionId: college.sections.algorithms, periodId: college.periods.first };
  const sheet = { ...place, by: people.gulnara, at: new Date(worldNow), publishedAt: null, grades };
  await runAs(await systemActorNow(), importGrades, { sheets: [sheet] });
});
afterAll(() => world.close());

const lateFor = async (who: Parameters<World['actor']>[0]) => loadLateGrades(await world.actor(who));

it('R-097 on the third day nobody is alarmed', async () => {
  await testDatabase().setClock('2026-10-17T15:00:00Z');
  expect(await lateFor('nadezhda')).toEqual([]);
});

it('R-097 from the fourth day on, whoever oversees journals sees whose they are, how many and for how long', async () => {
  await testDatabase().setClock('2026-10-19T06:00:00Z');
  const { algorithms } = world.college.sections;
  const line = {
    ...{ sectionId: algorithms, periodId: world.college.periods.first, group: 'ИСП-25-1', count: 2 },
    course: expect.stringMatching(/^ОП\.04 /),
    teachers: expect.stringMatching(/^Хабибуллина Г\./),
    deadline: expect.stringMatching(/^просрочено 2\sдня$/),
  };
  for (const who of ['nadezhda', 'sergey', 'tatyana'] as const) expect(await lateFor(who), who).toEqual([line]);
  for (const who of ['gulnara', 'liliya', 'alina', 'renata', 'denis'] as const)
    expect(await lateFor(who), who).toBeNull();
});

it('R-097 published late they are no longer told of', async () => {
  const place = { sectionId: world.college.sections.algorithms, periodId: world.college.periods.first };
  const meta = { address: 'test', device: 'test' };
  expect(await publishGrades.execute(await world.actor('gulnara'), place, meta)).toEqual({ published: 2, late: 2 });
  expect(await lateFor('nadezhda')).toEqual([]);
});
