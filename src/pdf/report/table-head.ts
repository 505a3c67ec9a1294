import { fitBox } from '../fit';
import { centredBaseline, weight } from '../ledger/paper';
import { drawInBox } from '../ledger/text-box';
import { mm, type Sheet } from '../sheet';
import { textWidth } from '../text-width';
import type { Piece } from './flow';
import type { Panel } from './panels';
import type { PaperColumn } from './paper-document';

const rule = { size: 8.5, minSize: 6, minScale: 0.75, lead: 1.08 };
const groupHeight = 5.4;
const plainHeight = 6.5;
const tallest = 30;

/** The head of a panel: groups above, titles below, long titles of narrow columns written upwards. */
export function headPiece(columns: readonly PaperColumn[], { places, widths }: Panel): Piece {
  const shown = places.flatMap((place, at) => {
    const column = columns[place];
    return column ? [{ column, width: widths[at] ?? 0 }] : [];
  });
  const upper = shown.some(({ column }) => column.group) ? groupHeight : 0;
  const lower = Math.max(plainHeight, ...shown.map(({ column, width }) => (column.rotated ? risen(column, width) : 0)));
  return {
    height: upper + lower,
    draw(sheet, { left, top }) {
      let x = left;
      shown.forEach(({ column, width }, at) => {
        const y = column.group ? top + upper : top;
        drawTitle(sheet, column, { x, y, width, height: top + upper + lower - y });
        const before = shown[at - 1]?.column.group?.title;
        if (column.group && column.group.title !== before) {
          const span = groupWidth(shown, at);
          const words =
            textWidth(column.group.title, 'regular', rule.minSize) / mm > span * 1.8
              ? column.group.short
              : column.group.title;
          drawInBox(sheet, words, 'regular', { x: x + 0.3, y: top, width: span - 0.6, height: upper }, rule);
          sheet.box(x, top, span, upper, weight.thin);
        }
        sheet.box(x, y, width, top + upper + lower - y, weight.thin);
        x += width;
      });
    },
  };
}

type Shown = { column: PaperColumn; width: number };

function groupWidth(shown: readonly Shown[], from: number): number {
  const title = shown[from]?.column.group?.title;
  let sum = 0;
  for (let at = from; shown[at]?.column.group?.title === title && at < shown.length; at += 1)
    sum += shown[at]?.width ?? 0;
  return sum;
}

/** How high a title must stand when it may break into as many lines as its column is wide. */
function risen({ title }: PaperColumn, width: number): number {
  const lines = Math.max(1, Math.floor((width * mm) / (rule.size * rule.lead)));
  const wide = textWidth(title, 'regular', rule.size) / mm;
  return Math.min(tallest, (lines === 1 ? wide : (wide / lines) * 1.3) + 3);
}

function drawTitle(
  sheet: Sheet,
  column: PaperColumn,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
): void {
  if (!column.rotated) {
    drawInBox(sheet, column.title, 'regular', { x: x + 0.4, y, width: width - 0.8, height }, rule);
    return;
  }
  const { lines, size, scale } = fitBox(column.title, 'regular', (height - 2) * mm, (width - 0.4) * mm, rule);
  const lead = (size * rule.lead) / mm;
  lines.forEach((line, at) => {
    const middle = x + width / 2 + (at - (lines.length - 1) / 2) * lead;
    sheet.textUp(centredBaseline(middle, size), y + height - 1.2, line, 'regular', size, scale);
  });
}
