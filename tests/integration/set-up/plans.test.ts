import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { approvePlan } from '@/features/curriculum/approve-plan';
import { loadCurricula } from '@/features/curriculum/load-curricula';
import { loadPlan } from '@/features/curriculum/load-plan';
import { openPlan } from '@/features/curriculum/open-plan';
import { removePlan } from '@/features/curriculum/remove-plan';
import { savePlan } from '@/features/curriculum/save-plan';
import { startPlan } from '@/features/curriculum/start-plan';
import { enterOrder } from '@/features/planning-orders/enter-order';
import { loadOrders } from '@/features/planning-orders/load-orders';
import { registerOrder } from '@/features/planning-orders/register-order';
import { testDatabase } from '../../support/database';
import { buildWorld, type World, worldNow } from '../../support/world';

let world: World;
let programId: number;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  programId = (await world.owner.studyProgram.findFirstOrThrow()).id;
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const meta = { address: 'test', device: 'test' };
type Line = Parameters<typeof savePlan.execute>[1]['lines'][number];
const term = (semester: number, hours: number, controlForm: Line['terms'][number]['controlForm'] = 'gradedCredit') => {
  return { semester, hours, controlForm };
};
const line = (index: string, name: string, ...terms: Line['terms']): Line => {
  return { id: null, index, name, kind: 'discipline', passFail: false, terms };
};
const maths = line('ЕН.01', 'Элементы высшей математики', term(1, 68, 'none'), term(2, 80, 'exam'));
const sport = line('СГ.04', 'Физическая культура', term(1, 34, 'credit'));

/** The plan of a year of entry with two lines, a draft. */
async function begin(entryYear: number) {
  const office = await world.actor('venera');
  const { id } = await startPlan.execute(office, { programId, entryYear, fromId: null }, meta);
  const weeks = [1, 2].map((semester) => ({ semester, weeks: 17 }));
  const saved = await savePlan.execute(office, { curriculumId: id, version: 1, weeks, lines: [maths, sport] }, meta);
  return { office, id, weeks, ...saved };
}

describe('R-024 a study plan is worked on', () => {
  it('begins, is saved whole and read back as it was typed; every field leaves its step', async () => {
    const { office, id, weeks, version, ids } = await begin(2027);
    const changed = { ...maths, id: ids[0] ?? 0, terms: [term(1, 70, 'none'), term(2, 80, 'exam')] };
    const swapped = [
      { ...sport, id: ids[1] ?? 0, index: 'ЕН.01' },
      { ...changed, index: 'СГ.04' },
    ];
    await savePlan.execute(office, { curriculumId: id, version, weeks, lines: swapped }, meta);
    const plan = await loadPlan(office, id);
    expect(plan).toMatchObject({ version: 3, state: 'draft', weeks, semesters: 8 });
    expect(plan?.lines).toMatchObject([
      { index: 'ЕН.01', name: 'Физическая культура', terms: [{ semester: 1, hours: 34, controlForm: 'credit' }] },
      {
        index: 'СГ.04',
        terms: [
          { semester: 1, hours: 70 },
          { semester: 2, hours: 80, controlForm: 'exam', complex: null },
        ],
      },
    ]);
    const event = await world.owner.auditEvent.findFirstOrThrow({
      where: { command: 'curriculum.save' },
      orderBy: { id: 'desc' },
      include: { changes: { orderBy: { id: 'asc' } } },
    });
    expect(event).toMatchObject({ personId: world.people.venera, objectId: id });
    expect(event.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['index', 'СГ.04', 'ЕН.01'],
      ['index', 'ЕН.01', 'СГ.04'],
      ['terms', '1: 68 none; 2: 80 exam', '1: 70 none; 2: 80 exam'],
    ]);
  });

  it('T-084 the second of two editors is told who was first, and nothing of theirs is lost or half written', async () => {
    const { id, weeks, version } = await begin(2028);
    const save = async (who: 'nadezhda' | 'venera', lines: Line[]) =>
      savePlan.execute(await world.actor(who), { curriculumId: id, version, weeks, lines }, meta);
    await save('nadezhda', [maths]);
    await expect(save('venera', [sport])).rejects.toMatchObject({
      code: 'CONFLICT',
      options: { detail: expect.stringContaining('Полякова Надежда') },
    });
    const both = await Promise.allSettled([
      savePlan.execute(
        await world.actor('venera'),
        { curriculumId: id, version: version + 1, weeks, lines: [sport] },
        meta,
      ),
      savePlan.execute(
        await world.actor('nadezhda'),
        { curriculumId: id, version: version + 1, weeks, lines: [maths] },
        meta,
      ),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await loadPlan(await world.actor('venera'), id))?.lines).toHaveLength(1);
  });

  it('refuses an index twice with its line, another plan’s line, hours that are none', async () => {
    const { office, id, version } = await begin(2029);
    const save = (lines: unknown[]) =>
      savePlan.execute(office, { curriculumId: id, version, weeks: [], lines: lines as Line[] }, meta);
    await expect(save([maths, { ...sport, index: 'eн. 01' }])).rejects.toMatchObject({
      code: 'INVALID',
      options: { fields: ['lines.1.index'] },
    });
    const foreign = await world.owner.curriculumItem.findFirstOrThrow({ where: { index: 'ОП.04' } });
    await expect(save([{ ...maths, id: foreign.id }])).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(save([line('ЕН.01', 'Математика', term(1, 1501))])).rejects.toMatchObject({ code: 'INVALID' });
    await expect(save([line('ЕН.01', 'Математика', term(1, 10), term(1, 12))])).rejects.toMatchObject({
      code: 'INVALID',
    });
    expect((await loadPlan(office, id))?.lines).toHaveLength(2);
  });

  it('a line by which a journal is kept is neither removed nor renamed; the place is named', async () => {
    const used = await world.owner.curriculumItem.findFirstOrThrow({
      where: { index: 'ОП.04' },
      include: { course: true },
    });
    const { curriculumId, id, index, course } = used;
    const office = await world.actor('venera');
    const kept: Line = { id, index, name: course.name, kind: 'discipline', passFail: false, terms: [term(3, 102)] };
    const save = (lines: Line[]) => savePlan.execute(office, { curriculumId, version: 1, weeks: [], lines }, meta);
    const inUse = {
      code: 'IN_USE',
      options: { detail: expect.stringMatching(/ОП\.04 .*ИСП-25-1, 2025\/2026 и ещё 2/) },
    };
    await expect(save([maths])).rejects.toMatchObject(inUse);
    await expect(save([{ ...kept, name: 'Алгоритмы' }])).rejects.toMatchObject(inUse);
    await expect(save([{ ...kept, passFail: true }])).rejects.toMatchObject(inUse);
    await save([kept, maths]);
    expect((await loadPlan(office, curriculumId))?.lines.map(({ journals }) => journals.length)).toEqual([3, 0]);
  });
});

