import { csvText } from '@/tabular/csv-text';
import { cellText } from '../cell-text';
import type { Cell, ReportBlock, ReportDocument } from '../document';

const byteOrderMark = '\uFEFF';

/**
 * The report as CSV for a Russian spreadsheet: UTF-8 with its mark, semicolons, decimal commas. Texts are quoted and never
 * become formulas; numbers stay numbers (T-045).
 */
export function reportCsv(document: ReportDocument): Buffer {
  const head: Cell[][] = [document.organisation, document.title, document.subtitle, document.asOf]
    .filter((line) => line !== '')
    .map((line) => [{ text: line }]);
  const rows = [...head, ...document.blocks.flatMap(blockRows)];
  return Buffer.from(byteOrderMark + rows.map((row) => `${row.map(field).join(';')}\r\n`).join(''), 'utf8');
}

function blockRows(block: ReportBlock): Cell[][] {
  const line = (words: string): Cell[] => [{ text: words }];
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'note':
      return [line(block.text)];
    case 'keyValues':
      return block.items.map(({ label, value }) => [{ text: label }, value]);
    case 'signatures':
      return block.items.map(({ role, name }) => [{ text: role }, { text: name }]);
    case 'pageBreak':
      return [];
    case 'table': {
      const grouped = block.columns.some(({ group }) => group !== undefined);
      const groups = block.columns.map(({ group }, index): Cell => {
        const before = block.columns[index - 1]?.group;
        return group && group.title !== before?.title ? { text: group.title } : null;
      });
      return [
        ...(block.title === '' ? [] : [line(block.title)]),
        ...(grouped ? [groups] : []),
        block.columns.map(({ title }): Cell => ({ text: title })),
        ...[...block.rows, ...block.totals].map((row) => [...row]),
      ];
    }
  }
}

function field(cell: Cell): string {
  if (cell === null) return '';
  if ('number' in cell) return cellText(cell).replaceAll(/\s/g, ''); // a group of thousands would make it a text
  return csvText(cellText(cell));
}
