import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadHistory } from '@/features/journal/load-history';
import { testDatabase } from '../support/database';
import { fillJournal } from '../support/filled-journal';
import { checkInvariants } from '../support/invariants';
import { buildWorld, type World } from '../support/world';

type Person = keyof World['people'];
let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
});
afterAll(() => world.close());

describe('T-086 the history of a cell', () => {
  const history = async (
    who: Person,
    lessonId: number,
    student: Person | null,
    sectionId = world.college.sections.algorithms,
  ) =>
    loadHistory(await world.actor(who), {
      sectionId,
      lessonId,
      studentId: student === null ? null : world.people[student],
    });

  it('tells every value of a mark with its author, role and real time, oldest first', async () => {
    const entries = await history('nadezhda', world.college.lessons.past, 'alina');
    const by = { by: 'Хабибуллина Г. Р.', role: 'преподаватель', insteadOf: null, late: false };
    const at = '2026-10-07T09:00:00.000Z';
    const later = '2026-10-08T09:00:00.000Z';
    expect(entries).toEqual([
      { ...by, at, what: 'обязательная работа, ПЗ № 1', before: 'нет', after: 'да' },
      { ...by, at, what: 'отметка, ПЗ № 1', before: null, after: '3' },
      { ...by, at: later, what: 'отметка, ПЗ № 1', before: '3', after: '4' },
      { ...by, at: later, what: 'комментарий к отметке, ПЗ № 1', before: null, after: 'переписал' },
    ]);
  });

  it('tells presence and reason with two authors; the curator entered hers after the lesson’s day', async () => {
    const entries = (await history('gulnara', world.college.lessons.past, 'timur'))?.filter(
      ({ what }) => !what.includes('ПЗ'),
    );
    expect(entries).toMatchObject([
      { what: 'посещение', before: null, after: 'н', by: 'Хабибуллина Г. Р.', late: false },
      { what: 'причина отсутствия', before: null, by: 'Ганеева Л. Р.', late: true },
    ]);
    expect(entries?.[1]?.after).toMatch(/уваж/);
    expect(entries?.[1]?.role).toContain('куратор');
  });

  it('names whom the author substituted', async () => {
    expect(await history('gulnara', world.college.lessons.substituted, 'artem')).toMatchObject([
      { by: 'Ганеева Л. Р.', insteadOf: 'Хабибуллина Г. Р.', what: 'посещение', after: 'оп' },
    ]);
  });

  it('tells the lesson’s own fields in words', async () => {
    const entries = await history('liliya', world.college.lessons.past, null);
    expect(entries?.map(({ what, after }) => `${what}: ${after}`).sort()).toEqual([
      'вид работы, ПЗ № 1: Практическая работа',
      'домашнее задание: § 3',
      'название задания, ПЗ № 1: ПЗ № 1',
      'обязательная работа, ПЗ № 1: да',
      'посещение отмечено: да',
      'тема плана: № 3',
      'тема: Ветвления',
    ]);
  });

  it('is shown to those who see the journal, and only for its own lessons', async () => {
    const { past, foreign } = world.college.lessons;
    expect(await history('rustem', past, 'alina')).toBeNull();
    expect(await history('alina', past, 'alina')).toBeNull();
    expect(await history('gulnara', foreign, 'igor')).toBeNull();
    expect(await history('nadezhda', past, 'igor', world.college.sections.foreign)).toBeNull();
  });

  it('replays to the present value, field by field (I2)', async () => {
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});
