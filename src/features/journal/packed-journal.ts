import type { Regulation } from '@/domain/regulation/regulation';
import { type Columns, fromColumns, toColumns } from './columns';
import type { AssignmentView, JournalRow, JournalView, LessonColumn } from './journal-view';

type Journal = { view: JournalView; regulation: Regulation };
type Texts = 'topic' | 'homework';
/** A lesson as it travels: `null` says «as planned». */
type ShortLesson = Omit<LessonColumn, Texts | 'assignments'> & Record<Texts, string | null>;
type PlacedAssignment = AssignmentView & { column: number };
type Packed = {
  view: Omit<JournalView, 'lessons' | 'rows'>;
  lessons: Columns;
  assignments: Columns;
  rows: Columns;
  regulation: Regulation;
};

/** The page's data as one string: it crosses to the browser much faster than thousands of values, and says nothing twice. */
export function packJournal({ view, regulation }: Journal): string {
  const { lessons, rows, ...rest } = view;
  const packed: Packed = {
    view: rest,
    lessons: toColumns(lessons.map(shorten)),
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
  const lessons = fromColumns<ShortLesson>(packed.lessons).map(
    ({ topic, homework, ...lesson }): LessonColumn => ({
      ...lesson,
      topic: topic ?? lesson.planned?.title ?? '',
      homework: homework ?? lesson.planned?.homework ?? '',
      assignments: [],
    }),
  );
  for (const { column, ...assignment } of fromColumns<PlacedAssignment>(packed.assignments)) {
    lessons[column]?.assignments.push(assignment);
  }
  return {
    view: { ...packed.view, lessons, rows: fromColumns<JournalRow>(packed.rows) },
    regulation: packed.regulation,
  };
}

function shorten({ assignments: _, topic, homework, ...lesson }: LessonColumn): ShortLesson {
  return {
    ...lesson,
    topic: topic === lesson.planned?.title ? null : topic,
    homework: homework === lesson.planned?.homework ? null : homework,
  };
}
