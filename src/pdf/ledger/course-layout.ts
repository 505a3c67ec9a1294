import { courseClosing } from './blocks';
import type { LedgerBook, LedgerCourse } from './book';
import { type GridColumns, gridColumns } from './grid-columns';
import { closureNotes, closureWords, legendLines, legendText } from './grid-notes';
import { type CourseLayout, gridType } from './grid-types';
import { paper } from './paper';
import { layOutSpreads } from './spreads';
import { measureLesson, type TopicRow } from './topic-rows';

/** Measures one course for pages `width` millimetres wide; `breathe` is called after each lesson. */
export async function layOutCourse(
  book: LedgerBook,
  course: LedgerCourse,
  width: number,
  breathe: () => Promise<void>,
): Promise<CourseLayout> {
  const { lessonsPerPage } = book.paper;
  const columns = gridColumns(width, lessonsPerPage);
  const { pitch, chunks } = shareRows(book, course, columns);
  const rows: TopicRow[] = [];
  for (const lesson of course.lessons) {
    rows.push(measureLesson(lesson, width, pitch, book.labels));
    await breathe();
  }
  const spreads = layOutSpreads(rows, lessonsPerPage, pitch, courseClosing(course, book.labels, width));
  return { columns, pitch, chunks, spreads };
}

/** More students than a page holds are shared evenly over further spreads; one pitch serves all pages of the course. */
function shareRows(book: LedgerBook, course: LedgerCourse, columns: GridColumns) {
  const students = course.rows.length;
  for (let pages = 1; ; pages++) {
    const size = Math.max(1, Math.ceil(students / pages));
    const chunks = Array.from({ length: Math.max(1, Math.ceil(students / size)) }, (_, i) => ({
      from: i * size,
      to: Math.min((i + 1) * size, students),
    }));
    const room = Math.min(...chunks.map(({ from, to }) => roomFor(book, course, columns, from, to)));
    const pitch = Math.min(gridType.pitch, room / size);
    if (pitch >= gridType.leastPitch || size === 1) return { pitch: Math.max(pitch, gridType.leastPitch), chunks };
  }
}

/** Millimetres left for the rows when every note that rows `from` … `to` might need stands under them. */
function roomFor(book: LedgerBook, course: LedgerCourse, columns: GridColumns, from: number, to: number): number {
  const notes = closureNotes(course, { rowFrom: from, rowTo: to }, ({ from: first, to: last, reason }) => {
    const onePage = last - first < book.paper.lessonsPerPage && first % book.paper.lessonsPerPage === 0;
    return !onePage || !closureWords(reason, (last - first + 1) * columns.dateWidth, gridType.leastPitch);
  });
  const legend = legendLines(legendText(book, course, notes), columns.right);
  const under = course.totals.length * gridType.totalHeight + 1.6 + legend.length * gridType.legendLead;
  return paper.bodyBottom - paper.bodyTop - under;
}
