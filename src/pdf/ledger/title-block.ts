import type { Sheet } from '../sheet';
import type { LedgerBook } from './book';
import { drawField, drawGroupFields, labelWidth } from './field';
import type { Frame } from './paper';
import { drawInBox } from './text-box';

const organisationRule = { size: 10.5, minSize: 7, minScale: 0.8, lead: 1.15 };
const nameRule = { size: 12, minSize: 8, minScale: 0.8, lead: 1.15 };
const titleRule = { size: 21, minSize: 12, minScale: 0.85, lead: 1.15 };
const coverRule = { size: 30, minSize: 14, minScale: 0.85, lead: 1.2 };
const subtitleRule = { size: 12, minSize: 8, minScale: 0.8, lead: 1.15 };

/** Millimetres of the title when contents and group list share the first page with it. */
export const compactTitle = { top: 17, bottom: 65 } as const;

/** Organisation, title and the group's lines at the top of the first page. */
export function drawCompactTitle(sheet: Sheet, book: LedgerBook, frame: Frame): void {
  drawOrganisation(sheet, book, frame, compactTitle.top, 5);
  const wide = { x: frame.left, width: frame.width };
  drawInBox(sheet, book.documentTitle, 'bold', { ...wide, y: 29, height: 9.5 }, titleRule);
  drawInBox(sheet, book.subtitle, 'regular', { ...wide, y: 38.5, height: 6 }, subtitleRule);
  drawFacts(sheet, book, frame, 52, 7.5);
}

/** The title alone on its page. */
export function drawCover(sheet: Sheet, book: LedgerBook, frame: Frame): void {
  drawOrganisation(sheet, book, frame, 34, 7);
  const wide = { x: frame.left + 5, width: frame.width - 10 };
  drawInBox(sheet, book.documentTitle, 'bold', { ...wide, y: 100, height: 26 }, coverRule);
  drawInBox(sheet, book.subtitle, 'regular', { ...wide, y: 126, height: 10 }, { ...subtitleRule, size: 14 });
  drawFacts(sheet, book, frame, 160, 11);
}

function drawOrganisation(sheet: Sheet, book: LedgerBook, frame: Frame, top: number, step: number): void {
  book.organisation.forEach((line, i) => {
    const last = i === book.organisation.length - 1;
    const box = { x: frame.left, y: top + i * step, width: frame.width, height: step };
    drawInBox(sheet, line, last ? 'bold' : 'regular', box, last ? nameRule : organisationRule);
  });
}

function drawFacts(sheet: Sheet, book: LedgerBook, frame: Frame, top: number, step: number): void {
  const { labels } = book;
  drawGroupFields(sheet, book, frame, top);
  const yearEnd = frame.left + labelWidth(labels.academicYear) + 28;
  drawField(sheet, { x: frame.left, right: yearEnd, baseline: top + step }, labels.academicYear, book.academicYear);
  const period = { x: yearEnd + 3, right: frame.right, baseline: top + step };
  drawField(sheet, period, labels.interval, book.interval, { face: 'regular', size: 10.5 });
}
