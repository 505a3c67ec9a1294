import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadJournal } from '@/features/journal/load-journal';
import { loadBoard, loadNoticesAhead } from '@/features/notices/load-notices';
import { loadLibrary } from '@/features/schemes/load-library';
import { loadOwnSchemes } from '@/features/schemes/load-own-schemes';
import { loadScheme } from '@/features/schemes/load-scheme';
import { loadSchemes } from '@/features/schemes/load-schemes';
import { loadSchemesPage, type SchemesQuery } from '@/features/schemes/load-schemes-page';
import { noteProgrammes } from '@/features/schemes/note-programmes';
import { recallScheme } from '@/features/schemes/recall-scheme';
import { reviseScheme } from '@/features/schemes/revise-scheme';
import { saveScheme } from '@/features/schemes/save-scheme';
import { topicsOfTable } from '@/features/schemes/topics-of-table';
import { loadFulfilment } from '@/reports/fulfilment/load-fulfilment';
import { reportCsv } from '@/reports/render/csv';
import { reportXlsx } from '@/reports/render/xlsx';
import { schemeDocument } from '@/reports/scheme/scheme-document';
import { readTable } from '@/tabular/read-table';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { journalDesk } from '../support/journal-desk';
import { addSchemePlace, codeOf, row, type SchemePlace, type SchemeWriter, schemeDesk } from '../support/scheme-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
let place: SchemePlace;
const meta = { address: 'test', device: 'test' };

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  place = await addSchemePlace(world);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save: saveJournal, refused } = journalDesk(() => world);
const { start, viewOf, save, send, decide } = schemeDesk(() => world);
const lineOf = async (id: number) =>
  (await loadSchemes(await world.actor('irina')))?.lines.find(({ schemeId }) => schemeId === id);

