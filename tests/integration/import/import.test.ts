import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadReportTable } from '@/features/import/load-report-table';
import { testDatabase } from '../../support/database';
import { changedTables, digestOf } from '../../support/digest';
import { csv, importDesk } from '../../support/import-desk';
import { buildWorld, type World } from '../../support/world';

let world: World;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  desk = importDesk(world);
  await world.owner.person.updateMany({ data: { phone: null } });
});
afterAll(() => world.close());

const titles = [
  'Группа',
  'Фамилия',
  'Имя',
  'Отчество',
  'Дата рождения',
  'Телефон',
  'Зачислен с',
  'Приказ №',
  'Дата приказа',
];
const parents = ['Родитель 1', 'Кем приходится 1', 'Телефон родителя 1'];
const order = ['01.09.2026', '300-с', '25.08.2026'];
const mother = ['Новикова Ольга Петровна', 'мать', '8 (917) 000-11-22'];
const list = csv(
  [...titles, ...parents],
  [
    ['ПКД-26-1', 'Новиков', 'Олег', 'Ильич', '14.05.2010', '8 (917) 111-22-33', ...order, ...mother],
    ['пкд-26-1', 'Новикова', 'Анна', 'Ильинична', '39814', '89172223344', ...order, ...mother],
    ['ИСП-25-1', 'Давлетшина', 'Алина', 'Рустамовна', '02.05.2009', '9173334455', '', '', '', '', '', ''],
    ['ИСП-25-1', 'Абдуллин', 'Тимур', 'Маратович', '11.03.2009', '', '', '', '', '', '', ''],
  ],
);
const unrecorded = [
  'import_run',
  'audit_event',
  'audit_change',
  'background_job',
  'file_chunk',
  'session',
  'person_key',
];
const written = async (before: Awaited<ReturnType<typeof digestOf>>) =>
  changedTables(before, await digestOf(world.owner)).filter((table) => !unrecorded.includes(table));

