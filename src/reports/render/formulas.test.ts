import { expect, test } from 'vitest';
import { readCsv, readXlsx } from '../../../tests/support/read-sheets';
import { hundredths, percent, type ReportDocument, text, whole } from '../document';
import { reportCsv } from './csv';
import { reportXlsx } from './xlsx';

/** Names that a spreadsheet would like to count (T-045). */
const names = [
  ...['=HYPERLINK("http://evil.example")', '+1', '-2+3', '@SUM(A1)', '\tтаб', '\r=1', '＝1+1', '＋1', '－1', '＠x'],
  ...['";=1', "'=1", "''", '_x000D_', 'Иванова "Аня"; Анна', 'две\nстроки'],
];

const document: ReportDocument = {
  ...{ title: 'Проба', subtitle: '', organisation: 'Колледж', asOf: '', fileName: 'Проба' },
  createdAt: new Date('2026-10-14T08:00:00Z'),
  paper: { landscape: false, bindingMarginMm: 30 },
  blocks: [
    {
      ...{ kind: 'table', title: '', totals: [] },
      columns: ['Имя', 'Часы', 'Процент', 'Балл'].map((title) => ({ title, width: 30, align: 'left' as const })),
      rows: names.map((name) => [text(name), whole(-1046), percent(66.7), hundredths(463)]),
    },
  ],
};
const headRows = 3;

test('T-045 CSV: texts are quoted, guarded and come back the same; numbers stay numbers', () => {
  const bytes = reportCsv(document);
  const rows = readCsv(bytes).slice(headRows);
  expect(rows.map(([name]) => [name?.quoted, name?.value])).toEqual(names.map((name) => [true, name]));
  for (const [name] of rows) expect(name?.shown).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  for (const [, hours, share, points] of rows) {
    expect([hours, share, points].map((field) => [field?.quoted, field?.value])).toEqual([
      ...[
        [false, '-1046'],
        [false, '66,7'],
        [false, '4,63'],
      ],
    ]);
  }
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('T-045 XLSX: every text is typed as one and comes back the same; numbers stay numbers', async () => {
  const rows = readXlsx(await reportXlsx(document)).slice(headRows);
  expect(rows.map(([name]) => name)).toEqual(names.map((value) => ({ type: 'text', value })));
  for (const [, hours, share, points] of rows) {
    expect([hours, share, points]).toEqual(['-1046', '66.7', '4.63'].map((value) => ({ type: 'number', value })));
  }
});
