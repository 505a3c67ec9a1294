import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markCells } from '@/features/journal/mark-cells';
import { canonicalJson } from '@/reports/canonical';
import type { LedgerParams } from '@/reports/ledger/ledger-data';
import { previewLedger, printedLedger } from '@/reports/ledger/ledger-pdf';
import { printLedger } from '@/reports/ledger/print-ledger';
import { groupedCode } from '@/reports/ledger/verification-code';
import { verifyLedger } from '@/reports/ledger/verify-ledger';
import { testDatabase } from '../support/database';
import { fillJournal } from '../support/filled-journal';
import { liftLocks } from '../support/lift-locks';
import { type PdfPage, readPdf } from '../support/read-pdf';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: 'test', device: 'test' };
const { signal } = new AbortController();
type Person = keyof World['people'];
let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
  await secondCourse();
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

/** ОП.05 «Архитектура аппаратных средств»: behind ОП.04 by its index, before it in the alphabet. */
async function secondCourse(): Promise<void> {
  const { owner, college, people } = world;
  const { curriculumId } = await owner.curriculumItem.findFirstOrThrow();
  const course = await owner.course.create({ data: { name: 'Архитектура аппаратных средств', kind: 'discipline' } });
  const item = await owner.curriculumItem.create({ data: { curriculumId, courseId: course.id, index: 'ОП.05' } });
  const { id: sectionId } = await owner.courseSection.create({
    data: {
      ...{ yearId: college.years.open, groupId: college.groups.isp, itemId: item.id },
      teachers: { create: { teacherId: people.rustem, startsOn: new Date('2026-09-01') } },
      periods: { create: { periodId: college.periods.first, plannedHours: 40, controlForm: 'exam' } },
    },
  });
  await owner.lesson.create({
    data: {
      ...{ sectionId, groupId: college.groups.isp, periodId: college.periods.first, teacherId: people.rustem },
      ...{ date: new Date('2026-10-12'), classPeriod: 3, room: '210', lessonType: 'lecture', hours: 2 },
    },
  });
}

const params = (change: Partial<LedgerParams> = {}): LedgerParams => ({
  group: world.college.groups.isp,
  period: world.college.periods.first,
  ...change,
});

const print = async (who: Person, change?: Partial<LedgerParams>) =>
  printLedger.execute(await world.actor(who), params(change), meta);

async function bytesOf(file: { stream: Readable } | null): Promise<Buffer> {
  if (!file) throw new Error('no such paper');
  return buffer(file.stream);
}

const drawn = async (code: string) => bytesOf(await printedLedger(await world.actor('venera'), code, signal));
const preview = async (who: Person, change?: Partial<LedgerParams>) =>
  previewLedger(await world.actor(who), params(change), signal);
const textOf = (pages: readonly PdfPage[]) => pages.map(({ text }) => text).join(' ');
const numbers = (pages: readonly PdfPage[]) =>
  pages.map(
    ({ texts }) => texts.find(({ text, x, y }) => /^\d+$/.test(text) && x > 170 && Math.abs(y - 14) < 0.2)?.text,
  );

