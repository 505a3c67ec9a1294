import { workbook, type XlsxCell } from '@/xlsx/workbook';
import { cellNumber, cellText } from '../cell-text';
import type { Cell, ReportBlock, ReportColumn, ReportDocument, ReportRow, ReportTable } from '../document';

type Row = XlsxCell[];
const millimetresOfSign = 2;

/** The report as a workbook of one sheet: texts are texts, numbers are numbers, heads are grouped and rotated as on paper. */
export function reportXlsx(document: ReportDocument): Promise<Buffer> {
  const head = [document.organisation, document.title, document.subtitle, document.asOf].filter((line) => line !== '');
  const rows: Row[] = [
    ...head.map((line): Row => [{ text: line, bold: line === document.title }]),
    ...document.blocks.flatMap(blockRows),
  ];
  const tables = document.blocks.filter((block) => block.kind === 'table');
  const width = Math.max(1, ...tables.map(({ columns }) => columns.length));
  const widths = Array.from({ length: width }, (_, place) =>
    Math.max(4, ...tables.map(({ columns }) => (columns[place]?.width ?? 0) / millimetresOfSign)),
  );
  return workbook({ rows, widths, landscape: document.paper.landscape }, document.title);
}

function blockRows(block: ReportBlock): Row[] {
  switch (block.kind) {
    case 'heading':
      return [[], [{ text: block.text, bold: true }]];
    case 'paragraph':
    case 'note':
      return [[{ text: block.text }]];
    case 'keyValues':
      return block.items.map(({ label, value }) => [{ text: label }, plain(value)]);
    case 'signatures':
      return [[], ...block.items.map(({ role, name }): Row => [{ text: role }, { text: name }])];
    case 'pageBreak':
      return [[]];
    case 'table':
      return tableRows(block);
  }
}

function tableRows({ title, columns, rows, totals }: ReportTable): Row[] {
  const body = (row: ReportRow, bold: boolean): Row =>
    columns.map((column, place) => {
      const cell = row[place] ?? null;
      const look = { border: true, align: column.align === 'left' ? ('left' as const) : ('center' as const) };
      return { ...(plain(cell) ?? { text: '' }), ...look, ...(bold || cell?.strong ? { bold: true } : {}) };
    });
  return [
    ...(title === '' ? [] : [[], [{ text: title, bold: true }]]),
    ...headRows(columns),
    ...rows.map((row) => body(row, false)),
    ...totals.map((row) => body(row, true)),
  ];
}

function headRows(columns: readonly ReportColumn[]): Row[] {
  const grouped = columns.some(({ group }) => group);
  const titles = columns.map((column): XlsxCell => headCell(column.title, column.rotated ?? false));
  if (!grouped) return [titles];
  const upper = columns.map((column, place): XlsxCell => {
    if (!column.group) return { ...headCell(column.title, column.rotated ?? false), rows: 2 };
    if (columns[place - 1]?.group?.title === column.group.title) return null;
    let span = 1;
    while (columns[place + span]?.group?.title === column.group.title) span += 1;
    return { ...headCell(column.group.title, false), columns: span };
  });
  return [upper, titles.map((cell, place) => (columns[place]?.group ? cell : null))];
}

function headCell(words: string, rotated: boolean) {
  return { text: words, bold: true, border: true, align: 'center' as const, ...(rotated ? { rotated } : {}) };
}

function plain(cell: Cell): XlsxCell {
  const number = cellNumber(cell);
  if (number) return { number: number.value, decimals: number.decimals };
  return cell === null ? null : { text: cellText(cell) };
}
