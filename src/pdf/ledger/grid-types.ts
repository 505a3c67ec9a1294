import type { LedgerBook, LedgerCourse } from './book';
import type { GridColumns } from './grid-columns';
import type { Frame } from './paper';
import type { Spread } from './spreads';

/** Heights in millimetres, legend size in points. A row is 7.7 mm high where the group allows it. */
export const gridType = { pitch: 7.7, leastPitch: 5.2, totalHeight: 5.4, legendSize: 7.5, legendLead: 3.3 } as const;

/** A course measured: the pitch of its rows on both pages, the students of each grid page, the lessons of each spread. */
export type CourseLayout = {
  columns: GridColumns;
  pitch: number;
  chunks: { from: number; to: number }[];
  spreads: Spread[];
};

/** Lessons `from` … `to - 1` and rows `rowFrom` … `rowTo - 1` of a course on one grid page. */
export type GridSlice = { from: number; to: number; rowFrom: number; rowTo: number };

export type GridPage = {
  book: LedgerBook;
  course: LedgerCourse;
  layout: CourseLayout;
  slice: GridSlice;
  frame: Frame;
};