describe('T-090 a printed ledger (R-112, R-138, R-144)', () => {
  let paper: Awaited<ReturnType<typeof print>>;
  let pages: PdfPage[];
  let text: string;
  beforeAll(async () => {
    paper = await print('venera');
    pages = await readPdf(await drawn(paper.code));
    text = textOf(pages);
  });

  it('stands in the register with the SHA-256 of the canonical JSON of its data', async () => {
    const row = await world.owner.printedDocument.findUniqueOrThrow({ where: { code: paper.code } });
    expect(row).toMatchObject({
      number: paper.number,
      hash: paper.hash,
      pages: pages.length,
      printedById: world.people.venera,
    });
    expect(row.data).toBe(canonicalJson(JSON.parse(row.data)));
    expect(createHash('sha256').update(row.data, 'utf8').digest('hex')).toBe(paper.hash);
    expect(row.printedAt.toISOString()).toBe(worldNow);
  });

  it('has its act in the audit, with number, code, hash and pages (T-071)', async () => {
    const act = await world.owner.auditEvent.findFirstOrThrow({
      where: { command: 'report.print-period-ledger' },
      include: { changes: { orderBy: { id: 'asc' } } },
    });
    expect(act).toMatchObject({ personId: world.people.venera, object: 'group', objectId: world.college.groups.isp });
    expect(act.changes.map(({ field, after }) => [field, after])).toEqual([
      ['number', paper.number],
      ['code', paper.code],
      ['hash', paper.hash],
      ['pages', String(paper.pages)],
    ]);
  });

  it('says who, what and when: names, cells, topics, hours of the plan and given', () => {
    for (const name of ['Давлетшина', 'Абдуллин', 'Горшков', 'Иванов', 'Петров', 'Сафин']) expect(text).toContain(name);
    for (const part of [
      'Ветвления',
      '§ 3',
      '07.10',
      'Хабибуллина Гульнара Рафаэлевна',
      'Мухаметшин Рустем Ильдарович',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toMatch(/по плану 102 ч, дано 6 ч/);
    expect(text).toMatch(/по плану 40 ч, дано 0 ч/);
    expect(text).toContain('по плану (КТП утверждён 08.09.2026)');
    expect(text).toMatch(/ уп •\s+2 /);
    expect(text).toMatch(/Ганеева Л\. Р\..*96-к/);
    expect(text).toContain('академический отпуск с 10.10.2026');
  });

  it('bears number, date, code and hash; pages are numbered from 1 without a gap', () => {
    expect(text).toContain(`№ ${paper.number} от 14.10.2026`);
    expect(text).toContain(groupedCode(paper.code));
    expect(text.replaceAll(' ', '')).toContain(paper.hash.slice(0, 16));
    expect(text).not.toContain('ПРОЕКТ');
    expect(numbers(pages)).toEqual(pages.map((_, index) => String(index + 1)));
  });

  it('has its courses in the order of the alphabet, not of the index (R-141)', () => {
    const first = pages[0]?.text ?? '';
    expect(first.indexOf('Архитектура')).toBeGreaterThan(0);
    expect(first.indexOf('Архитектура')).toBeLessThan(first.indexOf('Основы алгоритмизации'));
  });

  it('is the same document, byte for byte, whenever it is asked for, by its code in any spelling', async () => {
    const first = await drawn(paper.code);
    await testDatabase().setClock('2026-12-01T08:00:00Z');
    expect((await drawn(groupedCode(paper.code).toLowerCase())).equals(first)).toBe(true);
  });

  it('counts debts and averages as the journal’s own numbers (I5)', async () => {
    const { data } = await world.owner.printedDocument.findUniqueOrThrow({ where: { code: paper.code } });
    const course = JSON.parse(data).courses.find(({ title }: { title: string }) => title.includes('ОП.04'));
    const rows = new Map<string, { average: string; debts: number; missed: number }>(
      course.rows.map((row: { name: string; average: string; debts: number; missed: number }) => [
        row.name.split(' ')[0] ?? '',
        row,
      ]),
    );
    const counted = await world.owner.$queryRaw<
      { name: string; average: number | null; debts: number; missed: number }[]
    >`
      SELECT p.last_name AS name, avg(m.value::int)::float8 AS average, count(*) FILTER (WHERE m.required AND m.value IS NULL)::int AS debts,
        coalesce((SELECT sum(l.hours)::int FROM attendance_event e JOIN lesson l ON l.id = e.lesson_id WHERE e.student_id = p.id AND e.presence = 'absent'), 0) AS missed
      FROM person p JOIN student s ON s.id = p.id LEFT JOIN mark m ON m.student_id = p.id GROUP BY p.id, p.last_name`;
    for (const [name, row] of rows) {
      const own = counted.find((line) => line.name === name);
      expect([name, row.average, row.debts, row.missed]).toEqual([
        name,
        own?.average ? own.average.toFixed(2).replace('.', ',') : '',
        own?.debts ?? 0,
        own?.missed ?? 0,
      ]);
    }
  });
});

describe('a preview', () => {
  it('is marked ПРОЕКТ on every page, without number, code and register row', async () => {
    const before = await world.owner.printedDocument.count();
    const pages = await readPdf(await bytesOf(await preview('liliya')));
    for (const { text } of pages) expect(text).toContain('ПРОЕКТ');
    expect(textOf(pages)).not.toMatch(/№ 2026-\d{4}|[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
    expect(await world.owner.printedDocument.count()).toBe(before);
  });
});

describe('parts of a set (R-112)', () => {
  it('one course keeps the page numbers it has in the set', async () => {
    const whole = await readPdf(await bytesOf(await preview('venera')));
    const { itemId } = await world.owner.courseSection.findUniqueOrThrow({
      where: { id: world.college.sections.algorithms },
    });
    const { courseId } = await world.owner.curriculumItem.findUniqueOrThrow({ where: { id: itemId } });
    const paper = await print('venera', { course: courseId });
    const alone = await readPdf(await drawn(paper.code));
    expect(alone.length).toBe(paper.pages);
    expect(alone.length).toBeLessThan(whole.length);
    const first = whole.findIndex(({ text }, index) => index > 0 && text.includes('Основы алгоритмизации')) + 1;
    expect(numbers(alone)).toEqual(alone.map((_, index) => String(first + index)));
    expect(textOf(alone)).not.toContain('Архитектура');
    expect(await verifyLedger(paper.code)).toMatchObject({ matches: true });
  });

  it('an interval holds its lessons only', async () => {
    const paper = await print('venera', { from: '2026-10-10', to: '2026-10-13' });
    const text = textOf(await readPdf(await drawn(paper.code)));
    expect(text).not.toContain('Ветвления');
    expect(text).toContain('12.10');
    expect(await verifyLedger(paper.code)).toMatchObject({ matches: true });
  });

  it('an interval beside the period, or a course of another group, is no paper', async () => {
    await expect(print('venera', { from: '2027-03-01', to: '2027-03-31' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(print('venera', { course: 999_999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(print('venera', { from: '2026-10-20', to: '2026-10-01' })).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('a locked period', () => {
  it('is printed as it was, and takes no entry', async () => {
    const place = { groupId: world.college.groups.isp, periodId: world.college.periods.first };
    const locked = { lockedAt: new Date(worldNow), lockedById: world.people.venera };
    await world.owner.groupPeriod.update({ where: { groupId_periodId: place }, data: locked });
    const paper = await print('venera');
    expect(await verifyLedger(paper.code)).toMatchObject({ matches: true });
    const presences = [
      { lessonId: world.college.lessons.recent, studentId: world.people.alina, value: 'late' as const, version: 0 },
    ];
    const input = { sectionId: world.college.sections.algorithms, presences };
    await expect(markCells.execute(await world.actor('gulnara'), input, meta)).rejects.toMatchObject({
      code: 'PERIOD_LOCKED',
    });
    await liftLocks(world.owner, place);
  });
});
