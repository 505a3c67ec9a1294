import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { editsOf, type RegulationEdits } from '@/domain/regulation/edit-regulation';
import { profiles } from '@/domain/regulation/profiles';
import { loadAudit } from '@/features/audit/load-audit';
import { editRegulation } from '@/features/institution/edit-regulation';
import { previewRegulation } from '@/features/institution/preview-regulation';
import { changeRights } from '@/features/rights/change-rights';
import { loadRights } from '@/features/rights/load-rights';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: '198.51.100.1', device: 'Tests' };
let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

describe('R-003 C-12 rights', () => {
  const change = async (
    role: 'secretary' | 'student' | 'admin',
    permission: 'journal.viewAll' | 'rights.edit',
    granted: boolean,
  ) => changeRights.execute(await world.actor('denis'), { changes: [{ role, permission, granted }] }, meta);

  test('R-003 T-006 a function given or taken holds at the next click, and is audited', async () => {
    await change('secretary', 'journal.viewAll', true);
    expect((await world.actor('olga')).permissions.has('journal.viewAll')).toBe(true);
    await change('secretary', 'journal.viewAll', false);
    expect((await world.actor('olga')).permissions.has('journal.viewAll')).toBe(false);
    const rows = await world.owner.auditChange.findMany({
      where: { entity: 'rolePermission' },
      orderBy: { id: 'asc' },
    });
    expect(rows.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['secretary journal.viewAll', null, 'granted'],
      ['secretary journal.viewAll', 'granted', null],
    ]);
  });

  test('what would open the journal to students, or lock everybody out, is refused with a reason', async () => {
    await expect(change('student', 'journal.viewAll', true)).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: expect.stringContaining('дать нельзя') },
    });
    await expect(change('admin', 'rights.edit', false)).rejects.toMatchObject({ code: 'INVALID' });
    const foreign = changeRights.execute(await world.actor('venera'), { changes: [] }, meta);
    await expect(foreign).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(await loadRights(await world.actor('sergey'))).toBeNull();
    expect((await loadRights(await world.actor('denis')))?.areas.length).toBeGreaterThan(3);
  });
});

