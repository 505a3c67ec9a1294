import type { Sheet } from '../sheet';
import type { LedgerRow } from './book';
import { monthBands } from './grid-head';
import { visibleSpan } from './grid-notes';
import { type GridPage, gridType } from './grid-types';
import { paper, weight } from './paper';

type Edges = { left: number; dates: number; used: number; sums: number; right: number; bottom: number; end: number };

/** All lines of a grid page: frame, head, rows (heavier after each fifth), columns (heavier between months). */
export function drawGridRules(sheet: Sheet, page: GridPage, totals: number): void {
  const { layout, slice, frame } = page;
  const { columns, pitch } = layout;
  const rows = slice.rowTo - slice.rowFrom;
  const bottom = paper.bodyTop + rows * pitch;
  const dates = frame.left + columns.dates;
  const edges: Edges = {
    left: frame.left,
    dates,
    used: dates + (slice.to - slice.from) * columns.dateWidth,
    sums: frame.left + columns.sums[0],
    right: frame.right,
    bottom,
    end: bottom + totals * gridType.totalHeight,
  };
  sheet.box(edges.left, paper.tableTop, frame.width, edges.end - paper.tableTop, weight.thick);
  drawHeadRules(sheet, edges);
  drawRowRules(sheet, edges, rows, pitch, totals);
  drawColumnRules(sheet, page, edges);
  if (edges.sums - edges.used > 0.1) sheet.line(edges.used, edges.bottom, edges.sums, paper.bodyTop, weight.thin);
}

function drawHeadRules(sheet: Sheet, { left, dates, used, sums, right }: Edges): void {
  const months = paper.tableTop + paper.headRows[0];
  const days = months + paper.headRows[1];
  sheet.line(dates, months, used, months, weight.thin);
  sheet.line(sums, months, right, months, weight.thin);
  sheet.line(dates, days, used, days, weight.thin);
  sheet.line(left, paper.bodyTop, right, paper.bodyTop, weight.thick);
}

function drawRowRules(
  sheet: Sheet,
  { left, used, sums, right, bottom }: Edges,
  rows: number,
  pitch: number,
  totals: number,
): void {
  for (let i = 1; i < rows; i++) {
    const y = paper.bodyTop + i * pitch;
    acrossUnused(sheet, left, used, sums, right, y, i % 5 === 0 ? weight.thick : weight.thin);
  }
  for (let i = 0; i < totals; i++) {
    const y = bottom + i * gridType.totalHeight;
    if (i === 0) sheet.line(left, y, right, y, weight.thick);
    else acrossUnused(sheet, left, used, sums, right, y, weight.thin);
  }
}

/** A rule over the table that leaves out the columns without lessons. */
function acrossUnused(
  sheet: Sheet,
  left: number,
  used: number,
  sums: number,
  right: number,
  y: number,
  thickness: number,
): void {
  const gap = sums - used > 0.1;
  sheet.line(left, y, gap ? used : right, y, thickness);
  if (gap) sheet.line(sums, y, right, y, thickness);
}

function drawColumnRules(sheet: Sheet, page: GridPage, { left, dates, used, sums, bottom, end }: Edges): void {
  const { course, layout, slice } = page;
  const { columns } = layout;
  const months = paper.tableTop + paper.headRows[0];
  sheet.line(left + columns.name, paper.tableTop, left + columns.name, bottom, weight.thin);
  sheet.line(dates, paper.tableTop, dates, end, weight.thick);
  sheet.line(sums, paper.tableTop, sums, end, weight.thick);
  for (const edge of columns.sums.slice(1)) sheet.line(left + edge, months, left + edge, end, weight.thin);
  if (sums - used > 0.1) sheet.line(used, paper.tableTop, used, end, weight.thick);
  const monthEnds = new Set(monthBands(course.lessons.slice(slice.from, slice.to)).map(({ to }) => to));
  const rows = course.rows.slice(slice.rowFrom, slice.rowTo);
  for (let i = 1; i < slice.to - slice.from; i++) {
    const x = dates + i * columns.dateWidth;
    const thickness = monthEnds.has(i) ? weight.thick : weight.thin;
    sheet.line(x, monthEnds.has(i) ? paper.tableTop : months, x, paper.bodyTop, thickness);
    drawOpenParts(sheet, page, rows, slice.from + i, x, thickness);
    if (end > bottom) sheet.line(x, bottom, x, end, thickness);
  }
}

/** The line between lesson `index - 1` and `index` down the rows, broken where a closed span covers both. */
function drawOpenParts(
  sheet: Sheet,
  { layout, slice }: GridPage,
  rows: readonly LedgerRow[],
  index: number,
  x: number,
  thickness: number,
): void {
  let start = 0;
  const draw = (to: number) => {
    if (to > start)
      sheet.line(x, paper.bodyTop + start * layout.pitch, x, paper.bodyTop + to * layout.pitch, thickness);
  };
  rows.forEach((row, i) => {
    const covered = row.closures.some((closure) => {
      const span = visibleSpan(closure, slice);
      return span !== null && span.from < index && span.to >= index && !row.cells[index] && !row.cells[index - 1];
    });
    if (!covered) return;
    draw(i);
    start = i + 1;
  });
  draw(rows.length);
}
