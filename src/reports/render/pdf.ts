import type { Readable } from 'node:stream';
import type { PaperBlock } from '@/pdf/report/paper-document';
import { renderPaper } from '@/pdf/report/render-paper';
import { cellText } from '../cell-text';
import type { ReportBlock, ReportDocument, ReportRow } from '../document';

/** The report as a PDF stream: the blocks' words and formatted cells, laid out by `src/pdf`. */
export function reportPdf(document: ReportDocument, signal: AbortSignal): Readable {
  const { title, subtitle, organisation, asOf, createdAt, paper, blocks } = document;
  return renderPaper(
    { ...{ title, subtitle, organisation, createdAt }, ...paper, foot: asOf, blocks: blocks.map(paperBlock) },
    signal,
  );
}

function paperBlock(block: ReportBlock): PaperBlock {
  switch (block.kind) {
    case 'keyValues':
      return { kind: 'keyValues', items: block.items.map(({ label, value }) => ({ label, value: cellText(value) })) };
    case 'table':
      return { ...block, rows: block.rows.map(paperRow), totals: block.totals.map(paperRow) };
    default:
      return block;
  }
}

const paperRow = (row: ReportRow) => row.map((cell) => ({ text: cellText(cell), strong: cell?.strong ?? false }));
