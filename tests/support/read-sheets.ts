import { strFromU8, unzipSync } from 'fflate';

/** A cell of a workbook as the file types it. */
export type SheetCell = { type: 'text' | 'number' | 'formula'; value: string };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (xml: string) =>
  xml
    .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/** Rows of the first sheet, empty cells left out: what another program finds in the file. */
export function readXlsx(bytes: Uint8Array): SheetCell[][] {
  const files = unzipSync(bytes);
  const file = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const shared = [...file('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, xml = '']) =>
    plain([...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => text).join('')),
  );
  return [...file('xl/worksheets/sheet1.xml').matchAll(/<row[^>]*>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].flatMap(([, attributes = '', inner = '']): SheetCell[] => {
      if (/<f[ >]/.test(inner)) return [{ type: 'formula', value: inner }];
      const value = /<v>(.*?)<\/v>/s.exec(inner)?.[1];
      const inline = /<t[^>]*>(.*?)<\/t>/s.exec(inner)?.[1];
      if (/t="s"/.test(attributes)) return [{ type: 'text', value: shared[Number(value)] ?? '' }];
      if (inline !== undefined) return [{ type: 'text', value: plain(inline) }];
      return value === undefined ? [] : [{ type: 'number', value }];
    }),
  );
}

/** A field of a CSV file; `shown` is what a spreadsheet takes, `value` has lost the guard that keeps it from counting. */
export type CsvField = { quoted: boolean; shown: string; value: string };

export function readCsv(bytes: Uint8Array): CsvField[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^\uFEFF/, '');
  const rows: CsvField[][] = [];
  const field = /("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n)/gy;
  let row: CsvField[] = [];
  for (let match = field.exec(text); match; match = field.exec(text)) {
    const [, raw = '', end] = match;
    const quoted = raw.startsWith('"');
    const shown = quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw;
    row.push({ quoted, shown, value: quoted ? shown.replace(/^'(?=['=+\-@\t\r\n＝＋－＠])/, '') : shown });
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}