describe('the regulation', () => {
  const edits = (changed: Partial<RegulationEdits> = {}): RegulationEdits => ({
    ...editsOf(profiles.demo),
    ...changed,
  });
  const wanted = (changed: Partial<RegulationEdits>, validFrom = '2026-10-15', base: 'current' | 's3' = 'current') => ({
    ...{ base, validFrom, edits: edits(changed) },
  });

  test('C-09 what changes is shown in words and nothing is written', async () => {
    const admin = await world.actor('denis');
    const shown = await previewRegulation.execute(admin, wanted({ diaryOpen: false }), meta);
    expect(shown.problems).toEqual([]);
    expect(shown.changes.map(({ term, after }) => [term, after])).toContainEqual([
      'Кабинеты студентов и родителей',
      'закрыты',
    ]);
    expect(await world.owner.regulationVersion.count()).toBe(1);
  });

  test('T-071 a new version is in force from its day on and leaves its changes in the audit', async () => {
    const admin = await world.actor('denis');
    const sessions = { staffIdleMinutes: 30, familyIdleDays: 3 };
    const { id } = await editRegulation.execute(admin, wanted({ sessions }), meta);
    expect((await world.actor('denis')).regulationId).not.toBe(id);
    await testDatabase().setClock('2026-10-15T08:00:00.000Z');
    expect((await world.actor('denis')).regulationId).toBe(id);
    const rows = await world.owner.auditChange.findMany({ where: { entity: 'regulation', recordId: id } });
    expect(rows.map(({ field }) => field)).toContain('Доступ: Вход сотрудника без работы');
    await expect(editRegulation.execute(await world.actor('denis'), wanted({}), meta)).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
  });

  test.each<[string, Parameters<typeof wanted>, string, string]>([
    [
      'thresholds that cross',
      [{ thresholds: { kind: 'table', from: { 5: 300, 4: 400, 3: 250 } } }, '2026-10-20'],
      'Границы среднего',
      'Границы пересекаются',
    ],
    ['a day that is over', [{}, '2026-10-01'], 'Действует с', 'раньше сегодняшнего'],
    [
      'one code with two meanings',
      [{ codes: editsOf(profiles.demo).codes.map((code) => ({ ...code, symbol: 'н' })) }, '2026-10-20'],
      'Коды отсутствия',
      'двух значений',
    ],
  ])('%s: refused with the place and the reason', async (_, args, place, reason) => {
    const admin = await world.actor('denis');
    const { problems } = await previewRegulation.execute(admin, wanted(...args), meta);
    expect(problems).toContainEqual({ place, reason: expect.stringContaining(reason) });
    const refused = editRegulation.execute(admin, wanted(...args), meta);
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID',
      options: { detail: expect.stringContaining(place) },
    });
  });

  test('C-13 C-19 R-047 R-052 КТП, print, words, kinds of work and the year’s end are shown as they will be', async () => {
    const { print, vocabulary, taskTypes, yearEnd, schemes } = edits();
    const shown = await previewRegulation.execute(
      await world.actor('denis'),
      wanted(
        {
          print: { ...print, pageNumber: 'topCenter', signatories: [] },
          vocabulary: { ...vocabulary, curator: profiles.s2.vocabulary.curator },
          taskTypes: taskTypes.map((type) => (type.id === 'essay' ? { ...type, markWithinDays: 10 } : type)),
          yearEnd: { ...yearEnd, reopenDays: 7 },
          schemes: { dueDays: schemes.dueDays === 7 ? 14 : 7, homework: 'byHand' },
        },
        '2026-10-20',
      ),
      meta,
    );
    expect(shown.problems).toEqual([]);
    expect(shown.changes.map(({ part, term }) => `${part}: ${term}`)).toEqual([
      'КТП: КТП сдаётся',
      'КТП: Домашнее задание из КТП',
      'Закрытие года: Закрытый период открывают снова',
      'Виды работ: Реферат',
      'Твёрдая копия: Номер страницы',
      'Твёрдая копия: Под дисциплиной подписывает',
      'Твёрдая копия: В конце дела подписывает',
      'Слова: Руководитель группы',
    ]);
  });

  test('R-061 a kind of work that a task of an open period speaks of must stay', async () => {
    const { lessons } = world.college;
    const made = { lessonId: lessons.past, ordinal: 1, taskType: 'essay', title: 'Реферат', required: false };
    await world.owner.assignment.create({ data: made });
    const without = wanted({ taskTypes: edits().taskTypes.filter(({ id }) => id !== 'essay') }, '2026-10-20');
    const { problems } = await previewRegulation.execute(await world.actor('denis'), without, meta);
    expect(problems).toEqual([{ place: 'Виды работ', reason: expect.stringContaining('«Реферат» убрать нельзя') }]);
    const refused = editRegulation.execute(await world.actor('denis'), without, meta);
    await expect(refused).rejects.toMatchObject({ code: 'INVALID' });
  });

  test('a code that stands in an open period must stay', async () => {
    const { college, people, owner } = world;
    const at = new Date(worldNow);
    await owner.attendanceEvent.create({
      data: {
        ...{ lessonId: college.lessons.past, studentId: people.timur, presence: 'absent', presenceVersion: 1 },
        ...{
          presenceById: people.gulnara,
          presenceAt: at,
          reason: 'sick',
          reasonVersion: 1,
          reasonById: people.liliya,
          reasonAt: at,
        },
      },
    });
    const { problems } = await previewRegulation.execute(
      await world.actor('denis'),
      wanted({}, '2026-10-20', 's3'),
      meta,
    );
    expect(problems).toContainEqual({
      place: 'Коды отсутствия',
      reason: expect.stringContaining('стоит в открытых периодах'),
    });
  });
});

describe('T-078 R-014 the audit', () => {
  const filter = { view: 'acts', q: '', command: '', from: '', to: '', before: null } as const;

  test('T-078 is read by permission only, by person, act and day, and reading it leaves a line', async () => {
    const admin = await world.actor('denis');
    expect(await loadAudit(await world.actor('venera'), filter, meta)).toBeNull();
    const all = await loadAudit(admin, filter, meta);
    expect(all?.lines[0]).toMatchObject({ who: 'Громов Денис Андреевич', address: meta.address });
    const rights = await loadAudit(admin, { ...filter, command: 'rights.change' }, meta);
    expect(rights?.lines.map(({ what }) => what)).toEqual(['изменение прав', 'изменение прав']);
    expect(rights?.lines[1]).toMatchObject({
      object: 'права',
      steps: [{ what: 'видеть все журналы: секретарь', before: '–', after: 'да' }],
    });
    expect((await loadAudit(admin, { ...filter, q: 'Хабибуллина' }, meta))?.lines).toEqual([]);
    expect((await loadAudit(admin, { ...filter, from: '2026-10-16' }, meta))?.lines).toEqual([]);
    const first = all?.lines[0];
    const older = await loadAudit(admin, { ...filter, before: Number(first?.id) }, meta);
    expect(older?.lines.map(({ id }) => id)).toEqual(all?.lines.slice(1).map(({ id }) => id));
    const entries = await loadAudit(admin, { ...filter, view: 'entries' }, meta);
    expect(entries?.lines[0]).toMatchObject({ what: 'чтение аудита', who: 'Громов Денис Андреевич' });
  });
});