describe('R-046 R-047 R-048 from an empty draft to an approved КТП', () => {
  let scheme = 0;
  beforeAll(async () => {
    await testDatabase().setClock(worldNow);
    scheme = await start('gulnara', place.isp);
  });

  it('R-047 is due a week after the programme, and both the teacher and the methodist see it', async () => {
    const noted = { itemIds: [place.item], approvedOn: '2026-10-01' };
    expect(await refused(async () => noteProgrammes.execute(await world.actor('gulnara'), noted, meta))).toBe(
      'FORBIDDEN',
    );
    const ahead = { ...noted, approvedOn: '2026-10-15' };
    expect(await refused(async () => noteProgrammes.execute(await world.actor('irina'), ahead, meta))).toBe('INVALID');
    await noteProgrammes.execute(await world.actor('irina'), noted, meta);
    const line = { state: 'draft', dueOn: '2026-10-08', overdueDays: 6, groups: ['ИСП-25-1', 'ПКД-26-1'] };
    expect(await loadOwnSchemes(await world.actor('gulnara'))).toMatchObject([line]);
    const all = await loadSchemes(await world.actor('irina'));
    expect(all?.lines[0]).toMatchObject({ ...line, kind: 'профессиональный модуль', teachers: ['Хабибуллина Г. Р.'] });
  });

  it('is begun once, for all of the teacher’s journals of the course, and by nobody else', async () => {
    expect(await start('gulnara', place.pkd)).toBe(scheme);
    expect((await viewOf('gulnara', scheme)).journals.map(({ id, chosen }) => [id, chosen])).toEqual([
      [place.isp, true],
      [place.pkd, true],
    ]);
    expect(await refused(() => start('rustem', place.isp))).toBe('NOT_FOUND');
    expect(await loadScheme(await world.actor('rustem'), scheme)).toBeNull();
    expect(await loadScheme(await world.actor('alina'), scheme)).toBeNull();
  });

  it('T-023 bad lines, lines of another scheme and foreign journals are refused as a whole', async () => {
    const bad = [row('Таблицы'), row('Ключи', { hours: '1,5' })];
    await expect(save('gulnara', scheme, bad)).rejects.toMatchObject({
      code: 'INVALID',
      options: { fields: ['строка 2: часы — целое число от 1 до 36'] },
    });
    const foreign = [row('Чужая', { id: world.college.scheme.topics[0] ?? 0 })];
    expect(await refused(() => save('gulnara', scheme, foreign))).toBe('NOT_FOUND');
    const { algorithms } = world.college.sections;
    const input = { schemeId: scheme, revision: 0, title: 'КТП', sections: [algorithms], topics: [] };
    expect(await refused(async () => saveScheme.execute(await world.actor('gulnara'), input, meta))).toBe('NOT_FOUND');
    const others = { ...input, sections: [] };
    expect(await refused(async () => saveScheme.execute(await world.actor('rustem'), others, meta))).toBe('NOT_FOUND');
  });

  it('keeps lines by their ids, and a stale save writes nothing but tells what is there', async () => {
    const first = await save('gulnara', scheme, [row('Таблицы', { part: 'Раздел 1' }), row('Ключи'), row('Связи')]);
    const ids = first.saved ? first.ids : [];
    expect(new Set(ids).size).toBe(3);
    const [tables = 0, keys = 0, links = 0] = ids;
    await save('gulnara', scheme, [
      row('Связи', { id: links, part: 'Раздел 1' }),
      row('Таблицы', { id: tables }),
      row('Ключи и индексы', { id: keys, part: 'Раздел 2', hours: '4' }),
    ]);
    const stale = await save('gulnara', scheme, [row('Стёрто')], 1);
    expect(stale).toMatchObject({ saved: false, revision: 2, by: 'Хабибуллина Г.' });
    const { topics } = await viewOf('gulnara', scheme);
    expect(topics.map(({ id, part, title, hours }) => [id, part, title, hours])).toEqual([
      [links, 'Раздел 1', 'Связи', '2'],
      [tables, '', 'Таблицы', '2'],
      [keys, 'Раздел 2', 'Ключи и индексы', '4'],
    ]);
  });

  it('R-048 waits as it is while it is sent, comes back with a remark, is taken back', async () => {
    expect(await refused(() => decide('irina', scheme, true))).toBe('CONFLICT');
    await send('gulnara', scheme);
    expect(await refused(() => save('gulnara', scheme, [row('Поздно')]))).toBe('CONFLICT');
    const change = world.owner.plannedTopic.updateMany({ where: { schemeId: scheme }, data: { hours: 6 } });
    await expect(change).rejects.toThrow('sent or approved');
    expect(await lineOf(scheme)).toMatchObject({ state: 'sent', overdueDays: 0 });
    await recallScheme.execute(await world.actor('gulnara'), { schemeId: scheme }, meta);
    await send('gulnara', scheme);
    expect(await refused(() => decide('gulnara', scheme, true))).toBe('FORBIDDEN');
    expect(await refused(() => decide('nadezhda', scheme, false, ' '))).toBe('INVALID');
    await decide('nadezhda', scheme, false, 'Добавьте практическое занятие');
    const told = async (who: SchemeWriter) =>
      (await loadNoticesAhead(await world.actor(who))).map(({ title }) => title);
    expect(await told('gulnara')).toEqual(['КТП возвращено с замечаниями']);
    expect([await told('rustem'), await told('nadezhda')]).toEqual([[], []]);
    const { notices } = await loadBoard(await world.actor('anton'));
    expect(notices.map(({ title }) => title)).not.toContain('КТП возвращено с замечаниями');
    const view = await viewOf('gulnara', scheme);
    expect(view.may).toMatchObject({ edit: true, send: true, decide: false });
    expect(view.steps.map(({ state, by, remark }) => [state, by, remark])).toEqual([
      ['sent', 'Хабибуллина Г. Р.', ''],
      ['draft', 'Хабибуллина Г. Р.', ''],
      ['sent', 'Хабибуллина Г. Р.', ''],
      ['returned', 'Полякова Н. В.', 'Добавьте практическое занятие'],
    ]);
  });

  it('R-048 nobody decides twice, nobody decides on what is one’s own', async () => {
    await send('gulnara', scheme);
    const own = { staffId: world.people.gulnara, role: 'methodist' as const, title: 'методист' };
    const position = await world.owner.staffPosition.create({ data: { ...own, startsOn: new Date('2026-09-01') } });
    expect(await refused(() => decide('gulnara', scheme, true))).toBe('INVALID');
    await world.owner.staffPosition.delete({ where: { id: position.id } });
    const both = await Promise.all([
      codeOf(decide('irina', scheme, true)),
      codeOf(decide('nadezhda', scheme, false, 'Нет')),
    ]);
    expect(both.filter((one) => one === 'NOTHING')).toHaveLength(1);
    expect(both.filter((one) => one === 'CONFLICT')).toHaveLength(1);
    if ((await viewOf('irina', scheme)).state !== 'approved') {
      await send('gulnara', scheme);
      await decide('irina', scheme, true);
    }
  });

  it('an approved one is its journals’ own and frozen for everybody', async () => {
    expect(await viewOf('irina', scheme)).toMatchObject({ state: 'approved', approvedOn: '2026-10-14', version: 1 });
    const [latest] = await loadNoticesAhead(await world.actor('gulnara'));
    expect(latest).toMatchObject({ title: 'КТП утверждено', text: expect.stringContaining('Основы баз данных') });
    const sections = await world.owner.courseSection.findMany({ where: { schemeId: scheme }, orderBy: { id: 'asc' } });
    expect(sections.map(({ id }) => id)).toEqual([place.isp, place.pkd]);
    const topic = { schemeId: scheme, ordinal: 9, part: '', title: 'Т', lessonType: 'lecture', hours: 2, homework: '' };
    for (const change of [
      world.owner.plannedTopic.create({ data: topic }),
      world.owner.plannedTopic.updateMany({ where: { schemeId: scheme, ordinal: 1 }, data: { title: 'Иначе' } }),
      world.owner.plannedTopic.deleteMany({ where: { schemeId: scheme } }),
      world.owner.schemeOfWork.update({ where: { id: scheme }, data: { state: 'draft' } }),
      world.owner.schemeStep.deleteMany({ where: { schemeId: scheme } }),
    ]) {
      await expect(change).rejects.toThrow(/approved|not allowed/);
    }
  });
});

