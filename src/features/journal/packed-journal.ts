import type { Regulation } from '@/domain/regulation/regulation';
import { type Columns, fromColumns, toColumns } from './columns';
import type { AssignmentView, JournalRow, JournalView, LessonColumn } from './journal-view';

type Journal = { view: JournalView; regulation: Regulation };
type PlacedAssignment = AssignmentView & { column: number };
type Packed = {
  view: Omit<JournalView, 'lessons' | 'rows'>;
  lessons: Columns;
  /** Topics and homework of the lessons; `null` says «as planned». */
  topics: (string | null)[];
  homework: (string | null)[];
  assignments: Columns;
  rows: Columns;
  regulation: Regulation;
};

const apart = new Set<string>(['topic', 'homework', 'assignments']);

/** The page's data as one string: it crosses to the browser much faster than thousands of values, and says nothing twice. */
export function packJournal({ view, regulation }: Journal): string {
  const { lessons, rows, ...rest } = view;
  const packed: Packed = {
    view: rest,
    lessons: toColumns(lessons, apart),
    topics: lessons.map(({ topic, planned }) => (topic === planned?.title ? null : topic)),
    homework: lessons.map(({ homework, planned }) => (homework === planned?.homework ? null : homework)),
    assignments: toColumns(
      lessons.flatMap(({ assignments }, column) => assignments.map((one): PlacedAssignment => ({ ...one, column }))),
    ),
    rows: toColumns(rows),
    regulation,
  };
  return JSON.stringify(packed);
}

export function unpackJournal(text: string): Journal {
  const packed = JSON.parse(text) as Packed;
  const lessons = fromColumns<LessonColumn>(packed.lessons);
  for (const [column, lesson] of lessons.entries()) {
    lesson.topic = packed.topics[column] ?? lesson.planned?.title ?? '';
    lesson.homework = packed.homework[column] ?? lesson.planned?.homework ?? '';
    lesson.assignments = [];
  }
  for (const { column, ...assignment } of fromColumns<PlacedAssignment>(packed.assignments)) {
    lessons[column]?.assignments.push(assignment);
  }
  const rows = fromColumns<JournalRow>(packed.rows);
  return { view: { ...packed.view, lessons, rows }, regulation: packed.regulation };
}
