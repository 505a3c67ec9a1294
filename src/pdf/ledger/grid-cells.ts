import type { Sheet } from '../sheet';
import { mm } from '../sheet';
import { textWidth } from '../text-width';
import type { LedgerRow, LedgerTotal } from './book';
import { closureWords, visibleSpan } from './grid-notes';
import { type GridPage, gridType } from './grid-types';
import { drawFitted, drawInBox } from './text-box';

const cellRule = { size: 10.5, minSize: 6, minScale: 0.55, lead: 1 };
const nameRule = { size: 10, minSize: 6.5, minScale: 0.8, lead: 1.08 };
const numberRule = { size: 8.5, minSize: 5, minScale: 0.6, lead: 1 };
const totalRule = { size: 9, minSize: 5, minScale: 0.5, lead: 1 };
const hatchStep = 2.3;

/** One student's row, its upper edge at `top` millimetres: number, name, cells, closed spans, sums. */
export function drawRow(sheet: Sheet, page: GridPage, row: LedgerRow, top: number): void {
  const { layout, slice, frame } = page;
  const { columns, pitch } = layout;
  drawInBox(
    sheet,
    row.no,
    'regular',
    { x: frame.left + 0.4, y: top, width: columns.name - 0.8, height: pitch },
    numberRule,
  );
  const nameBox = {
    x: frame.left + columns.name + 1.2,
    y: top,
    width: columns.dates - columns.name - 1.8,
    height: pitch,
  };
  drawInBox(sheet, row.name, 'regular', nameBox, nameRule, 'left');
  for (const closure of row.closures) {
    const span = visibleSpan(closure, slice);
    if (span) drawClosure(sheet, page, row, span, closure.reason, top);
  }
  for (let i = slice.from; i < slice.to; i++) {
    const cell = row.cells[i];
    if (!cell) continue;
    const x = frame.left + columns.dates + (i - slice.from) * columns.dateWidth;
    const box = { x: x + 0.35, y: top + 0.2, width: columns.dateWidth - 0.7, height: pitch - 0.4 };
    drawInBox(sheet, cell.text, cell.bold ? 'bold' : 'regular', box, cellRule);
    if (cell.late) sheet.corner(x + columns.dateWidth, top, 1.4);
  }
  drawSums(sheet, page, row, top, pitch, cellRule);
}

/** One row of sums under the grid. */
export function drawTotal(sheet: Sheet, page: GridPage, total: LedgerTotal, top: number): void {
  const { layout, slice, frame } = page;
  const { columns } = layout;
  const height = gridType.totalHeight;
  const room = columns.dates - 3;
  const scale = Math.min(1, (room * mm) / textWidth(total.label, 'regular', 9));
  sheet.textRight(frame.left + columns.dates - 1.5, top + height / 2 + 1.05, total.label, 'regular', 9, scale);
  for (let i = slice.from; i < slice.to; i++) {
    const x = frame.left + columns.dates + (i - slice.from) * columns.dateWidth;
    drawInBox(
      sheet,
      total.cells[i] ?? '',
      'regular',
      { x: x + 0.25, y: top, width: columns.dateWidth - 0.5, height },
      totalRule,
    );
  }
  drawSums(sheet, page, total, top, height, totalRule);
}

type Sums = { missed: string; average: string; grade: string };

function drawSums(
  sheet: Sheet,
  { layout, frame }: GridPage,
  sums: Sums,
  y: number,
  height: number,
  rule: typeof cellRule,
): void {
  const { columns } = layout;
  const edges = [...columns.sums, columns.right];
  const texts = [sums.missed, sums.average, sums.grade];
  texts.forEach((text, i) => {
    const [from, to] = [edges[i] ?? 0, edges[i + 1] ?? 0];
    const box = { x: frame.left + from + 0.4, y, width: to - from - 0.8, height };
    drawInBox(sheet, text, i === 2 ? 'bold' : 'regular', box, rule);
  });
}

/** Hatches the empty cells of a closed span and sets the reason into it; a cell that holds something stays readable. */
function drawClosure(
  sheet: Sheet,
  { layout, slice, frame }: GridPage,
  row: LedgerRow,
  span: { from: number; to: number; columns: number },
  reason: string,
  top: number,
): void {
  const { columns, pitch } = layout;
  const left = frame.left + columns.dates + (span.from - slice.from) * columns.dateWidth;
  const width = span.columns * columns.dateWidth;
  sheet.hatch(left, top, width, pitch, hatchStep);
  for (let i = span.from; i <= span.to; i++) {
    const x = left + (i - span.from) * columns.dateWidth;
    if (row.cells[i]) sheet.ground(x, top, columns.dateWidth, pitch);
  }
  const words = closureWords(reason, width, pitch);
  if (!words) return;
  const widest = Math.max(...words.lines.map((line) => textWidth(line, 'italic', words.size))) * (words.scale / mm);
  const height = words.lines.length * words.size * 0.37;
  sheet.ground(left + 1.2, top + (pitch - height) / 2, widest + 1.6, height);
  drawFitted(sheet, words, 'italic', left + 2, top + pitch / 2, 1.05, 'left');
}