describe('R-024, R-026 approval', () => {
  it('waits for a sound plan, freezes it for everybody, and opens it again by an order that is due in three days', async () => {
    const { id, weeks, version, ids } = await begin(2030);
    const deputy = await world.actor('nadezhda');
    const [first = 0, second = 0] = ids;
    const lines = [
      { ...maths, id: first, terms: [{ ...term(1, 68, 'exam'), lectures: 30 }] },
      { ...sport, id: second },
    ];
    const broken = await savePlan.execute(deputy, { curriculumId: id, version, weeks, lines }, meta);
    const approval = { curriculumId: id, approvedOn: '2026-10-14', reason: null };
    await expect(approvePlan.execute(deputy, { ...approval, version: broken.version }, meta)).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: 'ЕН.01: 1 семестр: по видам 30\u00A0часов, а с преподавателем стоит 68' },
    });
    const sound = [
      { ...maths, id: first },
      { ...sport, id: second },
    ];
    const mended = await savePlan.execute(
      deputy,
      { curriculumId: id, version: broken.version, weeks, lines: sound },
      meta,
    );
    const approved = await approvePlan.execute(deputy, { ...approval, version: mended.version }, meta);
    await expect(
      savePlan.execute(deputy, { curriculumId: id, version: approved.version, weeks, lines: sound }, meta),
    ).rejects.toMatchObject({ code: 'PLAN_FROZEN' });
    const frozen = world.owner.curriculumTerm.updateMany({ where: { itemId: first }, data: { hours: 1 } });
    await expect(frozen).rejects.toThrow(/PLAN_FROZEN/);
    await expect(world.owner.curriculumItem.deleteMany({ where: { curriculumId: id } })).rejects.toThrow(/PLAN_FROZEN/);

    const order = { number: '14-у', orderedOn: '2026-10-12', about: 'О часах математики' };
    const opened = await openPlan.execute(deputy, { curriculumId: id, version: approved.version, ...order }, meta);
    expect(await loadPlan(deputy, id)).toMatchObject({
      state: 'changing',
      order: { state: 'waiting', dueOn: '2026-10-15' },
    });
    await testDatabase().setClock('2026-10-16T08:00:00.000Z');
    const late = await world.actor('nadezhda');
    expect(await loadOrders(late)).toMatchObject({ rows: [{ number: '14-у', kind: 'curriculum', state: 'overdue' }] });
    await approvePlan.execute(late, { ...approval, version: opened.version }, meta);
    expect(await loadOrders(late)).toMatchObject({ rows: [{ state: 'late', enteredOn: '2026-10-16' }] });
  });

  it('a plan beyond the norm wants a reason, which stays in the history', async () => {
    const { id, weeks, version } = await begin(2031);
    const deputy = await world.actor('nadezhda');
    const lines = [line('ЕН.01', 'Математика', term(1, 613, 'exam'))];
    const saved = await savePlan.execute(deputy, { curriculumId: id, version, weeks, lines }, meta);
    const approve = (reason: string | null) =>
      approvePlan.execute(deputy, { curriculumId: id, version: saved.version, approvedOn: '2026-10-14', reason }, meta);
    await expect(approve(null)).rejects.toMatchObject({ code: 'INVALID', options: { fields: ['обоснование'] } });
    await approve('решение педагогического совета');
    expect(await world.owner.auditChange.count({ where: { field: 'beyondNorm', recordId: id } })).toBe(1);
    expect((await loadCurricula(deputy))?.rows.find((row) => row.id === id)).toMatchObject({
      state: 'approved',
      errors: 1,
    });
  });

  it('a version for the next entry year is a copy of its own; a year has one; a mistaken draft goes', async () => {
    const { office, id } = await begin(2032);
    const copy = await startPlan.execute(office, { programId, entryYear: 2033, fromId: id }, meta);
    await expect(startPlan.execute(office, { programId, entryYear: 2033, fromId: id }, meta)).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
    const [plan, former] = [await loadPlan(office, copy.id), await loadPlan(office, id)];
    expect(plan?.lines.map(({ index, terms }) => [index, terms])).toEqual(
      former?.lines.map(({ index, terms }) => [index, terms]),
    );
    expect(plan?.weeks).toEqual(former?.weeks);
    await removePlan.execute(office, { curriculumId: copy.id, version: plan?.version ?? 0 }, meta);
    expect(await loadPlan(office, copy.id)).toBeNull();
    const { id: used, version } = await world.owner.curriculum.findFirstOrThrow({ where: { entryYear: 2025 } });
    const removed = removePlan.execute(office, { curriculumId: used, version }, meta);
    await expect(removed).rejects.toMatchObject({ code: 'IN_USE' });
  });
});

