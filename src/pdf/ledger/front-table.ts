import { mm, type Sheet } from '../sheet';
import { textWidth } from '../text-width';
import { wrapText } from '../wrap';
import { centredBaseline, type Frame, weight } from './paper';
import { drawInBox } from './text-box';

/** A column of a table on the first pages; `share` of the width, the shares of a table sum up to 1. */
export type FrontColumn = { title: string; share: number; align: 'left' | 'centre' };

/** A table with its texts broken into lines. `late` texts are known only when the whole set is laid out. */
export type FrontTable = {
  title: string;
  columns: readonly FrontColumn[];
  rows: { cells: FrontCell[]; height: number }[];
  size: number;
};

type FrontCell = { lines: string[]; scale: number };

export const frontHeadHeight = 6;
export const frontTitleHeight = 8;
const empty: FrontCell = { lines: [], scale: 1 };
const leastScale = 0.85;
const headRule = { size: 9, minSize: 6, minScale: 0.75, lead: 1.1 };

/** Millimetres from line to line. */
const leadOf = (size: number) => size * 0.4;

/** Breaks the texts of a table; each row is as high as its longest cell, at least `pitch` millimetres. */
export function frontTable(
  title: string,
  columns: readonly FrontColumn[],
  texts: readonly (readonly string[])[],
  size: number,
  pitch: number,
  width: number,
): FrontTable {
  const rows = texts.map((row) => {
    const cells = columns.map(({ share }, i) => frontCell(row[i] ?? '', size, (share * width - 2) * mm));
    const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
    return { cells, height: Math.max(pitch, lines * leadOf(size) + (lines > 1 ? 1.2 : 0.5)) };
  });
  return { title, columns, rows, size };
}

/** One line, narrowed a little where that spares a second. */
function frontCell(text: string, size: number, width: number): FrontCell {
  const wide = textWidth(text, 'regular', size);
  if (!text.includes('\n') && wide * leastScale <= width) return { lines: [text], scale: Math.min(1, width / wide) };
  return { lines: wrapText(text, 'regular', size, width), scale: 1 };
}

export function tableHeight({ rows }: FrontTable): number {
  return frontTitleHeight + frontHeadHeight + rows.reduce((sum, { height }) => sum + height, 0);
}

/** How many rows from `start` on stand on `room` millimetres under title and head; at least one. */
export function rowsThatFit({ rows }: FrontTable, start: number, room: number): number {
  let used = frontTitleHeight + frontHeadHeight;
  let end = start;
  for (; end < rows.length; end++) {
    used += rows[end]?.height ?? 0;
    if (used > room && end > start) break;
  }
  return end - start;
}

/** Draws rows `from` … `to - 1` under the table's title and head; `known` supplies texts of late columns. */
export function drawFrontTable(
  sheet: Sheet,
  frame: Frame,
  table: FrontTable,
  { top, from, to, title }: { top: number; from: number; to: number; title: string },
  known: (row: number, column: number) => string | undefined = () => undefined,
): void {
  sheet.textCentre(frame.left + frame.width / 2, top + 5.4, title, 'bold', 11);
  const edges = [0];
  for (const { share } of table.columns) edges.push((edges.at(-1) ?? 0) + share * frame.width);
  const head = top + frontTitleHeight;
  const column = (i: number) => ({ x: frame.left + (edges[i] ?? 0), width: (edges[i + 1] ?? 0) - (edges[i] ?? 0) });
  table.columns.forEach((entry, i) => {
    const { x, width } = column(i);
    drawInBox(
      sheet,
      entry.title,
      'regular',
      { x: x + 0.6, y: head, width: width - 1.2, height: frontHeadHeight },
      headRule,
    );
  });
  let y = head + frontHeadHeight;
  for (let index = from; index < to; index++) {
    const row = table.rows[index];
    if (!row) continue;
    table.columns.forEach((entry, i) => {
      const late = known(index, i);
      drawLines(
        sheet,
        late === undefined ? (row.cells[i] ?? empty) : { lines: [late], scale: 1 },
        entry,
        column(i),
        y,
        row.height,
        table.size,
      );
    });
    y += row.height;
    if (index < to - 1) sheet.line(frame.left, y, frame.right, y, weight.thin);
  }
  sheet.box(frame.left, head, frame.width, y - head, weight.thick);
  sheet.line(frame.left, head + frontHeadHeight, frame.right, head + frontHeadHeight, weight.thick);
  for (const edge of edges.slice(1, -1)) sheet.line(frame.left + edge, head, frame.left + edge, y, weight.thin);
}

function drawLines(
  sheet: Sheet,
  { lines, scale }: FrontCell,
  { align }: FrontColumn,
  { x, width }: { x: number; width: number },
  top: number,
  height: number,
  size: number,
): void {
  const first = top + (height - lines.length * leadOf(size)) / 2;
  lines.forEach((line, i) => {
    const baseline = centredBaseline(first + (i + 0.5) * leadOf(size), size);
    if (align === 'left') sheet.text(x + 1, baseline, line, 'regular', size, scale);
    else sheet.textCentre(x + width / 2, baseline, line, 'regular', size, scale);
  });
}
