import type { Sheet } from '../sheet';
import { type Block, drawBlocks, paragraph, signatureBlock, space } from './blocks';
import type { LedgerBook, LedgerClosing } from './book';
import { fillLabel } from './labels';
import { type Frame, paper } from './paper';

const top = 24;

/** The last pages of the set: what it holds and who answers for it. `total` is read when the pages are drawn. */
export function closingPages(book: LedgerBook, closing: LedgerClosing, width: number, total: () => number) {
  const measured = closingBlocks(book, closing, width, 9999);
  const counts: number[] = [];
  let used = 0;
  let start = 0;
  measured.forEach(({ height }, i) => {
    if (used + height > paper.bodyBottom - top && i > start) {
      counts.push(i);
      start = i;
      used = 0;
    }
    used += height;
  });
  counts.push(measured.length);
  return counts.map((end, i) => (sheet: Sheet, frame: Frame) => {
    drawBlocks(sheet, frame, top, closingBlocks(book, closing, width, total()).slice(counts[i - 1] ?? 0, end));
  });
}

function closingBlocks(book: LedgerBook, closing: LedgerClosing, width: number, pages: number): Block[] {
  const title: Block = {
    height: 12,
    draw: (sheet, frame, y) => sheet.textCentre(frame.left + frame.width / 2, y + 6, closing.title, 'bold', 14),
  };
  const lines = closing.lines.flatMap((line) => paragraph([{ text: fillLabel(line, { pages }) }], 11, 6, width));
  return [title, ...lines, space(6), ...closing.signatures.map((signature) => signatureBlock(signature, book.labels))];
}
