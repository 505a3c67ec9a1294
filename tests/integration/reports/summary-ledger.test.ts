import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellText } from '@/reports/cell-text';
import type { ReportDocument } from '@/reports/document';
import { openReport } from '@/reports/open-report';
import { findReport } from '@/reports/registry';
import { testDatabase } from '../../support/database';
import { fillJournal } from '../../support/filled-journal';
import { buildWorld, type World } from '../../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
  const { college, people, owner } = world;
  const given = {
    sectionId: college.sections.algorithms,
    periodId: college.periods.first,
    groupId: college.groups.isp,
  };
  const by = { enteredById: people.gulnara, enteredAt: new Date('2026-10-14T07:00:00Z') };
  await owner.grade.createMany({
    data: [
      { ...given, ...by, studentId: people.alina, value: '5' },
      { ...given, ...by, studentId: people.timur, value: '3' },
      { ...given, ...by, studentId: people.artem, value: 'notAttested' },
    ],
  });
});
afterAll(() => world.close());

async function ask(
  query: Record<string, string>,
  who: keyof World['people'] = 'venera',
): Promise<ReportDocument | null> {
  const report = findReport('summary-ledger');
  return report ? report.document(await world.actor(who), query) : null;
}
const tableOf = (document: ReportDocument | null) => document?.blocks.find((block) => block.kind === 'table');
const group = () => String(world.college.groups.isp);

test('R-117 the period: the roll of today, marks, missed hours by class, sums; the curator signs', async () => {
  const document = await ask({ group: group() });
  expect(document?.subtitle).toBe(
    'группа ИСП-25-1, 2 курс, I семестр 2026/2027 учебного года, 09.02.07 Информационные системы и программирование',
  );
  const table = tableOf(document);
  const rows = new Map(table?.rows.map((row) => [cellText(row[1] ?? null), row.map(cellText)]));
  expect([...rows.keys()]).toEqual([
    ...['Абдуллин Тимур', 'Горшков Павел', 'Давлетшина Алина', 'Иванов Артём', 'Петров Кирилл', 'Сафин Игорь'],
  ]);
  const [algorithms, averages] = [table?.columns.findIndex(({ title }) => title.startsWith('Основы')) ?? 0, -5];
  expect(rows.get('Давлетшина Алина')?.[algorithms]).toBe('5');
  expect(rows.get('Иванов Артём')?.[algorithms]).toBe('н/а');
  expect(rows.get('Абдуллин Тимур')?.at(averages)).toBe('3,00');
  const missed = await world.owner.$queryRaw<
    { hours: number }[]
  >`SELECT sum(l.hours)::int AS hours FROM attendance_event e
    JOIN lesson l ON l.id = e.lesson_id WHERE e.student_id = ${world.people.timur} AND e.presence = 'absent'`;
  expect(rows.get('Абдуллин Тимур')?.at(-4)).toBe(String(missed[0]?.hours));
  // 5, 3, н/а: 2/3; 1/3; (100 + 36 + 7)/3; 8/2
  expect(table?.totals.map((row) => cellText(row[algorithms] ?? null)).slice(0, 4)).toEqual([
    '66,7',
    '33,3',
    '47,7',
    '4,00',
  ]);
  const signatures = document?.blocks.find((block) => block.kind === 'signatures');
  expect(signatures?.items).toEqual([
    { role: 'Куратор', name: 'Ганеева Л. Р.' },
    { role: 'Заместитель директора по УР', name: 'Полякова Н. В.' },
  ]);
});

test('R-113 the year has a column for each period of a course', async () => {
  const document = await ask({ group: group(), period: `year-${world.college.years.open}` });
  const heads = tableOf(document)?.columns.flatMap(({ title, group: head }) =>
    head?.title.startsWith('Основы') ? [title] : [],
  );
  expect(heads).toEqual(['I']);
  expect(document?.subtitle).toContain('2026/2027 учебный год');
});

test('a period without marks answers sensibly; one that is not the group’s is nothing', async () => {
  const later = await ask({ group: group(), period: String(world.college.periods.second) });
  expect(later?.blocks[0]).toMatchObject({ kind: 'note' });
  expect(tableOf(later)?.rows.length).toBe(6);
  expect(await ask({ group: group(), period: '999999' })).toBeNull();
});

test('the page tells bad parameters in words and keeps what was chosen', async () => {
  const report = findReport('summary-ledger');
  if (!report) throw new Error('no report');
  const opened = await openReport(report, await world.actor('liliya'), { group: group(), period: 'x' });
  expect(opened?.refusal).toContain('Проверьте: period');
  expect(opened?.fields.map(({ value }) => value)).toEqual([group(), 'x']);
  const groups = opened?.fields[0]?.options.map(({ label }) => label);
  expect(groups).toEqual(['ИСП-25-1']);
  expect(await openReport(report, await world.actor('liliya'), { group: String(world.college.groups.pkd) })).toBeNull();
});
