import { decodeText } from './decode-text';
import { parseDelimited } from './parse-delimited';
import { type Table, TableRefusal, tableLimits } from './table';
import { readXlsx } from './xlsx/read-xlsx';

const strangers: readonly { bytes: readonly number[]; what: string }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: 'Это старый файл Excel (.xls) или файл с паролем. Снимите пароль и сохраните его как «Книга Excel (.xlsx)».',
  },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'Это PDF, а не таблица. Нужен файл XLSX или CSV.' },
  { bytes: [0x4d, 0x5a], what: 'Это программа, а не таблица. Нужен файл XLSX или CSV.' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'Это программа, а не таблица. Нужен файл XLSX или CSV.' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'Это картинка, а не таблица. Нужен файл XLSX или CSV.' },
  { bytes: [0xff, 0xd8, 0xff], what: 'Это картинка, а не таблица. Нужен файл XLSX или CSV.' },
  { bytes: [0x1f, 0x8b], what: 'Это архив, а не таблица. Распакуйте его и загрузите файл XLSX или CSV.' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'Это архив, а не таблица. Распакуйте его и загрузите файл XLSX или CSV.' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'Это архив, а не таблица. Распакуйте его и загрузите файл XLSX или CSV.' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'Это документ RTF, а не таблица. Нужен файл XLSX или CSV.' },
];

/**
 * A table from the bytes of a file, whatever its name: XLSX (its first visible sheet) or delimited text in UTF-8, UTF-16 or
 * cp1251 with semicolons, commas or tabs. `pasted`: copied from a spreadsheet, not a file. Takes up to a second of the processor: a server asks `readTableApart`.
 * @throws TableRefusal with the reason and the place in Russian
 */
export function readTable(bytes: Uint8Array, { pasted = false }: { pasted?: boolean } = {}): Table {
  if (bytes.length === 0) throw new TableRefusal('Файл пуст.');
  if (bytes.length > tableLimits.file) throw new TableRefusal('Файл больше 20 МБ. Разделите его на части.');
  const begins = (with_: readonly number[]) => with_.every((byte, place) => bytes[place] === byte);
  if (begins([0x50, 0x4b])) return readXlsx(bytes);
  const stranger = strangers.find((one) => begins(one.bytes));
  if (stranger) throw new TableRefusal(stranger.what);
  return parseDelimited(decodeText(bytes), { pasted });
}
