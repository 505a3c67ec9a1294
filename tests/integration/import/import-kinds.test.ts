import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportTable } from '@/features/import/export-table';
import { csvOf } from '@/tabular/csv-text';
import { testDatabase } from '../../support/database';
import { changedTables, digestOf } from '../../support/digest';
import { csv, importDesk } from '../../support/import-desk';
import { runCli } from '../../support/run-cli';
import { buildWorld, type World } from '../../support/world';

const meta = { address: 'test', device: 'test' };
let world: World;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  desk = importDesk(world);
  await world.owner.person.updateMany({ data: { phone: null } });
});
afterAll(() => world.close());

const unrecorded = ['import_run', 'audit_event', 'audit_change', 'background_job', 'file_chunk', 'session'];
const written = async (before: Awaited<ReturnType<typeof digestOf>>) =>
  changedTables(before, await digestOf(world.owner)).filter((table) => !unrecorded.includes(table));

describe('the other tables of a college (R-024, R-025, R-029, R-039, R-041, R-046)', () => {
  it('staff: several positions are one person', async () => {
    const table = csv(
      ['Фамилия', 'Имя', 'Отчество', 'Должность', 'Принят с', 'СНИЛС'],
      [
        ['Ёлкина', 'Вера', 'Олеговна', 'преподаватель', '01.09.2024', '11223344595'],
        ['Елкина', 'Вера', 'Олеговна', 'методист', '', '112-233-445 95'],
        ['Хабибуллина', 'Гульнара', 'Рафаэлевна', 'методист', '01.09.2024', ''],
      ],
    );
    const { rows } = await desk.check('olga', 'staff', table);
    expect(rows.map(({ fate }) => fate)).toEqual(['new', 'new', 'wrong']);
    await desk.bring('olga', 'staff', table.split('\n').slice(0, 3).join('\n'));
    const vera = await world.owner.person.findMany({
      where: { snils: '112-233-445 95' },
      select: { staff: { select: { positions: { select: { role: true }, orderBy: { id: 'asc' } } } } },
    });
    expect(vera).toEqual([{ staff: { positions: [{ role: 'teacher' }, { role: 'methodist' }] } }]);
  });

  it('R-030 rooms: who enters the timetable brings them; blanks change nothing, a name comes once', async () => {
    const titles = ['Кабинет', 'Назначение', 'Мест'];
    const table = csv(titles, [
      ['401', 'лаборатория', '26'],
      ['Спортзал', '', '0'],
      ['401 ', '', ''],
    ]);
    const { rows } = await desk.check('anton', 'rooms', table);
    expect(rows.map(({ fate, errors }) => [fate, errors[0]?.text])).toEqual([
      ['new', undefined],
      ['wrong', 'Число 0 должно быть от 1 до 2000'],
      ['wrong', 'Повтор строки 2'],
    ]);
    const [first, second] = [csv(titles, [['401', 'лаборатория', '26']]), csv(titles, [['401', '', '28']])];
    expect(await desk.bring('anton', 'rooms', first)).toMatchObject({ state: 'done', counts: { new: 1 } });
    expect(await desk.bring('venera', 'rooms', second)).toMatchObject({ counts: { changed: 1 } });
    expect(await world.owner.room.findMany({ select: { name: true, purpose: true, seats: true } })).toEqual([
      { name: '401', purpose: 'лаборатория', seats: 28 },
    ]);
    await expect(desk.check('gulnara', 'rooms', first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.check('nadezhda', 'rooms', first)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('R-030 groups: department, plan and curator are found by name; what is wrong stands in its cell', async () => {
    const titles = ['Группа', 'Отделение', 'Код специальности', 'Год набора', 'Куратор', 'Куратор с'];
    const { department } = await world.owner.studentGroup.findFirstOrThrow({
      where: { id: world.college.groups.isp },
      select: { department: true },
    });
    const plan = ['09.02.07', '2025'];
    const table = csv(titles, [
      ['ИСП-25-9', department.name, ...plan, 'Хабибуллина Гульнара Рафаэлевна', '01.09.2026'],
      ['ИСП-25-8', 'Отделение магии', '09.02.07', '2031', 'Никто Никак Никакович', ''],
      ['ИСП-25-7', '', '', '', '', ''],
      ['ИСП-25-1', '', '', '', 'Хабибуллина Гульнара Рафаэлевна', ''],
    ]);
    const { rows } = await desk.check('venera', 'groups', table);
    expect(rows.map(({ fate, errors }) => [fate, ...errors.map(({ text }) => text.split(':')[0])])).toEqual([
      ['new'],
      [
        'wrong',
        expect.stringContaining('Отделения «Отделение магии» нет'),
        expect.stringContaining('набора 2031 года нет'),
        expect.stringContaining('Сотрудника Никто'),
      ],
      ['wrong', 'Не заполнено', 'Не заполнено', 'Не заполнено'],
      ['wrong', expect.stringContaining('Куратор группы')],
    ]);
    const good = table.split('\n').slice(0, 2).join('\n');
    expect(await desk.bring('venera', 'groups', good)).toMatchObject({ state: 'done', counts: { new: 1 } });
    const made = await world.owner.studentGroup.findUniqueOrThrow({
      where: { name: 'ИСП-25-9' },
      select: { entryYear: true, curatorships: { select: { staffId: true, startsOn: true } } },
    });
    expect(made).toEqual({
      entryYear: 2025,
      curatorships: [{ staffId: world.people.gulnara, startsOn: new Date('2026-09-01') }],
    });
    expect((await desk.check('venera', 'groups', good)).counts).toMatchObject({ same: 1 });
    await expect(desk.check('nadezhda', 'groups', good)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a plan of a new year of entry becomes a draft, the load and the week follow', async () => {
    const plan = csv(
      [
        'Код специальности',
        'Год набора',
        'Индекс',
        'Наименование',
        '1 семестр',
        '1 семестр, контроль',
        '3 семестр',
        '3 семестр, контроль',
      ],
      [
        ['09.02.07', '2026', 'ОП.04', 'Основы алгоритмизации и программирования', '72', 'ДЗ', '34', 'Э'],
        ['09.02.07', '2026', 'ОП.05', 'Базы данных', '', '', '36', 'КЭ1'],
      ],
    );
    expect(await desk.bring('nadezhda', 'curricula', plan)).toMatchObject({ state: 'done', counts: { new: 2 } });
    const terms = await world.owner.curriculumTerm.findMany({
      where: { item: { curriculum: { entryYear: 2026 } } },
      orderBy: [{ itemId: 'asc' }, { semester: 'asc' }],
      select: { semester: true, hours: true, controlForm: true, complex: true },
    });
    expect(terms).toEqual([
      { semester: 1, hours: 72, controlForm: 'gradedCredit', complex: null },
      { semester: 3, hours: 34, controlForm: 'exam', complex: null },
      { semester: 3, hours: 36, controlForm: 'complexExam', complex: 1 },
    ]);
    expect((await desk.check('nadezhda', 'curricula', plan)).counts).toMatchObject({ same: 2 });
    const { id } = await world.owner.curriculum.findFirstOrThrow({ where: { entryYear: 2026 } });
    await world.owner.curriculum.update({
      where: { id },
      data: { state: 'approved', approvedOn: new Date('2026-08-01') },
    });
    const group = { entryYear: 2026, departmentId: world.college.department, curriculumId: id, name: 'БД-26' };
    const made = await world.owner.studentGroup.create({ data: group });
    const { first, second } = world.college.periods;
    await world.owner.groupPeriod.createMany({
      data: [first, second].map((periodId) => ({ groupId: made.id, periodId })),
    });
    const load = csv(
      ['Группа', 'Индекс', 'Преподаватель'],
      [
        ['БД-26', 'оп.04', 'Мухаметшин Рустем Ильдарович'],
        ['БД-26', 'ОП.05', 'Мухаметшин Рустем Ильдарович'],
      ],
    );
    const { rows } = await desk.check('nadezhda', 'load', load);
    expect(rows.map(({ fate, errors }) => [fate, errors[0]?.text.slice(0, 40)])).toEqual([
      ['new', undefined],
      ['wrong', 'Индекса «ОП.05» нет в плане группы на 20'],
    ]);
    await desk.bring('nadezhda', 'load', load.split('\n').slice(0, 2).join('\n'));
    const section = await world.owner.courseSection.findFirstOrThrow({
      where: { groupId: made.id },
      select: { teachers: { select: { teacherId: true } }, periods: { select: { plannedHours: true } } },
    });
    expect(section).toEqual({ teachers: [{ teacherId: world.people.rustem }], periods: [{ plannedHours: 72 }] });
    const week = csv(
      ['Группа', 'Индекс', 'День недели', 'Пара', 'Неделя', 'Кабинет'],
      [
        ['БД-26', 'ОП.04', 'понедельник', '1', 'числитель', '214'],
        ['БД-26', 'ОП.04', 'пн', '2', '', ''],
      ],
    );
    expect(await desk.bring('anton', 'timetable', week)).toMatchObject({ state: 'done', counts: { new: 2 } });
    const clash = csv(['Группа', 'Индекс', 'День недели', 'Пара'], [['ПКД-26-1', 'ОП.04', 'понедельник', '2']]);
    const clashing = await desk.check('anton', 'timetable', clash);
    expect(clashing.rows[0]?.errors.map(({ text }) => text)).toEqual([
      'Преподаватель в этот час ведёт «Основы алгоритмизации и программирования» у группы БД-26',
    ]);
  });

  it('КТП: topics of one’s own journal become a draft', async () => {
    const topics = (group: string) =>
      csv(
        ['Группа', 'Индекс', 'Тема', 'Часы', 'Домашнее задание'],
        [
          [group, 'ОП.04', 'Понятие алгоритма', '2', '§ 1'],
          [group, 'ОП.04', 'Линейные алгоритмы', '2 часа', ''],
        ],
      );
    expect((await desk.check('gulnara', 'schemes', topics('БД-26'))).rows[0]?.errors[0]?.text).toContain('нет');
    expect(await desk.bring('rustem', 'schemes', topics('БД-26'))).toMatchObject({ state: 'done', counts: { new: 2 } });
    expect((await desk.check('rustem', 'schemes', topics('БД-26'))).counts).toMatchObject({ same: 2 });
    const approved = await desk.check('gulnara', 'schemes', topics('ИСП-25-1'));
    expect(approved.rows[0]?.errors[0]?.text).toContain('КТП журнала утверждено');
  });
});

it('T-045 what was exported changes nothing when it is brought back', async () => {
  const kinds = {
    students: 'venera',
    staff: 'denis',
    rooms: 'anton',
    groups: 'venera',
    curricula: 'nadezhda',
    load: 'nadezhda',
    courses: 'nadezhda',
    timetable: 'anton',
    schemes: 'rustem',
  } as const;
  for (const [kind, who] of Object.entries(kinds)) {
    const actor = await world.actor(who);
    const { sheet } = await exportTable.execute(actor, { kind, format: 'csv' }, meta);
    expect(sheet.rows.length, kind).toBeGreaterThan(1);
    const before = await digestOf(world.owner);
    const { counts, rows } = await desk.check(who, kind, csvOf(sheet.rows));
    expect(
      rows.filter(({ fate }) => fate !== 'same').map(({ fate, errors, notes }) => [fate, errors, notes]),
      kind,
    ).toEqual([]);
    expect(counts?.same, kind).toBe(sheet.rows.length - 1);
    expect(await written(before)).toEqual([]);
  }
});

it('R-040 the console brings and takes the same tables', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vedomost-import-'));
  const file = path.join(folder, 'дисциплины.csv');
  const run = (...args: string[]) => runCli(args, { VEDOMOST_MODE: 'demo', DATABASE_URL: testDatabase().runtimeUrl });
  writeFileSync(
    file,
    csv(
      ['Наименование', 'Вид'],
      [
        ['Астрономия', 'дисциплина'],
        ['Черчение', 'рисование'],
      ],
    ),
  );
  const refused = await run('import', 'courses', file);
  expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('строка 3, Вид: Вида «рисование» нет') });
  writeFileSync(file, csv(['Наименование', 'Вид'], [['Астрономия', 'дисциплина']]));
  expect(await run('import', 'courses', file)).toMatchObject({ code: 0 });
  expect(await run('export', 'courses', file)).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toContain('"Астрономия";"дисциплина"');
  rmSync(folder, { recursive: true });
});
