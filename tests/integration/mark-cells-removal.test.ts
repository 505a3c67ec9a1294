import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadHistory } from '@/features/journal/load-history';
import { withClient } from '@/server/postgres/roles';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { journalDesk } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save, refused } = journalDesk(() => world);

/** A required work of today's lesson with a dot for everybody. */
async function made(title: string): Promise<number> {
  const { today: lessonId } = world.college.lessons;
  const fields = { taskType: 'control', title, required: true, dueOn: '2026-10-20', dotForAll: true };
  const { refs } = await save('gulnara', {
    assignments: [{ lessonId, assignment: { ref: 'a' }, version: 0, ...fields }],
  });
  return refs.a ?? 0;
}

const removal = (assignment: number, version = 1, lessonId = world.college.lessons.today) => ({
  removals: [{ lessonId, assignment, version }],
});
const mark = (assignment: number, value: '5' | null, version: number) => {
  const place = { lessonId: world.college.lessons.today, studentId: world.people.alina, assignment };
  return { marks: [{ ...place, value, required: true, version }] };
};

describe('R-060 R-062 an assignment made by mistake', () => {
  it('goes with its dots, and the history keeps what it was', async () => {
    const id = await made('КР № 1');
    const answer = await save('gulnara', removal(id));
    expect(answer).toMatchObject({ removals: [id], conflicts: [] });
    expect(await world.owner.assignment.count({ where: { id } })).toBe(0);
    expect(await world.owner.mark.count({ where: { assignmentId: id } })).toBe(0);
    const steps = await world.owner.auditChange.findMany({
      where: { assignmentId: id, after: null, before: { not: null } },
      select: { entity: true, field: true, before: true, version: true, event: { select: { personId: true } } },
      orderBy: { id: 'asc' },
    });
    const by = { event: { personId: world.people.gulnara }, version: 2 };
    expect(steps.filter(({ entity }) => entity === 'assignment')).toEqual([
      { ...by, entity: 'assignment', field: 'task_type', before: 'control' },
      { ...by, entity: 'assignment', field: 'title', before: 'КР № 1' },
      { ...by, entity: 'assignment', field: 'required', before: 'true' },
      { ...by, entity: 'assignment', field: 'due_on', before: '2026-10-20' },
    ]);
    expect(steps.filter(({ entity }) => entity === 'mark')).toHaveLength(4);
    const history = await loadHistory(await world.actor('gulnara'), {
      sectionId: world.college.sections.algorithms,
      lessonId: world.college.lessons.today,
      studentId: world.people.alina,
    });
    expect(history?.map(({ what, before, after }) => [what, before, after])).toEqual([
      ['обязательная работа, КР № 1', 'нет', 'да'],
      ['обязательная работа, КР № 1', 'да', null],
    ]);
  });

  it('is taken out twice with one effect, and its place is free again', async () => {
    const id = await made('КР № 2');
    await save('gulnara', removal(id));
    expect(await save('gulnara', removal(id))).toMatchObject({ removals: [id], conflicts: [] });
    const next = await made('КР № 3');
    expect((await world.owner.assignment.findUniqueOrThrow({ where: { id: next } })).ordinal).toBe(1);
    await save('gulnara', removal(next));
  });

  it('stays while it has marks, with a sentence that says what to do; cleared ones do not hold it', async () => {
    const id = await made('КР № 4');
    await save('gulnara', mark(id, '5', 1));
    expect(await refused(() => save('gulnara', removal(id)))).toBe('IN_USE');
    await expect(save('gulnara', removal(id))).rejects.toMatchObject({
      options: { detail: expect.stringMatching(/1.отметка.*сначала уберите их из клеток занятия/) },
    });
    await save('gulnara', mark(id, null, 2));
    expect((await save('gulnara', removal(id))).removals).toEqual([id]);
  });

  it('that another changed meanwhile is a conflict with name and time (T-083, R-077)', async () => {
    const id = await made('КР № 5');
    const { today: lessonId } = world.college.lessons;
    const changed = { taskType: 'control', title: 'КР № 5а', required: true, dueOn: null };
    await testDatabase().setClock('2026-10-14T09:00:00Z');
    await save('gulnara', { assignments: [{ lessonId, assignment: id, version: 1, ...changed }] });
    const conflict = { assignmentId: id, version: 2, value: 'КР № 5а', by: 'Хабибуллина Г.' };
    const at = '2026-10-14T09:00:00.000Z';
    expect((await save('gulnara', removal(id))).conflicts).toMatchObject([{ ...conflict, at, kind: 'removal' }]);
    const stale = { assignments: [{ lessonId, assignment: id, version: 1, ...changed, title: 'КР' }] };
    expect((await save('gulnara', stale)).conflicts).toMatchObject([{ ...conflict, at, kind: 'assignment' }]);
    expect((await save('gulnara', removal(id, 2))).removals).toEqual([id]);
  });

  it('is refused to others, out of its window, of another lesson, and beside an edit of its own', async () => {
    const id = await made('КР № 6');
    expect(await refused(() => save('rustem', removal(id)))).toBe('NOT_FOUND');
    expect(await refused(() => save('liliya', removal(id)))).toBe('FORBIDDEN');
    expect(await refused(() => save('nadezhda', removal(id)))).toBe('FORBIDDEN');
    expect(await refused(() => save('gulnara', removal(id, 1, world.college.lessons.recent)))).toBe('NOT_FOUND');
    expect(await refused(() => save('gulnara', removal(999_999)))).toBe('NOT_FOUND');
    expect(await refused(() => save('gulnara', { ...removal(id), ...mark(id, '5', 1) }))).toBe('INVALID');
    await testDatabase().setClock('2026-11-20T09:00:00Z');
    expect(await refused(() => save('gulnara', removal(id)))).toBe('WINDOW_CLOSED');
  });

  it('the database itself lets no mark go with it (T-061)', async () => {
    const id = await made('КР № 8');
    await save('gulnara', mark(id, '5', 1));
    await expect(withdraw(id)).rejects.toMatchObject({ code: '23514' });
    expect(await world.owner.mark.count({ where: { assignmentId: id, value: '5' } })).toBe(1);
  });
});

const withdraw = (id: number) =>
  withClient(testDatabase().runtimeUrl, (client) => client.query('SELECT withdraw_assignments($1)', [[id]]));

describe('R-069 R-077 individual homework', () => {
  it('that another changed meanwhile comes back with name and time', async () => {
    const cell = { lessonId: world.college.lessons.recent, studentId: world.people.artem };
    await save('gulnara', { homework: [{ ...cell, text: 'стр. 5', version: 0 }] });
    const stale = await save('gulnara', { homework: [{ ...cell, text: 'стр. 6', version: 0 }] });
    expect(stale.conflicts).toMatchObject([
      { kind: 'homework', value: 'стр. 5', version: 1, by: 'Хабибуллина Г.', at: worldNow },
    ]);
  });
});

describe('in the end', () => {
  it('leaves a history that replays (I2, I6)', async () => {
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('and is refused in a locked period, also by the database (T-082)', async () => {
    const id = await made('КР № 7');
    await world.owner.groupPeriod.update({
      where: {
        groupId_periodId: { groupId: world.college.groups.isp, periodId: world.college.periods.first },
      },
      data: { lockedAt: new Date(worldNow), lockedById: world.people.denis, lockReason: 'период завершён' },
    });
    expect(await refused(() => save('gulnara', removal(id)))).toBe('PERIOD_LOCKED');
    await expect(withdraw(id)).rejects.toMatchObject({ code: 'VD001' });
  });
});
