import { weight } from '../ledger/paper';
import { drawOnLine } from '../ledger/text-box';
import { mm } from '../sheet';
import { wrapText } from '../wrap';
import type { Piece } from './flow';
import type { PaperBlock, PaperDocument } from './paper-document';
import { tablePieces } from './table-pieces';

const space = (height: number): Piece => ({ height, draw: () => undefined });

/** The name of the paper, above everything. */
export function titlePieces({ organisation, title, subtitle }: PaperDocument): Piece[] {
  const line = (text: string, face: 'regular' | 'bold', size: number, height: number): Piece => ({
    height: text === '' ? 0 : height,
    draw: (sheet, { left, top, width }) => sheet.textCentre(left + width / 2, top + height * 0.75, text, face, size),
  });
  return [
    line(organisation, 'regular', 9, 4.2),
    line(title, 'bold', 13, 6),
    line(subtitle, 'regular', 10, 4.8),
    space(1),
  ];
}

/** A block as pieces; `pitch`: least height of a table's row. */
export function blockPieces(block: PaperBlock, width: number, pitch: number): Piece[] {
  switch (block.kind) {
    case 'heading':
      return [space(2), ...lines(block.text, 'bold', 11, 5.4, width, 12)];
    case 'paragraph':
      return lines(block.text, 'regular', 10, 4.5, width);
    case 'note':
      return lines(block.text, 'italic', 8.5, 3.9, width);
    case 'keyValues':
      return lines(block.items.map(({ label, value }) => `${label}: ${value}`).join(';  '), 'regular', 8.5, 4.2, width);
    case 'table':
      return tablePieces(block, width, pitch);
    case 'signatures':
      return [space(1.5), ...block.items.map(signature)];
    case 'pageBreak':
      return [{ ...space(0), breakBefore: true }];
  }
}

function lines(
  text: string,
  face: 'regular' | 'bold' | 'italic',
  size: number,
  lead: number,
  width: number,
  keep = 0,
): Piece[] {
  return wrapText(text, face, size, width * mm).map((line) => ({
    height: lead,
    keep,
    draw: (sheet, { left, top }) => sheet.text(left, top + lead * 0.75, line, face, size),
  }));
}

const rule = { size: 10, minSize: 7.5, minScale: 0.8, lead: 1.08 };

/** Role, a line for the hand, name, date. */
function signature({ role, name }: { role: string; name: string }): Piece {
  return {
    height: 6.6,
    draw(sheet, { left, top }) {
      const base = top + 4.8;
      drawOnLine(sheet, role, 'regular', { x: left, baseline: base, width: 58, height: 6 }, rule);
      sheet.line(left + 60, base + 0.6, left + 92, base + 0.6, weight.rule);
      if (name === '') sheet.line(left + 95, base + 0.6, left + 130, base + 0.6, weight.rule);
      drawOnLine(sheet, name, 'regular', { x: left + 95, baseline: base, width: 38, height: 6 }, rule);
      sheet.text(left + 135, base, '«___» ____________ 20___ г.', 'regular', 9, 0.78);
    },
  };
}
