import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { journalDesk } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
let assignment = 0;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await testDatabase().setClock('2026-10-07T09:00:00Z');
  const task = { ...{ taskType: 'practical', title: 'ПЗ № 1', required: true, dueOn: null }, version: 0 };
  const { past: lessonId } = world.college.lessons;
  const made = await save('gulnara', {
    assignments: [{ ...task, lessonId, assignment: { ref: 'pz' }, dotForAll: true }],
  });
  assignment = made.refs.pz ?? 0;
  const coTeacher = { sectionId: world.college.sections.algorithms, teacherId: world.people.rustem };
  await world.owner.teachingAssignment.create({ data: { ...coTeacher, startsOn: new Date('2026-09-01') } });
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save, refused } = journalDesk(() => world);

/** The lesson of 07.10.2026: its own window ends with 21.10, debts have no term. */
function put(
  who: 'gulnara' | 'rustem',
  student: keyof World['people'],
  value: '5' | '4' | '3' | null,
  version: number,
) {
  const { past: lessonId } = world.college.lessons;
  const studentId = world.people[student];
  return save(who, { marks: [{ lessonId, studentId, assignment, value, required: true, version }] });
}

describe('R-064 R-077 a slip in a mark that was put on an old debt', () => {
  it('is corrected by its author within the window of the entry, and both values stay in the history', async () => {
    await testDatabase().setClock('2026-11-02T09:00:00Z');
    await put('gulnara', 'timur', '4', 1);
    await testDatabase().setClock('2026-11-16T19:59:00Z');
    const answer = await put('gulnara', 'timur', '3', 2);
    expect(answer.marks).toMatchObject([{ version: 3, value: '3', required: true }]);
    const steps = await world.owner.auditChange.findMany({
      where: { entity: 'mark', field: 'value', assignmentId: assignment, studentId: world.people.timur },
      orderBy: { id: 'asc' },
    });
    expect(steps.map(({ before, after }) => [before, after])).toEqual([
      [null, null],
      [null, '4'],
      ['4', '3'],
    ]);
  });

  it('is closed when that window ends: a correction does not prolong it', async () => {
    await testDatabase().setClock('2026-11-16T20:00:00Z');
    expect(await refused(() => put('gulnara', 'timur', '5', 3))).toBe('WINDOW_CLOSED');
  });

  it('is not corrected by another teacher of the section, who may settle a debt himself', async () => {
    await testDatabase().setClock('2026-11-03T09:00:00Z');
    await put('gulnara', 'artem', '4', 1);
    expect(await refused(() => put('rustem', 'artem', '5', 2))).toBe('WINDOW_CLOSED');
    expect((await put('rustem', 'alina', '5', 1)).marks).toMatchObject([{ version: 2, value: '5' }]);
  });

  it('may become a dot again, but the debt stays', async () => {
    const { past: lessonId } = world.college.lessons;
    await testDatabase().setClock('2026-11-03T09:30:00Z');
    const without = { lessonId, studentId: world.people.artem, assignment, value: null, required: false, version: 2 };
    expect(await refused(() => save('gulnara', { marks: [without] }))).toBe('WINDOW_CLOSED');
    expect((await put('gulnara', 'artem', null, 2)).marks).toMatchObject([{ value: null, required: true, version: 3 }]);
  });

  it('counts from the entry also for a mark put in the lesson’s own time', async () => {
    await testDatabase().setClock('2026-10-20T09:00:00Z');
    await put('gulnara', 'pavel', '4', 1);
    await testDatabase().setClock('2026-11-02T09:00:00Z');
    expect((await put('gulnara', 'pavel', '5', 2)).marks).toMatchObject([{ value: '5', version: 3 }]);
  });

  it('leaves a history that replays (I2)', async () => {
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});
