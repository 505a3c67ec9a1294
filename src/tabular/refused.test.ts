import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readTable } from './read-table';
import { readTableApart } from './read-table-apart';
import { madeXlsx, textRow, xlsxParts } from './testing/made-xlsx';

const encode = (text: string) => new TextEncoder().encode(text);
const honest = madeXlsx({ sheet: textRow(1, ['Фамилия', 'Имя']) });
const sheetPart = 'xl/worksheets/sheet1.xml';
/** Not packed, so that a letter of the sheet can be found. */
const stored = zipSync(xlsxParts({ sheet: textRow(1, ['Qx']) }), { level: 0 });
const letter = Buffer.from(stored).indexOf('Qx');
const withFlag = (bytes: Uint8Array, at: number) => {
  const copy = Uint8Array.from(bytes);
  new DataView(copy.buffer).setUint16(at, 1, true);
  return copy;
};
/** Marks the first part as enciphered, in the list of contents. */
const enciphered = (() => {
  const at = honest.findIndex(
    (_, place) => honest[place] === 0x50 && honest[place + 1] === 0x4b && honest[place + 2] === 1,
  );
  return withFlag(honest, at + 8);
})();
const lines = (count: number) => Array.from({ length: count }, (_, place) => `имя ${place};1`).join('\n');

/** Files that are no tables, or that were made to break their reader. */
const refused: readonly (readonly [what: string, bytes: Uint8Array, reason: RegExp])[] = [
  [
    'a cell at the far corner',
    madeXlsx({ sheet: '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>' }),
    /больше 20000 строк: занята строка 1048576/,
  ],
  [
    'a column too far',
    madeXlsx({ sheet: '<row r="3"><c r="CW3"><v>1</v></c></row>' }),
    /больше 100 столбцов: занята клетка CW3/,
  ],
  [
    'a bomb of one part',
    zipSync({ ...xlsxParts({}), [sheetPart]: new Uint8Array(60_000_000) }),
    /распакованном виде больше 50 МБ/,
  ],
  [
    'entities of its own',
    madeXlsx({}, { [sheetPart]: strToU8('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>') }),
    /собственный тип документа/,
  ],
  [
    'an outside entity',
    madeXlsx({}, { 'xl/workbook.xml': strToU8('<!DOCTYPE a SYSTEM "file:///etc/passwd"><workbook/>') }),
    /собственный тип документа/,
  ],
  ['a part outside of its folder', madeXlsx({}, { '../../etc/passwd': strToU8('x') }), /недопустимое имя/],
  [
    'ten thousand parts',
    zipSync(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`${n}`, new Uint8Array(0)]))),
    /10000 частей/,
  ],
  ['a renamed program', Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0]), /Это программа/],
  ['an enciphered archive', enciphered, /паролем/],
  [
    'an old or enciphered workbook',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    /старый файл Excel/,
  ],
  ['a polyglot with a head of its own', Uint8Array.from([...encode('PK<script>'), ...honest]), /повреждён/],
  ['a workbook cut in half', honest.subarray(0, honest.length / 2), /обрывается/],
  [
    'a part that was changed on its way',
    Uint8Array.from(stored, (byte, place) => (place === letter ? byte ^ 1 : byte)),
    /повреждён/,
  ],
  ['macros', madeXlsx({}, { 'xl/vbaProject.bin': strToU8('x') }), /макросы/],
  [
    'another kind of document',
    zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
    /не таблица Excel/,
  ],
  ['nothing', new Uint8Array(0), /пуст/],
  ['a sheet without rows', madeXlsx({}), /ни одной строки/],
  ['rows in disorder', madeXlsx({ sheet: `${textRow(2, ['а'])}${textRow(1, ['б'])}` }), /перепутаны после строки 2/],
  ['a web page', encode('<!doctype html><table><tr><td>1</td></tr></table>'), /веб-страница/],
  ['a PDF', encode('%PDF-1.7 …'), /Это PDF/],
  ['bytes without sense', Uint8Array.from([1, 0, 2, 0, 3, 0x98]), /двоичные данные/],
  ['a quotation that never ends', encode('тема;часы\n"Понятие;2\nЦиклы;2'), /Строка 2: кавычка/],
  [
    'a damaged sign',
    Uint8Array.from([...encode('Понятие алгоритма, его свойства и виды, способы записи;2\n'), 0xff, 0xfe]),
    /нечитаемый знак в строке 2/,
  ],
  ['UTF-16 cut in a sign', new Uint8Array([0xff, 0xfe, 0x10]), /оборван/],
  ['too many lines', encode(lines(20_001)), /больше 20000 строк/],
  ['too many columns', encode(`${'а;'.repeat(101)}а`), /больше 100 столбцов/],
  ['a cell without end', encode(`а;${'б'.repeat(40_000)}`), /Слишком длинный текст в клетке B1/],
];

describe('T-044 what is no table is refused with its reason and place', () => {
  test.each(refused)('%s', (_, bytes, reason) => {
    expect(() => readTable(bytes)).toThrow(reason);
  });
});

test('T-044 the thread has its own bounds: a refusal and a table come back, an honest 5,000 × 20', {
  timeout: 30_000,
}, async () => {
  await expect(readTableApart(refused[0]?.[1] ?? new Uint8Array())).rejects.toThrow(/строка 1048576/);
  const row = Array.from({ length: 20 }, (_, column) => `Значение ${column}`);
  const sheet = Array.from({ length: 5_000 }, (_, place) => textRow(place + 1, row)).join('');
  expect((await readTableApart(madeXlsx({ sheet }))).rows).toHaveLength(5_000);
});
