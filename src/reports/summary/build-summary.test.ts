import { expect, test } from 'vitest';
import { readPdf } from '../../../tests/support/read-pdf';
import { cellText } from '../cell-text';
import { reportPdf } from '../render/pdf';
import { buildSummary } from './build-summary';
import type { SummaryData } from './summary-data';

const missed = { total: 12, valid: 6, sick: 2, invalid: 4, unclassified: 2, lateLessons: 0 };
const names = [
  'Основы алгоритмизации и программирования',
  'Иностранный язык в профессиональной деятельности',
  'Физика',
];

function made(students: number, courses: number, periods = ['I']): SummaryData {
  return {
    ...{ institution: 'ГБПОУ «Заречный политехнический колледж»', title: 'Сводная ведомость', group: 'ИСП-25-1' },
    ...{ yearOfStudy: 2, program: '09.02.07 Информационные системы и программирование', period: 'I семестр 2026/2027' },
    ...{ ofYear: periods.length > 1, asOf: new Date('2026-12-28T08:00:00Z'), timeZone: 'Europe/Samara' },
    interval: { from: '2026-09-01', to: '2026-12-28' },
    bindingMarginMm: 30,
    notAttested: { symbol: 'н/а', label: 'не аттестован', counted: true },
    words: { student: 'студент', group: 'группа' },
    columns: Array.from({ length: courses }, (_, course) =>
      periods.map((period, place) => ({
        ...{ course: `${names[course % 3]} ${course + 1}`, form: 'Дифференцированные зачёты', formShort: 'д/з' },
        ...{ period, main: place === periods.length - 1 },
      })),
    ).flat(),
    students: Array.from({ length: students }, (_, no) => ({
      ...{ no: no + 1, name: `Константинопольская Александра ${no + 1}`, missed },
      finals: Array.from(
        { length: courses * periods.length },
        (__, place) => (['5', '4', '3', 'pass'] as const)[(no + place) % 4] ?? null,
      ),
    })),
    signatures: [
      { role: 'Куратор', name: 'Ганеева Л. Р.' },
      { role: 'Заместитель директора по УР', name: 'Полякова Н. В.' },
    ],
  };
}

const { signal } = new AbortController();
const pagesOf = (data: SummaryData) => readPdf(reportPdf(buildSummary(data), signal));

test('R-117 34 students × 20 courses stand on one lying A4 page, nothing outside its margins, nothing smaller than can be read', async () => {
  const [page, ...others] = await pagesOf(made(34, 20));
  expect(others).toEqual([]);
  const upright = page?.texts.filter((text) => text.upright) ?? [];
  expect(Math.min(...upright.map(({ x }) => x))).toBeGreaterThanOrEqual(30);
  expect(Math.max(...upright.map(({ x, width }) => x + width))).toBeLessThanOrEqual(287.5);
  expect(Math.max(...upright.map(({ y }) => y))).toBeLessThanOrEqual(203);
  expect(page?.text).toContain('Заместитель директора по УР');
});

test('a longer list flows over pages under its repeated head', async () => {
  const pages = await pagesOf(made(60, 12));
  expect(pages.length).toBe(2);
  for (const { text } of pages) expect(text.replaceAll(' ', '')).toContain('Физика3');
  expect(pages[1]?.text).toContain('Константинопольская Александра 60');
});

test('R-113 a year of 20 courses goes on beside itself, each part with the names', async () => {
  const pages = await pagesOf(made(20, 20, ['I', 'II', 'год']));
  expect(pages.length).toBeGreaterThan(1);
  for (const { text } of pages.slice(0, 2)) expect(text).toContain('Константинопольская Александра 7');
});

test('R-117 sums are those of the domain: by course, of a student, of the group', () => {
  const data = made(3, 2);
  const marks = [
    ['5', '5'],
    ['4', '3'],
    ['2', 'notAttested'],
  ] as const;
  const students = data.students.map((student, row) => ({ ...student, finals: [...(marks[row] ?? [])] }));
  const { blocks } = buildSummary({ ...data, students });
  const table = blocks.find((block) => block.kind === 'table');
  expect(table?.rows.map((row) => row.slice(2, 5).map(cellText))).toEqual([
    ['5', '5', '5,00'],
    ['4', '3', '3,50'],
    ['2', 'н/а', '2,00'],
  ]);
  expect(table?.totals.map((row) => row.slice(1, 4).map(cellText))).toEqual([
    ['Успеваемость, %', '66,7', '66,7'],
    ['Качество, %', '66,7', '33,3'],
    ['СОУ, %', '60', '47,7'],
    ['Средний балл', '3,67', '4,00'],
    ['Пропущено, ч', '', ''],
  ]);
  const group = blocks.find((block) => block.kind === 'keyValues');
  // two of three pass, one of three has only 4 and 5; (5+5+4+3+2)/5 = 3,80
  expect(group?.items.map(({ value }) => cellText(value).replace('\u00A0', ' ')).slice(0, 4)).toEqual([
    ...['66,7 %', '33,3 %', '53,8 %', '3,80'],
  ]);
});

test('a period without marks says so and has no sums', () => {
  const data = made(3, 2);
  const students = data.students.map((student) => ({ ...student, finals: [null, null] }));
  const { blocks } = buildSummary({ ...data, students });
  expect(blocks[0]).toMatchObject({ kind: 'note', text: expect.stringContaining('ещё нет') });
  expect(blocks.some(({ kind }) => kind === 'keyValues')).toBe(false);
  expect(buildSummary({ ...data, columns: [], students: [] }).blocks[0]).toMatchObject({
    text: expect.stringContaining('учебный план на этот период не введён'),
  });
});
