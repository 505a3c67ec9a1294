import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadFalling } from '@/features/group-marks/load-falling';
import { loadGroupMarks } from '@/features/group-marks/load-group-marks';
import type { CellEditsInput } from '@/features/journal/cell-edits';
import { curatorDesk } from '../support/curator-desk';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
const desk = curatorDesk(() => world);
type Who = Parameters<World['actor']>[0];
const marksOf = async (who: Who, group = world.college.groups.isp, period?: number) =>
  loadGroupMarks(await world.actor(who), group, period);
const rowOf = async (who: Who, name: string) => (await marksOf(who))?.rows.find((row) => row.name === name);

/** Marks of one lesson for one student, each with its own task. */
function marks(lessonId: number, studentId: number, values: readonly ('5' | '4' | '3' | '2' | null)[]) {
  const task = { lessonId, version: 0, taskType: 'answer', title: 'Опрос', required: false, dueOn: null };
  const refs = values.map((_, index) => ({ ref: `a${index}` }));
  return {
    assignments: refs.map((assignment) => ({ ...task, assignment })),
    marks: values.map((value, index) => ({
      ...{ lessonId, studentId, version: 0, value, required: value === null },
      assignment: refs[index] ?? { ref: 'none' },
    })),
  } satisfies Omit<CellEditsInput, 'sectionId'>;
}

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  const { past, recent, today } = world.college.lessons;
  const { alina, timur } = world.people;
  // the window of four weeks begins on 17.09.; lessons before it are laid anew
  await world.owner.lesson.update({ where: { id: past }, data: { date: new Date('2026-09-09') } });
  await testDatabase().setClock('2026-09-09T08:00:00.000Z');
  await desk.teach('gulnara', marks(past, alina, ['5', '5', '4']));
  await testDatabase().setClock(worldNow);
  await desk.teach('gulnara', marks(recent, alina, ['3', '3', '4', null]));
  const absent = (lessonId: number) => ({ lessonId, studentId: timur, value: 'absent' as const, version: 0 });
  await desk.teach('gulnara', { presences: [absent(recent), absent(today)] });
  await desk.day('liliya', { reasons: [{ lessonId: today, studentId: timur, value: 'invalid', version: 0 }] });
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

describe('R-127 marks of a group in every course', () => {
  it('averages with their marks in words, debts and missed hours by student and course', async () => {
    const group = await marksOf('liliya');
    expect(group).toMatchObject({ group: 'ИСП-25-1', period: { name: 'I семестр' }, average: 400, diaries: true });
    expect(group?.courses).toMatchObject([{ index: 'ОП.04', average: 400, debts: 1, journals: [{ label: '' }] }]);
    const alina = await rowOf('liliya', 'Давлетшина Алина');
    expect(alina).toMatchObject({ average: 400, debts: 1, marks: '6: «5» — 2, «4» — 2, «3» — 2' });
    expect(alina?.cells).toMatchObject([{ average: 400, debts: 1 }]);
    const timur = await rowOf('liliya', 'Абдуллин Тимур');
    expect(timur?.missed).toMatchObject({ total: 4, invalid: 2, unclassified: 2 });
    expect((await rowOf('liliya', 'Горшков Павел'))?.closed).toBe('академический отпуск');
  });

  it('marks that somebody brought from another group count where the regulation says so (G-07)', async () => {
    const { igor } = world.people;
    const { foreign } = world.college.lessons;
    await world.owner.lesson.update({ where: { id: foreign }, data: { date: new Date('2026-09-23') } });
    await testDatabase().setClock('2026-09-23T08:00:00.000Z');
    await desk.teach('rustem', marks(foreign, igor, ['5', '4']), world.college.sections.foreign);
    await testDatabase().setClock(worldNow);
    expect(await rowOf('liliya', 'Сафин Игорь')).toMatchObject({ average: 450, cells: [{ average: 450 }] });
  });

  it('is read by those who see the group, of periods of the present year', async () => {
    const { groups, periods } = world.college;
    expect(await marksOf('nadezhda')).toMatchObject({ diaries: false });
    for (const who of ['gulnara', 'alina', 'renata', 'denis'] as const) expect(await marksOf(who)).toBeNull();
    expect(await marksOf('liliya', groups.pkd)).toBeNull();
    expect(await marksOf('liliya', groups.isp, periods.second)).toBeNull();
    expect(await marksOf('liliya', groups.isp, periods.closed)).toBeNull();
  });

  it('names those who fall behind, with the months and the worst course', async () => {
    const falling = (await loadFalling(await world.actor('liliya'))).get(world.college.groups.isp);
    expect(falling).toMatchObject([
      {
        ...{ name: 'Давлетшина Алина', before: 467, now: 333, change: -134, because: ['average'] },
        worst: { index: 'ОП.04', average: 333 },
        months: [
          { month: '2026-09-01', average: 467 },
          { month: '2026-10-01', average: 333 },
        ],
      },
    ]);
    expect((await marksOf('nadezhda'))?.falling).toHaveLength(1);
    expect((await loadFalling(await world.actor('gulnara'))).size).toBe(0);
  });
});
