import { mm, type Sheet } from '../sheet';
import { textWidth } from '../text-width';
import type { LedgerLesson } from './book';
import type { GridPage } from './grid-types';
import { paper } from './paper';
import { drawInBox } from './text-box';

const headRule = { size: 9, minSize: 6, minScale: 0.75, lead: 1.15 };
const monthRule = { size: 9, minSize: 5, minScale: 0.6, lead: 1 };
const dayRule = { size: 11, minSize: 6, minScale: 0.6, lead: 1 };
const typeRule = { size: 7.5, minSize: 4.5, minScale: 0.6, lead: 1 };
const sumRule = { size: 7.5, minSize: 5, minScale: 0.72, lead: 1.13 };

type MonthBand = { label: string; short: string; from: number; to: number };

/** Neighbouring lessons of one month: columns `from` … `to - 1` of the page. */
export function monthBands(lessons: readonly LedgerLesson[]): MonthBand[] {
  const bands: MonthBand[] = [];
  lessons.forEach(({ month, shortMonth }, i) => {
    const last = bands.at(-1);
    if (last?.label === month) last.to = i + 1;
    else bands.push({ label: month, short: shortMonth ?? month, from: i, to: i + 1 });
  });
  return bands;
}

/** Head of the grid: № · name · months over days over types · the sums. */
export function drawGridHead(sheet: Sheet, { book, course, layout, slice, frame }: GridPage): void {
  const { columns } = layout;
  const [monthRow, dayRow, typeRow] = paper.headRows;
  const top = paper.tableTop;
  const height = paper.bodyTop - top;
  const { left } = frame;
  drawInBox(sheet, book.labels.no, 'regular', { x: left, y: top, width: columns.name, height }, headRule);
  const nameWidth = columns.dates - columns.name;
  drawInBox(
    sheet,
    book.labels.studentName,
    'regular',
    { x: left + columns.name + 1, y: top, width: nameWidth - 2, height },
    headRule,
  );
  const lessons = course.lessons.slice(slice.from, slice.to);
  for (const { label, short, from, to } of monthBands(lessons)) {
    const width = (to - from) * columns.dateWidth - 0.6;
    const shown = textWidth(label, 'regular', monthRule.size) * 0.8 > width * mm ? short : label;
    const x = left + columns.dates + from * columns.dateWidth + 0.3;
    drawInBox(sheet, shown, 'regular', { x, y: top, width, height: monthRow }, monthRule);
  }
  const [missed, average, grade] = columns.sums;
  const band = { x: left + missed + 0.4, y: top, width: columns.right - missed - 0.8, height: monthRow };
  drawInBox(sheet, book.periodLabel, 'regular', band, monthRule);
  lessons.forEach((lesson, i) => {
    const x = left + columns.dates + i * columns.dateWidth;
    const box = { x: x + 0.4, y: top + monthRow, width: columns.dateWidth - 0.8, height: dayRow };
    const raised = lesson.substituted ? 0.9 : 0;
    drawInBox(sheet, lesson.day, 'regular', { ...box, width: box.width - raised }, dayRule);
    if (lesson.substituted) {
      sheet.textRight(x + columns.dateWidth - 0.2, top + monthRow + 3, book.labels.substituteSign, 'regular', 7);
    }
    if (lesson.late) sheet.corner(x + columns.dateWidth, top + monthRow, 1.4);
    drawInBox(sheet, lesson.type, 'regular', { ...box, y: top + monthRow + dayRow, height: typeRow }, typeRule);
  });
  const sums = [
    [book.labels.missed, missed, average],
    [book.labels.average, average, grade],
    [course.gradeLabel, grade, columns.right],
  ] as const;
  for (const [label, from, to] of sums) {
    const box = { x: left + from + 0.4, y: top + monthRow, width: to - from - 0.8, height: dayRow + typeRow };
    drawInBox(sheet, label, 'regular', box, sumRule);
  }
}
