import type { Sheet } from '../sheet';
import { drawCourseFields } from './field';
import { drawRow, drawTotal } from './grid-cells';
import { drawGridHead } from './grid-head';
import { legendLines, legendText, unshownReasons } from './grid-notes';
import { drawGridRules } from './grid-rules';
import { type GridPage, gridType } from './grid-types';
import { paper } from './paper';

/** Left page of a spread: the students and their cells as written, sums, legend. */
export function drawGridPage(sheet: Sheet, page: GridPage): void {
  const { book, course, layout, slice, frame } = page;
  drawCourseFields(sheet, book, course, frame);
  drawGridHead(sheet, page);
  course.rows.slice(slice.rowFrom, slice.rowTo).forEach((row, i) => {
    drawRow(sheet, page, row, paper.bodyTop + i * layout.pitch);
  });
  const bottom = paper.bodyTop + (slice.rowTo - slice.rowFrom) * layout.pitch;
  const totals = totalsOf(page);
  totals.forEach((total, i) => {
    drawTotal(sheet, page, total, bottom + i * gridType.totalHeight);
  });
  drawGridRules(sheet, page, totals.length);
  const end = bottom + totals.length * gridType.totalHeight;
  const legend = legendText(book, course, unshownReasons(page));
  legendLines(legend, frame.width).forEach((line, i) => {
    sheet.text(frame.left, end + 4.2 + i * gridType.legendLead, line, 'regular', gridType.legendSize);
  });
}

/** The sums stand under the last rows of the group only. */
function totalsOf({ course, slice }: GridPage) {
  return slice.rowTo >= course.rows.length ? course.totals : [];
}
