import { centredBaseline, weight } from '../ledger/paper';
import { drawInBox } from '../ledger/text-box';
import { mm, type Sheet } from '../sheet';
import { textWidth } from '../text-width';
import { wrapText } from '../wrap';
import type { Piece } from './flow';
import { type Panel, panelsOf } from './panels';
import type { PaperCell, PaperColumn, PaperTable } from './paper-document';
import { headPiece } from './table-head';

/** A table as pieces: for each panel its title, its head, its rows. `pitch`: least height of a row in millimetres. */
export function tablePieces(table: PaperTable, width: number, pitch: number): Piece[] {
  const panels = panelsOf(table.columns, width);
  return panels.flatMap((panel, index) => {
    const head = headPiece(table.columns, panel);
    const rows = [
      ...table.rows.map((row) => rowPiece(row, table.columns, panel, pitch, false)),
      ...table.totals.map((row) => rowPiece(row, table.columns, panel, pitch, true)),
    ].map((piece) => ({ ...piece, head }));
    const continued = index > 0;
    const title = continued ? [table.title, 'продолжение'].filter(Boolean).join(', ') : table.title;
    const first = rows[0]?.height ?? 0;
    // A part that goes on beside its table is not torn where a page can hold it.
    const keep = continued ? rows.reduce((sum, { height }) => sum + height, 0) : first;
    const above: Piece[] = title === '' ? [] : [titlePiece(title, head.height + keep)];
    return [...above, { ...head, keep: first }, ...rows];
  });
}

const titlePiece = (title: string, keep: number): Piece => ({
  height: 6,
  keep,
  draw: (sheet, { left, top }) => sheet.text(left, top + 4.4, title, 'bold', 10.5),
});

/** Type that a row of this height holds, in points. */
const sizeOf = (pitch: number) => Math.min(10, Math.round(pitch * mm * 0.84 * 2) / 2);

function rowPiece(
  row: readonly PaperCell[],
  columns: readonly PaperColumn[],
  { places, widths }: Panel,
  pitch: number,
  total: boolean,
): Piece {
  const size = sizeOf(pitch);
  const cells = places.map((place, at) => {
    const { text, strong } = row[place] ?? { text: '', strong: false };
    const [width, bold] = [widths[at] ?? 0, strong || total];
    const left = columns[place]?.align === 'left';
    return {
      text,
      width,
      face: bold ? ('bold' as const) : ('regular' as const),
      lines: left ? linesOf(text, size, width) : null,
    };
  });
  const most = Math.max(1, ...cells.map(({ lines }) => lines?.length ?? 1));
  const height = most === 1 ? pitch : Math.max(pitch, (most * size * 1.12) / mm + 0.8);
  return {
    height,
    draw(sheet, { left, top }) {
      let x = left;
      for (const { text, width, face, lines } of cells) {
        if (lines) drawLines(sheet, lines, { x, top, width, height, size, face });
        else {
          const rule = { size, minSize: 5.5, minScale: 0.7, lead: 1.05 };
          drawInBox(sheet, text, face, { x: x + 0.3, y: top, width: width - 0.6, height }, rule);
        }
        sheet.box(x, top, width, height, weight.thin);
        x += width;
      }
    },
  };
}

const leastScale = 0.8;

/** One line, narrowed a little where that spares a second. */
function linesOf(text: string, size: number, width: number): string[] {
  const room = (width - 1.6) * mm;
  if (!text.includes('\n') && textWidth(text, 'regular', size) * leastScale <= room) return [text];
  return wrapText(text, 'regular', size, room);
}

type Line = { x: number; top: number; width: number; height: number; size: number; face: 'regular' | 'bold' };

function drawLines(sheet: Sheet, lines: readonly string[], { x, top, width, height, size, face }: Line): void {
  const lead = (size * 1.12) / mm;
  const first = top + height / 2 - ((lines.length - 1) / 2) * lead;
  lines.forEach((line, at) => {
    const scale = Math.min(1, ((width - 1.4) * mm) / Math.max(1, textWidth(line, face, size)));
    sheet.text(x + 0.8, centredBaseline(first + at * lead, size), line, face, size, scale);
  });
}
