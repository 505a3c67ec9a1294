import type { Regulation } from '@/domain/regulation/regulation';
import { type Columns, fromColumns, toColumns } from './columns';
import { type JournalRegulation, journalRegulation } from './journal-regulation';
import type { AssignmentView, JournalRow, JournalView, LessonColumn, PlannedTopicView } from './journal-view';

type Journal = { view: JournalView; regulation: JournalRegulation };
type PlacedAssignment = AssignmentView & { column: number };
type PlacedTopic = PlannedTopicView & { column: number };
type Packed = {
  view: Omit<JournalView, 'lessons' | 'rows'>;
  lessons: Columns;
  /** Topics and homework of the lessons; `null` says «as planned». */
  topics: (string | null)[];
  homework: (string | null)[];
  assignments: Columns;
  planned: Columns;
  rows: Columns;
  regulation: JournalRegulation;
};

const apart = new Set<string>(['topic', 'homework', 'assignments', 'planned']);

/** The page's data as one string: it crosses to the browser much faster than thousands of values, and says nothing twice. */
export function packJournal({ view, regulation }: { view: JournalView; regulation: Regulation }): string {
  const { lessons, rows, ...rest } = view;
  const packed: Packed = {
    view: rest,
    lessons: toColumns(lessons, apart),
    topics: lessons.map(({ topic, planned }) => (topic === planned?.title ? null : topic)),
    homework: lessons.map(({ homework, planned }) => (homework === planned?.homework ? null : homework)),
    assignments: toColumns(
      lessons.flatMap(({ assignments }, column) => assignments.map((one): PlacedAssignment => ({ ...one, column }))),
    ),
    planned: toColumns(
      lessons.flatMap(({ planned }, column): PlacedTopic[] => (planned ? [{ ...planned, column }] : [])),
    ),
    rows: toColumns(rows),
    regulation: journalRegulation(regulation),
  };
  return JSON.stringify(packed);
}

export function unpackJournal(text: string): Journal {
  const packed = JSON.parse(text) as Packed;
  const lessons = fromColumns<LessonColumn>(packed.lessons);
  for (const lesson of lessons) lesson.planned = null;
  for (const { column, ...topic } of fromColumns<PlacedTopic>(packed.planned)) {
    const lesson = lessons[column];
    if (lesson) lesson.planned = topic;
  }
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
