import type { FaceName } from '../fonts';
import { mm, type Sheet } from '../sheet';
import { textWidth } from '../text-width';
import type { LedgerBook, LedgerCourse } from './book';
import { type Frame, paper, weight } from './paper';
import { drawOnLine } from './text-box';

const gap = 2;

/** A labelled line of the form, `x` to `right` millimetres: small label, then the value over a rule, fitted to what is left. */
export function drawField(
  sheet: Sheet,
  { x, right, baseline }: { x: number; right: number; baseline: number },
  label: string,
  value: string,
  { face, size }: { face: FaceName; size: number } = { face: 'bold', size: 11 },
): void {
  sheet.text(x, baseline, label, 'regular', 9);
  const start = x + labelWidth(label);
  const rule = { size, minSize: 7, minScale: 0.8, lead: 1.06 };
  drawOnLine(sheet, value, face, { x: start, baseline, width: right - start, height: 6.4 }, rule);
  sheet.line(start, baseline + 1.1, right, baseline + 1.1, weight.rule);
}

/** Millimetres that a label takes before its rule. */
export function labelWidth(label: string): number {
  return textWidth(label, 'regular', 9) / mm + gap;
}

/** The second line of the form: group, year of study and programme, as far as the institution has them. */
export function drawGroupFields(sheet: Sheet, book: LedgerBook, frame: Frame, baseline: number): void {
  const { labels, group, yearOfStudy, programme } = book;
  const end = (x: number, label: string, width: number, last: boolean) =>
    last ? frame.right : x + labelWidth(label) + width;
  let x: number = frame.left;
  let right = end(x, labels.group, 24, yearOfStudy === '' && programme === '');
  drawField(sheet, { x, right, baseline }, labels.group, group);
  if (yearOfStudy !== '') {
    x = right + 3;
    right = end(x, labels.yearOfStudy, 6, programme === '');
    drawField(sheet, { x, right, baseline }, labels.yearOfStudy, yearOfStudy);
  }
  if (programme === '') return;
  drawField(sheet, { x: right + 3, right: frame.right, baseline }, labels.programme, programme, {
    face: 'regular',
    size: 9.5,
  });
}

/** What stands before a course's title. */
export function courseHead({ labels }: LedgerBook, { head }: LedgerCourse): string {
  return head ?? labels.course;
}

/** «Наименование дисциплины» over the group's line: the head of a course's left page. */
export function drawCourseFields(sheet: Sheet, book: LedgerBook, course: LedgerCourse, frame: Frame): void {
  const [first, second] = paper.fieldBaselines;
  drawField(sheet, { x: frame.left, right: frame.right, baseline: first }, courseHead(book, course), course.title);
  drawGroupFields(sheet, book, frame, second);
}