describe('R-049 R-050 R-053 a new version while the year goes on', () => {
  const planned = async () => {
    const journal = await loadJournal(await world.actor('gulnara'), place.isp);
    return journal?.view.lessons.map((lesson) => lesson.planned && [lesson.planned.no, lesson.planned.title]);
  };
  const schemeOf = async () =>
    (await world.owner.courseSection.findUniqueOrThrow({ where: { id: place.isp } })).schemeId ?? 0;

  it('lessons take its topics in order', async () => {
    expect(await planned()).toEqual([
      [1, 'Связи'],
      [2, 'Таблицы'],
      [3, 'Ключи и индексы'],
    ]);
    const [topic] = (await viewOf('gulnara', await schemeOf())).topics;
    const edit = { lessonId: place.lessons[0] ?? 0, version: 0, topic: 'Связи', plannedTopicId: topic?.id ?? 0 };
    await saveJournal('gulnara', { lessons: [{ ...edit, attendanceTaken: true }] }, { sectionId: place.isp });
    const { progress } = await viewOf('irina', await schemeOf());
    expect(progress.find(({ sectionId }) => sectionId === place.isp)).toMatchObject({
      ...{ planned: 8, given: 2, unwritten: 2, ahead: 2, short: 2, lost: [] },
      days: { [topic?.id ?? 0]: { given: ['2026-10-12'], ahead: [] } },
    });
  });

  it('goes on by the old one until the new one is approved; what was given keeps its topic', async () => {
    const old = await schemeOf();
    const next = (await reviseScheme.execute(await world.actor('gulnara'), { schemeId: old }, meta)).id;
    expect((await reviseScheme.execute(await world.actor('gulnara'), { schemeId: old }, meta)).id).toBe(next);
    const line = await lineOf(next);
    expect([line?.state, line?.dueOn, (await viewOf('gulnara', next)).dueOn]).toEqual(['draft', null, null]);
    const [links, tables, keys] = (await viewOf('gulnara', next)).topics;
    if (!links || !tables || !keys) throw new Error('three topics expected');
    await save('gulnara', next, [row('Введение'), { ...links, title: 'Связи таблиц' }, { ...keys }]);
    await send('gulnara', next);
    expect((await planned())?.[1]).toEqual([2, 'Таблицы']);
    await decide('irina', next, true);
    expect(await schemeOf()).toBe(next);
    expect(await planned()).toEqual([
      [1, 'Связи'],
      [3, 'Ключи и индексы'],
      [3, 'Ключи и индексы'],
    ]);
    expect(await checkInvariants(world.owner)).toEqual([]);
    const again = { lessonId: place.lessons[0] ?? 0, version: 1, topic: 'Связи', homework: 'с. 7' };
    const { plannedTopicId } = await world.owner.lesson.findUniqueOrThrow({ where: { id: again.lessonId } });
    await saveJournal('gulnara', { lessons: [{ ...again, plannedTopicId }] }, { sectionId: place.isp });
  });

  it('R-053 the report has plan, fact and what will not be given, for those who may see the group', async () => {
    const seen = async (who: SchemeWriter | 'tatyana', group: number) =>
      loadFulfilment(await world.actor(who), { group, period: world.college.periods.first });
    const report = await seen('tatyana', world.college.groups.isp);
    expect(report?.lines.find(({ course }) => course.startsWith('МДК'))).toMatchObject({
      ...{ planned: 8, given: 2, unwritten: 2, ahead: 2, short: 2, topics: 3, topicsGiven: 1, lost: [1] },
    });
    expect(await seen('tatyana', world.college.groups.pkd)).toBeNull();
  });

  it('R-046 what is exported reads back as it was', async () => {
    const view = await viewOf('irina', await schemeOf());
    const document = schemeDocument(view, 'Колледж', await world.actor('irina'));
    const told = view.topics.map(({ key: _, id: __, ...topic }) => topic);
    for (const bytes of [reportCsv(document), await reportXlsx(document)]) {
      expect(topicsOfTable(readTable(new Uint8Array(bytes)), view.lessonTypes)).toEqual({ topics: told, unread: [] });
    }
  });

  it('R-047 R-049 the list has its tabs by right, and leads from a journal to its КТП', async () => {
    const page = async (who: SchemeWriter | 'olga', query: Partial<SchemesQuery> = {}) =>
      loadSchemesPage(await world.actor(who), { q: '', ...query });
    const tabs = async (who: SchemeWriter) => {
      const found = await page(who);
      return found && 'tabs' in found ? [found.view, ...found.tabs.map(({ label }) => label)] : null;
    };
    expect(await tabs('gulnara')).toEqual(['mine', 'Мои: 2', 'Библиотека']);
    expect(await tabs('irina')).toEqual([
      'open',
      'На проверке: 0',
      'Не сданы: 0',
      'Утверждены: 2',
      'Библиотека',
      'Рабочие программы',
    ]);
    expect(await page('olga')).toBeNull();
    expect(await page('gulnara', { view: 'programmes' })).toBeNull();
    expect(await page('gulnara', { section: place.isp })).toEqual({ moved: await schemeOf() });
    expect(await page('rustem', { section: place.isp })).toBeNull();
    const programmes = await page('irina', { view: 'programmes' });
    expect(
      programmes &&
        'programmes' in programmes &&
        programmes.programmes?.map(({ index, approvedOn }) => [index, approvedOn]),
    ).toEqual([
      ['ОП.04', null],
      ['МДК.01.01', '2026-10-01'],
    ]);
  });

  it('R-049 the newest version stands in the library and is the beginning of a colleague’s own', async () => {
    const library = await loadLibrary(await world.actor('rustem'), { query: 'баз данных' });
    expect(library).toMatchObject([{ version: 2, topics: 3, hours: 8, author: 'Хабибуллина Г. Р.' }]);
    const { owner, college, people } = world;
    const group = await owner.studentGroup.findUniqueOrThrow({ where: { id: college.groups.pkd } });
    const { id: groupId } = await owner.studentGroup.create({
      data: { name: 'БД-26-1', entryYear: 2026, departmentId: group.departmentId, curriculumId: group.curriculumId },
    });
    const section = await owner.courseSection.create({
      data: {
        ...{ yearId: college.years.open, groupId, itemId: place.item },
        teachers: { create: { teacherId: people.rustem, startsOn: new Date('2026-09-01') } },
      },
    });
    const copy = await start('rustem', section.id, library?.[0]?.id ?? 0);
    const { topics, author, version } = await viewOf('rustem', copy);
    expect([topics.map(({ title }) => title), author, version]).toEqual([
      ['Введение', 'Связи таблиц', 'Ключи и индексы'],
      'Мухаметшин Р. И.',
      1,
    ]);
    expect(await refused(() => start('rustem', section.id, library?.[0]?.id ?? 0))).toBe('CONFLICT');
  });
});
