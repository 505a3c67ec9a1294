import { describe, expect, test } from 'vitest';
import { workbook } from '@/xlsx/workbook';
import { csvOf } from './csv-text';
import { readPasted } from './read-pasted';
import { readTable } from './read-table';
import { madeXlsx } from './testing/made-xlsx';

const cellsOf = (bytes: Uint8Array) => readTable(bytes).rows.map(({ cells }) => cells);
const encode = (text: string) => new TextEncoder().encode(text);
const cp1251 = (text: string) =>
  Uint8Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 128) return code;
    if (sign === 'ё') return 0xb8;
    return sign === '№' ? 0xb9 : code - 0x410 + 0xc0;
  });
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));

describe('delimited text (R-040)', () => {
  const expected = [
    ['тема', 'часы'],
    ['Понятие, ещё одно', '2'],
  ];
  test.each([
    ['UTF-8, semicolons', encode('тема;часы\nПонятие, ещё одно;2')],
    ['UTF-8 with its mark', encode('\uFEFFтема;часы\r\nПонятие, ещё одно;2\r\n')],
    ['cp1251 of Excel', cp1251('тема;часы\r\nПонятие, ещё одно;2\r\n')],
    ['UTF-16 «Текст Юникод», tabs', utf16('тема\tчасы\r\nПонятие, ещё одно\t2\r\n')],
    ['commas and quotation marks', encode('тема,часы\n"Понятие, ещё одно",2')],
    ['its own word for the sign', encode('sep=|\nтема|часы\nПонятие, ещё одно|2')],
    ['blank lines and cells around', encode('\n;;\nтема;часы;;\n\nПонятие, ещё одно;2;')],
  ])('%s', (_, bytes) => {
    expect(cellsOf(bytes)).toEqual(expected);
  });

  test('places are lines of the file, whatever stands in cells', () => {
    expect(readTable(encode('а;б\n"в\nг";д\n\nе;ж')).rows).toEqual([
      { place: 1, cells: ['а', 'б'] },
      { place: 2, cells: ['в\nг', 'д'] },
      { place: 5, cells: ['е', 'ж'] },
    ]);
  });

  test.each([
    ['a lone mark is a sign', '"Сатурн", завод\t2', [['"Сатурн", завод', '2']]],
    ['doubled marks are one', '"ООО ""Сатурн"""\t2', [['ООО "Сатурн"', '2']]],
    ['an open mark is a sign', '"Сатурн\t2', [['"Сатурн', '2']]],
  ])('pasted: %s', (_, text, cells) => {
    expect(readPasted(text).rows.map((row) => row.cells)).toEqual(cells);
  });
});

describe('workbooks (R-040)', () => {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="165" formatCode="000000"/><numFmt numFmtId="166" formatCode="#,##0.00&quot; часов&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="22"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>`;
  test.each([
    ['a number', '<c r="A1"><v>72</v></c>', '72'],
    ['a fraction of binary numbers', '<c r="A1"><v>0.30000000000000004</v></c>', '0,3'],
    ['a telephone with all its digits', '<c r="A1"><v>8.9171234567E10</v></c>', '89171234567'],
    ['a day by Excel’s format', '<c r="A1" s="1"><v>46266</v></c>', '01.09.2026'],
    ['a day by an own format', '<c r="A1" s="2"><v>39814</v></c>', '01.01.2009'],
    ['a time', '<c r="A1" s="3"><v>0.354166666666667</v></c>', '08:30'],
    ['a day with its time', '<c r="A1" s="4"><v>46266.5</v></c>', '01.09.2026 12:00'],
    ['zeros in front', '<c r="A1" s="5"><v>117</v></c>', '000117'],
    ['words in a format are no day', '<c r="A1" s="6"><v>12.5</v></c>', '12,5'],
    ['a shared text of several runs', '<c r="A1" t="s"><v>0</v></c>', 'Иванова Мария'],
    ['a text of its own', '<c r="A1" t="inlineStr"><is><t>а &amp; б &#x43;</t></is></c>', 'а & б C'],
    ['what a formula gave', '<c r="A1" t="str"><f>A2&amp;A3</f><v>итог</v></c>', 'итог'],
    ['yes', '<c r="A1" t="b"><v>1</v></c>', 'да'],
    ['an error stays one', '<c r="A1" t="e"><v>#REF!</v></c>', '#REF!'],
    ['a text behind a prefix', '<x:c r="A1" t="inlineStr"><x:is><x:t>имя</x:t></x:is></x:c>', 'имя'],
  ])('%s', (_, cell, text) => {
    const strings = '<si><r><t>Иванова </t></r><r><t>Мария</t></r><rPh sb="0" eb="1"><t>чтение</t></rPh></si>';
    expect(cellsOf(madeXlsx({ styles, strings, sheet: `<row r="1">${cell}</row>` }))).toEqual([[text]]);
  });

  test('the calendar of 1904 is four years and a day later', () => {
    const sheet = '<row r="1"><c r="A1" s="1"><v>44804</v></c></row>';
    expect(cellsOf(madeXlsx({ workbook: '<workbookPr date1904="1"/>', styles, sheet }))).toEqual([['01.09.2026']]);
  });

  test('cells and rows that do not say where they stand follow the last one', () => {
    const cell = (text: string, place = '') => `<c ${place} t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = `<row>${cell('а')}${cell('в', 'r="C1"')}${cell('г')}</row><row r="5">${cell('д', 'r="B5"')}</row>`;
    expect(readTable(madeXlsx({ sheet })).rows).toEqual([
      { place: 1, cells: ['а', '', 'в', 'г'] },
      { place: 5, cells: ['', 'д'] },
    ]);
  });
});

/** Beginnings that a spreadsheet takes for a formula, and what looks like our own guard. */
const names = [
  ...['=HYPERLINK("http://a.ru";"б")', '+1', '-2+3', '@SUM(A1)', '\tтаб', '\rвозврат', '＝1+1', '＋1', '－1', '＠A'],
  ...['";=1', "'апостроф", "'=уже", 'обычный «текст»'],
];

test('T-045 what is written comes back as it was, from CSV and XLSX', async () => {
  const rows = names.map((name) => [name, `за ${name}`]);
  expect(cellsOf(csvOf(rows))).toEqual(rows);
  const cells = rows.map((row) => row.map((text) => ({ text })));
  expect(cellsOf(await workbook({ rows: cells, widths: [20, 20], landscape: false }, 'Список'))).toEqual(rows);
});
