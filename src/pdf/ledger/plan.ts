import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Sheet } from '../sheet';
import type { LedgerBook, LedgerCourse } from './book';
import { closingPages } from './closing-page';
import { layOutCourse } from './course-layout';
import { frontPages } from './front-pages';
import { drawPageFoot, drawPageHead } from './furniture';
import { drawGridPage } from './grid-page';
import type { CourseLayout } from './grid-types';
import { type Frame, frameOf, paper } from './paper';
import type { Spread } from './spreads';
import { drawTopicsPage } from './topics-page';

/** Pages of a course, numbers of the whole set. */
export type CoursePages = { index: number; firstPage: number; lastPage: number };

/** A page laid out but not yet drawn; `course` is its index in the book, null for first and last pages. */
export type PlannedPage = { number: number; course: number | null; outline?: string; draw(sheet: Sheet): void };

/** Where every page of a ledger stands. `pages` counts the whole set. */
export type LedgerPlan = { pages: number; courses: CoursePages[]; sheets: readonly PlannedPage[] };

export type PlanOptions = {
  signal?: AbortSignal;
  /** The book holds a part of a set only: its courses start at this even page, first and last pages are left out. */
  part?: { firstPage: number; totalPages: number };
};

/** A set too long for one file (T-051). */
export class LedgerTooLongError extends Error {
  constructor(
    readonly pages: number,
    readonly limit: number,
  ) {
    super(`The ledger has ${pages} pages or more, ${limit} are allowed in a file.`);
  }
}

const pageLimit = 5000;
const turnMilliseconds = 25;

type Content = { course: number | null; outline?: string; draw(sheet: Sheet, frame: Frame): void };

/**
 * Lays out a whole set: first pages, for each course grids on even pages with their topics on the odd pages facing them, last
 * page. Gives other work its turn and fails with the signal's reason when aborted; throws `LedgerTooLongError` past 5,000
 * pages (R-112, R-141, T-051).
 */
export async function planLedger(book: LedgerBook, { signal, part }: PlanOptions = {}): Promise<LedgerPlan> {
  const breathe = breather(signal);
  const width = frameOf(book.paper, 1).width;
  const first = part?.firstPage ?? 1;
  const courses: CoursePages[] = [];
  const contents: Content[] = [];
  const total = () => part?.totalPages ?? contents.length;
  if (!part) {
    contents.push(...frontPages(book, width, courses).map((draw) => ({ course: null, draw })));
    if (contents.length % 2 === 0) contents.push(blank(book, null));
  }
  for (const [index, course] of book.courses.entries()) {
    const firstPage = first + contents.length;
    const layout = await layOutCourse(book, course, width, breathe);
    contents.push(...coursePages(book, course, index, layout));
    courses.push({ index, firstPage, lastPage: first + contents.length - 1 });
    if (contents.length > pageLimit) throw new LedgerTooLongError(contents.length, pageLimit);
  }
  if (book.closing && !part) {
    contents.push(...closingPages(book, book.closing, width, total).map((draw) => ({ course: null, draw })));
  }
  return { pages: total(), courses, sheets: numbered(book, contents, first, total) };
}

function numbered(book: LedgerBook, contents: readonly Content[], first: number, total: () => number): PlannedPage[] {
  return contents.map(({ course, outline, draw }, i) => {
    const number = first + i;
    const frame = frameOf(book.paper, number);
    // A spread is an even page and the odd one facing it; page 1 stands alone.
    const from = Math.max(1, number - (number % 2));
    const to = Math.min(total(), number - (number % 2) + 1);
    return {
      number,
      course,
      ...(outline === undefined ? {} : { outline }),
      draw(sheet) {
        drawPageHead(sheet, book, frame, number);
        draw(sheet, frame);
        drawPageFoot(sheet, book, frame, { from, to, total: total() });
      },
    };
  });
}

function coursePages(book: LedgerBook, course: LedgerCourse, index: number, layout: CourseLayout): Content[] {
  const pages = layout.spreads.flatMap((spread) => spreadPages(book, course, index, layout, spread));
  const head = pages[0];
  if (head) head.outline = course.title;
  return pages;
}

/** Two facing pages for each part of the group; after the last part what flows on, padded to whole leaves. */
function spreadPages(
  book: LedgerBook,
  course: LedgerCourse,
  index: number,
  layout: CourseLayout,
  spread: Spread,
): Content[] {
  const { from, to, further } = spread;
  const { pitch } = layout;
  const facing = layout.chunks.flatMap((chunk, i): Content[] => {
    const slice = { from, to, rowFrom: chunk.from, rowTo: chunk.to };
    const closing = i === layout.chunks.length - 1 ? spread.closing : [];
    return [
      { course: index, draw: (sheet, frame) => drawGridPage(sheet, { book, course, layout, slice, frame }) },
      {
        course: index,
        draw: (sheet, frame) =>
          drawTopicsPage(sheet, { book, course, from, to, rows: spread.rows, closing, further: false, pitch, frame }),
      },
    ];
  });
  const after = further.map(
    (page): Content => ({
      course: index,
      draw: (sheet, frame) => drawTopicsPage(sheet, { book, course, from, to, ...page, further: true, pitch, frame }),
    }),
  );
  return [...facing, ...after, ...(after.length % 2 === 1 ? [blank(book, index)] : [])];
}

function blank(book: LedgerBook, course: number | null): Content {
  const draw = (sheet: Sheet, frame: Frame) =>
    sheet.textCentre(frame.left + frame.width / 2, paper.height / 2, book.labels.blankPage, 'italic', 9);
  return { course, draw };
}

function breather(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < turnMilliseconds) return;
    await nextTurn();
    signal?.throwIfAborted();
    since = performance.now();
  };
}