describe('a list of students with their parents (R-040, R-032, R-035)', () => {
  let runId = 0;

  it('is checked first: every row has its fate, nothing is written', async () => {
    const before = await digestOf(world.owner);
    const { id, state, counts, rows } = await desk.check('venera', 'students', list);
    runId = id;
    expect({ state, counts }).toEqual({ state: 'checked', counts: { new: 2, changed: 1, same: 1, wrong: 0 } });
    expect(rows.map(({ place, fate, notes }) => [place, fate, notes])).toEqual([
      [2, 'new', []],
      [3, 'new', []],
      [4, 'changed', ['телефон добавится']],
      [5, 'same', []],
    ]);
    expect(await written(before)).toEqual([]);
  });

  it('is written by the commands that everybody uses, under the right of who brings it', async () => {
    await expect(desk.confirm('olga', runId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await desk.confirm('venera', runId);
    expect(await desk.carryOut('venera', runId)).toEqual({
      state: 'done',
      counts: { new: 2, changed: 1, same: 1, wrong: 0 },
    });
    const anna = await world.owner.person.findFirstOrThrow({
      where: { lastName: 'Новикова', firstName: 'Анна' },
      select: {
        ...{ birthDate: true, phone: true, sex: true },
        student: {
          select: {
            enrollments: { select: { group: { select: { name: true } }, entryOrder: { select: { number: true } } } },
            guardians: { select: { relation: true, guardian: { select: { firstName: true, phone: true } } } },
          },
        },
      },
    });
    expect(anna).toEqual({
      birthDate: new Date('2009-01-01'),
      phone: '+79172223344',
      sex: 'female',
      student: {
        enrollments: [{ group: { name: 'ПКД-26-1' }, entryOrder: { number: '300-с' } }],
        guardians: [{ relation: 'мать', guardian: { firstName: 'Ольга', phone: '+79170001122' } }],
      },
    });
    expect(await world.owner.person.count({ where: { lastName: 'Новикова', firstName: 'Ольга' } })).toBe(1);
    const acts = await world.owner.auditEvent.findMany({
      where: { command: { startsWith: 'people.' } },
      orderBy: { id: 'asc' },
      select: { command: true, personId: true },
    });
    expect(acts).toEqual(
      ['register', 'complete', 'register-students', 'link-guardians'].map((name) => ({
        command: `people.${name}`,
        personId: world.people.venera,
      })),
    );
  });

  it('leaves a report with the names of its records; its file and rows are gone', async () => {
    const run = await world.owner.importRun.findUniqueOrThrow({ where: { id: runId } });
    expect([run.rows, await world.owner.fileChunk.count({ where: { fileKey: run.fileKey } })]).toEqual([null, 0]);
    const { rows } = await loadReportTable(await world.actor('venera'), String(runId));
    expect(rows.slice(2).map(([place, done, , name]) => [place, done, name])).toEqual([
      ['2', 'добавлена', 'Новиков Олег Ильич'],
      ['3', 'добавлена', 'Новикова Анна Ильинична'],
      ['4', 'изменена', 'Давлетшина Алина Рустамовна'],
      ['5', 'уже была', 'Абдуллин Тимур Маратович'],
    ]);
    await expect(loadReportTable(await world.actor('gulnara'), String(runId))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await desk.carryOut('venera', runId)).toMatchObject({ state: 'done' });
  });

  it('brought a second time makes no doubles', async () => {
    const { counts } = await desk.check('venera', 'students', list);
    expect(counts).toEqual({ new: 0, changed: 0, same: 4, wrong: 0 });
  });

  it('with damaged rows says so in their cells, and none of it is written', async () => {
    const row = (over: Record<number, string>) =>
      ['ПКД-26-1', 'Серов', 'Пётр', 'Ильич', '14.05.2010', '', ...order].map((cell, at) => over[at] ?? cell);
    const table = csv(titles, [
      row({ 0: 'ПКД-26-9' }),
      row({ 4: '31.02.2010', 5: '7,9171E+10' }),
      row({ 1: 'Cеров' }),
      row({ 1: 'Первый' }),
      row({ 1: 'Первый' }),
      row({ 6: '', 1: 'Бесприказный' }),
      row({ 3: '', 1: 'Безотчества' }),
      row({ 1: 'Давлетшина', 2: 'Алина', 3: 'Рустамовна', 4: '02.05.2009' }),
      row({ 1: 'Поздний', 8: '02.09.2026' }),
      row({ 1: 'Старый', 6: '01.09.2025', 8: '20.08.2025', 7: '301-с', 0: 'ИСП-25-1' }),
    ]);
    const { id, counts, rows } = await desk.check('venera', 'students', table);
    expect(counts?.wrong).toBe(9);
    const columns = [
      ...titles.slice(0, 4),
      'Пол',
      'СНИЛС',
      'Телефон',
      'Эл. почта',
      'Дата рождения',
      '№',
      ...titles.slice(6),
    ];
    expect(
      rows.map(({ place, errors }) => [place, ...errors.map(({ column, text }) => `${columns[column]}: ${text}`)]),
    ).toEqual([
      [2, 'Группа: Группы «ПКД-26-9» нет; есть ПКД-26-1'],
      [
        3,
        'Телефон: Excel показал номер как «7,9171E+10» и потерял его цифры; сделайте столбец текстовым и введите номер снова',
        'Дата рождения: Даты «31.02.2010» нет в календаре',
      ],
      [4, 'Фамилия: В «Cеров» русские буквы смешаны с латинскими'],
      [5],
      [6, 'Фамилия: Повтор строки 5'],
      [7, 'Зачислен с: Не заполнено: новому студенту нужен приказ о зачислении'],
      [8, 'Пол: Не заполнено, а по отчеству не понять'],
      [9, 'Группа: Числится в группе ИСП-25-1: для перевода нужен приказ о переводе'],
      [10, 'Дата приказа: Приказ датирован позже зачисления'],
      [11, 'Зачислен с: Учебный период группы закрыт по 28.12.2025'],
    ]);
    await expect(desk.confirm('venera', id)).rejects.toMatchObject({ code: 'INVALID' });
  });

  it('is shown anew when the college has changed since the check', async () => {
    const table = csv(titles, [['ПКД-26-1', 'Лебедь', 'Яна', 'Олеговна', '01.02.2010', '', ...order]]);
    const { id } = await desk.check('venera', 'students', table);
    await desk.confirm('venera', id);
    await desk.bring('olga', 'students', table);
    expect(await desk.carryOut('venera', id)).toEqual({
      state: 'checked',
      counts: { new: 0, changed: 0, same: 1, wrong: 0 },
    });
    expect(await world.owner.person.count({ where: { lastName: 'Лебедь' } })).toBe(1);
  });
});

describe('who brings what (T-020)', () => {
  it('a kind is for whoever holds the functions of its commands', async () => {
    await expect(desk.begin('gulnara', 'students', list)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.begin('nadezhda', 'timetable', list)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.begin('alina', 'students', list)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('nobody becomes administrator by a list of the staff', async () => {
    const staff = csv(
      ['Фамилия', 'Имя', 'Отчество', 'Должность', 'Роль', 'Принят с'],
      [['Хитров', 'Олег', 'Ильич', 'администратор', 'администратор', '01.09.2026']],
    );
    const { rows } = await desk.check('olga', 'staff', staff);
    expect(rows[0]?.errors.map(({ text }) => text)).toEqual(['Администратора назначает администратор']);
  });
});
