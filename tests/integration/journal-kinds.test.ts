import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadJournal } from '@/features/journal/load-journal';
import { loadJournalList } from '@/features/journal/load-journal-list';
import { periodLedger } from '@/reports/definitions/period-ledger';
import { printedLedger } from '@/reports/ledger/ledger-pdf';
import { printLedger } from '@/reports/ledger/print-ledger';
import { verifyLedger } from '@/reports/ledger/verify-ledger';
import { testDatabase } from '../support/database';
import { readPdf } from '../support/read-pdf';
import { addSchemePlace, type SchemePlace } from '../support/scheme-desk';
import { buildWorld, type World } from '../support/world';

let world: World;
let place: SchemePlace;
let internship = 0;
const meta = { address: 'test', device: 'test' };

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  place = await addSchemePlace(world);
  internship = await addInternship(world);
});
afterAll(() => world.close());

/** ПП.01.01 of the first group with one whole day. */
async function addInternship({ owner, people, college }: World): Promise<number> {
  const { curriculumId } = await owner.curriculumItem.findFirstOrThrow();
  const course = await owner.course.create({ data: { name: 'Практика на предприятии', kind: 'internship' } });
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: 'ПП.01.01' } });
  const place = { groupId: college.groups.isp, periodId: college.periods.first };
  const { id } = await owner.courseSection.create({
    data: {
      ...{ yearId: college.years.open, groupId: place.groupId, itemId: item.id },
      teachers: { create: { teacherId: people.gulnara, startsOn: new Date('2026-09-01') } },
      periods: { create: { periodId: place.periodId, plannedHours: 36, controlForm: 'credit' } },
    },
  });
  await owner.lesson.create({
    data: {
      ...{ ...place, sectionId: id, teacherId: people.gulnara, classPeriod: 1, room: '' },
      ...{ date: new Date('2026-10-10'), lessonType: 'practice', hours: 6 },
    },
  });
  return id;
}

describe('R-055 the kind of a journal follows from its line of the plan', () => {
  it('is told in the list, which shows one kind alone when asked', async () => {
    const all = await loadJournalList(await world.actor('gulnara'));
    expect(all?.kinds).toEqual(['theory', 'module', 'internship']);
    const own = await loadJournalList(await world.actor('gulnara'), { kind: 'module' });
    expect(own?.groups.flatMap(({ sections }) => sections.map(({ id }) => id)).sort()).toEqual(
      [place.isp, place.pkd].sort(),
    );
    expect(own?.kinds).toEqual(all?.kinds);
  });

  it('a discipline of practical hours alone is a journal of practical classes', async () => {
    const { sections } = world.college;
    const { itemId } = await world.owner.courseSection.findUniqueOrThrow({ where: { id: sections.algorithms } });
    const term = { itemId, semester: 9, hours: 36, controlForm: 'none' as const };
    await world.owner.curriculumTerm.create({ data: { ...term, practical: 36 } });
    const list = await loadJournalList(await world.actor('gulnara'), { kind: 'practical' });
    expect(list?.groups.flatMap((group) => group.sections.map(({ id }) => id))).toContain(sections.algorithms);
    const journal = await loadJournal(await world.actor('gulnara'), sections.algorithms);
    expect(journal?.view.section.head).toBe('Практические занятия');
    await world.owner.curriculumTerm.deleteMany({ where: { itemId, semester: 9 } });
  });

  it('stands in the head of the journal; a day of practice is a whole one', async () => {
    const headOf = async (id: number) => (await loadJournal(await world.actor('gulnara'), id))?.view;
    expect((await headOf(world.college.sections.algorithms))?.section.head).toBe('Наименование дисциплины');
    expect((await headOf(place.isp))?.section.head).toBe('Профессиональный модуль ПМ.01');
    const practice = await headOf(internship);
    expect(practice?.section.head).toBe('Производственная практика ПМ.01');
    expect(practice?.lessons.map(({ time }) => time)).toEqual(['за день']);
  });

  it('stands on paper, and what is printed is still found to match when the plan has changed', async () => {
    const input = { group: world.college.groups.isp, period: world.college.periods.first };
    const actor = await world.actor('venera');
    const { code } = await printLedger.execute(actor, input, meta);
    const file = await printedLedger(actor, code, new AbortController().signal);
    if (!file) throw new Error('the paper is not drawn');
    const words = (await readPdf(await buffer(file.stream))).map(({ text }) => text).join(' ');
    for (const head of ['Наименование дисциплины', 'Профессиональный модуль ПМ.01', 'Производственная практика ПМ.01'])
      expect(words).toContain(head);
    const { itemId } = await world.owner.courseSection.findUniqueOrThrow({
      where: { id: world.college.sections.algorithms },
    });
    const term = { itemId, semester: 9, hours: 36, controlForm: 'none' as const };
    await world.owner.curriculumTerm.create({ data: { ...term, practical: 36 } });
    expect(await verifyLedger(code)).toMatchObject({ matches: true });
    const query = { group: String(input.group), period: String(input.period) };
    const document = await periodLedger.document(actor, query);
    const headings = document?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(headings).toContain('Профессиональный модуль ПМ.01: МДК.01.01 Основы баз данных');
  });
});