it('R-026 an order about the load is registered before it is entered; each by whoever keeps it', async () => {
  const [office, dispatcher] = [await world.actor('venera'), await world.actor('anton')];
  const order = { number: '20-н', orderedOn: '2026-10-13', about: 'О нагрузке' };
  const { id } = await registerOrder.execute(office, { kind: 'load', ...order }, meta);
  await expect(registerOrder.execute(office, { kind: 'load', ...order }, meta)).rejects.toMatchObject({
    code: 'DUPLICATE',
  });
  await expect(
    registerOrder.execute(dispatcher, { kind: 'load', ...order, number: '21-н' }, meta),
  ).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(enterOrder.execute(dispatcher, { orderId: id }, meta)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await registerOrder.execute(dispatcher, { kind: 'timetable', ...order }, meta);
  await enterOrder.execute(office, { orderId: id }, meta);
  await expect(enterOrder.execute(office, { orderId: id }, meta)).rejects.toMatchObject({ code: 'DUPLICATE' });
  const ahead = registerOrder.execute(office, { kind: 'load', ...order, orderedOn: '2026-10-15' }, meta);
  await expect(ahead).rejects.toMatchObject({ code: 'INVALID' });
});

it('T-020 others read or see nothing, and change nothing', async () => {
  const { id } = await world.owner.curriculum.findFirstOrThrow();
  const teacher = await world.actor('gulnara');
  expect([await loadPlan(teacher, id), await loadCurricula(teacher), await loadOrders(teacher)]).toEqual([
    null,
    null,
    null,
  ]);
  expect(await loadPlan(await world.actor('irina'), id)).toMatchObject({ may: { enter: false, approve: false } });
  for (const who of ['gulnara', 'irina', 'alina'] as const) {
    const start = startPlan.execute(await world.actor(who), { programId, entryYear: 2050, fromId: null }, meta);
    await expect(start).rejects.toMatchObject({ code: 'FORBIDDEN' });
  }
  const approval = { curriculumId: id, version: 1, approvedOn: '2026-10-14', reason: null };
  await expect(approvePlan.execute(await world.actor('venera'), approval, meta)).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});
