import { scaleOf } from '@/domain/grading/scale';
import { notSaving } from '@/features/unsent/client/desk';
import type { JournalRegulation } from '../journal-regulation';
import type { JournalView } from '../journal-view';
import type { Cursor, JournalState, LessonState, RowState } from './journal-state';
import { monthChips } from './month-chips';
import { cellsOf } from './row-cells';

export type Opening = {
  /** Lesson to open at; else today's, else the last one held. */
  readonly lessonId?: number | undefined;
  /** All months at once instead of the cursor's. */
  readonly wholePeriod?: boolean | undefined;
};

/** The state of a freshly opened page; the same on the server and in the browser. */
export function initialState(view: JournalView, regulation: JournalRegulation, opening: Opening = {}): JournalState {
  const lessons = view.lessons.map((lesson): LessonState => {
    const plannedTopicId = lesson.topic === '' ? null : (lesson.planned?.id ?? null);
    return { ...lesson, plannedTopicId };
  });
  const rows = view.rows.map(({ cells, ...row }): RowState => ({ ...row, cells: cellsOf(cells) }));
  const cursor = firstCursor(view, lessons, rows, opening.lessonId);
  const chips = monthChips(lessons, view.period.name);
  const chip = opening.wholePeriod
    ? chips.length - 1
    : Math.max(
        0,
        chips.findIndex((one) => one.columns.includes(cursor.column)),
      );
  return {
    view,
    regulation,
    scale: scaleOf(view.section.passFail, view.section.yearOfStudy, regulation),
    lessons,
    rows,
    shown: chips[chip]?.columns ?? [],
    chip,
    cursor,
    anchor: null,
    active: {},
    typing: '',
    typingIsCode: false,
    undo: [],
    redo: [],
    pending: new Map(),
    base: new Map(),
    conflicts: new Map(),
    created: {},
    removing: new Set(),
    ...notSaving,
    notice: null,
    dialog: null,
    panel: 'auto',
    tab: 'marks',
    cardFocus: null,
  };
}

/** Today's unfinished lesson, else today's first, else the last held; the first row that is open on that day. */
function firstCursor(
  view: JournalView,
  lessons: readonly LessonState[],
  rows: readonly RowState[],
  lessonId: number | undefined,
): Cursor {
  const wanted = lessons.findIndex((lesson) => lesson.id === lessonId);
  const today = lessons.findIndex((lesson) => lesson.date === view.today && lesson.missing.length > 0);
  const anyToday = lessons.findIndex((lesson) => lesson.date === view.today);
  const held = lessons.findLastIndex((lesson) => lesson.date <= view.today);
  const column = Math.max(0, [wanted, today, anyToday, held].find((index) => index >= 0) ?? 0);
  const open = rows.findIndex((row) => !row.closed.some((span) => span.from <= column && column <= span.to));
  return { row: Math.max(0, open), column };
}
