import type { Sheet } from '../sheet';
import type { LedgerBook } from './book';
import { drawFrontTable, type FrontTable, frontTable, rowsThatFit, tableHeight } from './front-table';
import { type Frame, paper } from './paper';
import { compactTitle, drawCompactTitle, drawCover } from './title-block';

export type FrontPage = (sheet: Sheet, frame: Frame) => void;

/** Pages of a course in the set, or null while the set is being laid out. */
export type PageRange = { firstPage: number; lastPage: number };

const pitches = { comfortable: 6.4, least: 4.2, ownComfortable: 7, ownLeast: 5 } as const;
const top = 18;
const tableGap = 3;

/**
 * Title, contents and group list: all on page 1 where they fit with rows of at least 4.2 mm, otherwise a cover and then each
 * table on pages of its own. `ranges` is read when the pages are drawn.
 */
export function frontPages(book: LedgerBook, width: number, ranges: readonly PageRange[]): FrontPage[] {
  const room = paper.bodyBottom - 2 - compactTitle.bottom;
  for (let pitch = pitches.comfortable as number; pitch >= pitches.least; pitch -= 0.1) {
    const tables = tablesOf(book, width, 9, pitch);
    const height = tables.reduce((sum, table) => sum + tableHeight(table), (tables.length - 1) * tableGap);
    if (height <= room) return [onePage(book, tables, ranges)];
  }
  const cover: FrontPage = (sheet, frame) => drawCover(sheet, book, frame);
  return [
    cover,
    ...tablesOf(book, width, 10, pitches.ownLeast).flatMap((table) => tablePages(book, relaxed(table), ranges)),
  ];
}

function tablesOf(book: LedgerBook, width: number, size: number, pitch: number): FrontTable[] {
  const { labels } = book;
  const tables: FrontTable[] = [];
  if (book.contents) {
    const columns = [
      { title: labels.no, share: 0.05, align: 'centre' },
      { title: labels.contentsCourse, share: 0.5, align: 'left' },
      { title: labels.contentsTeacher, share: 0.34, align: 'left' },
      { title: labels.contentsPages, share: 0.11, align: 'centre' },
    ] as const;
    const texts = book.courses.map(({ title, teachers }, i) => [String(i + 1), title, teachers, '']);
    tables.push(frontTable(labels.contents, columns, texts, size, pitch, width));
  }
  if (book.students) {
    const columns = [
      { title: labels.no, share: 0.05, align: 'centre' },
      { title: labels.listName, share: 0.36, align: 'left' },
      { title: labels.listBirthDate, share: 0.15, align: 'centre' },
      { title: labels.listEnrolment, share: 0.2, align: 'left' },
      { title: labels.listMovement, share: 0.24, align: 'left' },
    ] as const;
    const texts = book.students.map((row) => [row.no, row.name, row.birthDate, row.enrolment, row.movement]);
    tables.push(frontTable(labels.groupList, columns, texts, size, pitch, width));
  }
  return tables;
}

function onePage(book: LedgerBook, tables: readonly FrontTable[], ranges: readonly PageRange[]): FrontPage {
  return (sheet, frame) => {
    drawCompactTitle(sheet, book, frame);
    let y: number = compactTitle.bottom;
    for (const table of tables) {
      const part = { top: y, from: 0, to: table.rows.length, title: table.title };
      drawFrontTable(sheet, frame, table, part, pageTexts(book, table, ranges));
      y += tableHeight(table) + tableGap;
    }
  };
}

function tablePages(book: LedgerBook, table: FrontTable, ranges: readonly PageRange[]): FrontPage[] {
  return pagesOf(table).map(({ from, to }) => {
    const title = from === 0 ? table.title : `${table.title} ${book.labels.continuation}`;
    return (sheet, frame) =>
      drawFrontTable(sheet, frame, table, { top, from, to, title }, pageTexts(book, table, ranges));
  });
}

/** Rows of each page of a table that has pages of its own. */
function pagesOf(table: FrontTable): { from: number; to: number }[] {
  const pages: { from: number; to: number }[] = [];
  for (let from = 0; from < table.rows.length; from = pages.at(-1)?.to ?? 0) {
    pages.push({ from, to: from + rowsThatFit(table, from, paper.bodyBottom - top) });
  }
  return pages;
}

/** Rows as high as the pages that the table needs anyway allow. */
function relaxed(table: FrontTable): FrontTable {
  const pages = pagesOf(table).length;
  for (let pitch = pitches.ownComfortable as number; pitch > pitches.ownLeast; pitch -= 0.1) {
    const wider = { ...table, rows: table.rows.map((row) => ({ ...row, height: Math.max(row.height, pitch) })) };
    if (pagesOf(wider).length === pages) return wider;
  }
  return table;
}

/** The last column of the contents, known when every course has its pages. */
function pageTexts(book: LedgerBook, table: FrontTable, ranges: readonly PageRange[]) {
  if (table.title !== book.labels.contents) return undefined;
  return (row: number, column: number) => {
    const range = ranges[row];
    return column === table.columns.length - 1 && range ? `${range.firstPage}–${range.lastPage}` : undefined;
  };
}
