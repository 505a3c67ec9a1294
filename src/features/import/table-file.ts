import { attachmentHeader } from '@/domain/files/names';
import { csvOf } from '@/tabular/csv-text';
import { workbook, type XlsxCell } from '@/xlsx/workbook';
import type { Column, ImportKind } from './kind';

export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

type Row = Readonly<Record<string, string>>;

/** The titles of a kind's columns; what must be filled has a star. */
const titleOf = ({ title, needed }: Column): string => (needed ? `${title}*` : title);

type Sheet = {
  title: string;
  rows: readonly string[][] /** The row of titles, from 0. */;
  head: number;
  widths: readonly number[];
};

/** The rows as a file. Every cell is a text, none a formula (T-045). */
export async function tableFile({ title, rows, head, widths }: Sheet, format: TableFormat): Promise<Buffer> {
  if (format === 'csv') return csvOf(rows);
  const cells = rows.map((row, place) =>
    row.map((text): XlsxCell => (text === '' ? null : { text, bold: place === head })),
  );
  return workbook({ rows: cells, widths, landscape: true }, title);
}

/** A table to be filled in: above the titles an example, which is not read when it comes back. */
export function templateSheet(kind: ImportKind): Sheet {
  const columns = Object.values(kind.columns);
  const words = `${kind.title}. Заполняйте строки под названиями столбцов; со звёздочкой – обязательные. Строки выше названий не читаются, вторая – пример.`;
  const rows = [[words], columns.map(({ example }) => example), columns.map(titleOf)];
  return { title: kind.title, rows, head: 2, widths: widthsOf(kind) };
}

/** Records of a kind under the titles of its columns. */
export function recordSheet(kind: ImportKind, records: readonly Row[]): Sheet {
  const keys = Object.keys(kind.columns);
  const rows = [
    Object.values(kind.columns).map(titleOf),
    ...records.map((record) => keys.map((key) => record[key] ?? '')),
  ];
  return { title: kind.title, rows, head: 0, widths: widthsOf(kind) };
}

const widthsOf = ({ columns }: ImportKind): number[] => Object.values(columns).map(({ width = 14 }) => width);

const types: Readonly<Record<TableFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The file as a download. */
export function fileAnswer(file: Buffer, name: string, format: TableFormat): Response {
  return new Response(new Uint8Array(file), {
    headers: { 'Content-Type': types[format], 'Content-Disposition': attachmentHeader(`${name}.${format}`) },
  });
}
