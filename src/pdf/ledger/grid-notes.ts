import { type Fitted, fitBox } from '../fit';
import { mm } from '../sheet';
import { wrapText } from '../wrap';
import type { LedgerBook, LedgerClosure, LedgerCourse } from './book';
import { type GridPage, gridType } from './grid-types';

/** Millimetres under which a closed span cannot hold words. */
const leastSpan = 11;

/** A closed span cut to the lessons of a page, or null when it lies outside. */
export function visibleSpan(closure: LedgerClosure, slice: { from: number; to: number }) {
  const from = Math.max(closure.from, slice.from);
  const to = Math.min(closure.to, slice.to - 1);
  return from <= to ? { from, to, columns: to - from + 1 } : null;
}

/** The reason set into its closed span of `width` × `height` millimetres, or null when the span is too small for it. */
export function closureWords(reason: string, width: number, height: number): Fitted | null {
  if (width < leastSpan) return null;
  const rule = { size: 9, minSize: 6.5, minScale: 0.78, lead: 1.05 };
  const fitted = fitBox(reason, 'italic', (width - 4) * mm, (height - 0.6) * mm, rule);
  return fitted.size >= rule.minSize && fitted.scale >= rule.minScale - 0.01 ? fitted : null;
}

/** Legend of a grid page; reasons that do not fit into their spans follow in words, so that none is lost. */
export function legendText(book: LedgerBook, course: LedgerCourse, notes: readonly string[]): string {
  return [book.legend, course.resultText, ...notes].filter((part) => part !== '').join(' ');
}

/** «№ 8: академический отпуск.» for each closed span that this page shows without words. */
export function unshownReasons({ course, layout, slice }: GridPage): string[] {
  return closureNotes(course, slice, (closure) => {
    const span = visibleSpan(closure, slice);
    return span !== null && !closureWords(closure.reason, span.columns * layout.columns.dateWidth, layout.pitch);
  });
}

/** A note for each closed span of the rows for which `chosen` holds. */
export function closureNotes(
  course: LedgerCourse,
  rows: { rowFrom: number; rowTo: number },
  chosen: (closure: LedgerClosure) => boolean,
): string[] {
  return course.rows
    .slice(rows.rowFrom, rows.rowTo)
    .flatMap((row) => row.closures.filter(chosen).map(({ reason }) => `№ ${row.no}: ${reason}.`));
}

/** The legend broken into lines of `width` millimetres. */
export function legendLines(text: string, width: number): string[] {
  return text === '' ? [] : wrapText(text, 'regular', gridType.legendSize, width * mm);
}
