import { rowOf, type Table, TableRefusal, type TableRow } from '../table';
import { numberText } from './number-text';
import { readSharedStrings, storedText } from './shared-strings';
import { SheetReader } from './sheet-reader';
import { readStyles } from './styles';
import { unpack } from './unpack';
import { findParts } from './workbook-parts';
import { readXml } from './xml';

const truth: Record<string, string> = { 1: 'да', 0: 'нет', true: 'да', false: 'нет' };

/** The first visible sheet of a workbook; formulas give what Excel worked out last. @throws TableRefusal */
export function readXlsx(bytes: Uint8Array): Table {
  const parts = unpack(bytes);
  const { sheet, strings: stringsPart, styles: stylesPart, shift } = findParts(parts);
  const strings = readSharedStrings(parts, stringsPart);
  const styles = readStyles(parts, stylesPart);
  const rows: TableRow[] = [];
  const reader = new SheetReader({
    value: ({ type, style, raw, inline }) => {
      switch (type) {
        case 's':
          return strings[Number(raw)] ?? '';
        case 'inlineStr':
          return storedText(inline);
        case 'str':
          return storedText(raw);
        case 'b':
          return truth[raw] ?? raw;
        case 'd':
          return raw.replace(/^(\d{4})-(\d\d)-(\d\d).*$/, '$3.$2.$1');
        case 'e':
          return raw;
        default:
          return numberText(raw, styles[style], shift);
      }
    },
    row: (place, cells) => {
      const row = rowOf(place, cells);
      if (row) rows.push(row);
    },
  });
  readXml(parts.read(sheet), sheet, reader.events);
  if (rows.length === 0) throw new TableRefusal('На первом листе книги нет ни одной строки.');
  return { rows };
}
