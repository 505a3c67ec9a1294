import { takenFromPlan } from '@/domain/journal/plan';
import { shortDate } from '@/texts/format';
import { lessonFields } from './facts';
import type { JournalState, LessonFields } from './journal-state';
import { done, refused } from './notices';
import { whyClosed } from './permissions';
import { writeStep } from './write-facts';

/** Writes some fields of a lesson as one undoable step; refused where the lesson is closed. */
export function editLesson(state: JournalState, column: number, fields: Partial<LessonFields>): JournalState {
  const lesson = state.lessons[column];
  if (!lesson) return state;
  const closed = whyClosed(state, state.cursor.row, column, 'lesson');
  if (closed) return refused(state, closed);
  const after = { ...lessonFields(lesson), ...fields };
  if (after.topic.trim() === '') after.plannedTopicId = null;
  return done(writeStep(state, [{ target: { kind: 'lesson', lessonId: lesson.id }, after }]));
}

/** Topic and homework from the plan with one key (R-050, R-052; `takenFromPlan`). */
export function takeFromPlan(state: JournalState, column: number): JournalState {
  const lesson = state.lessons[column];
  const planned = lesson?.planned;
  if (!lesson || !planned) return refused(state, 'В плане нет темы для этого занятия. Впишите её в карточке.');
  const next = state.lessons.find((one) => one.date > lesson.date)?.date ?? null;
  const { topic, ...homework } = takenFromPlan(lesson, planned, next, state.regulation.schemes.homework);
  const written = editLesson(state, column, {
    ...(topic ? { topic: topic.title, plannedTopicId: topic.plannedTopicId, type: topic.lessonType } : {}),
    ...homework,
  });
  if (written.notice?.tone === 'refused') return written;
  return done(written, `Занятие ${shortDate(lesson.date)}: из плана взята тема № ${planned.no}.`);
}

/** «Все присутствуют»: attendance is taken; who is marked absent stays absent. */
export function allPresent(state: JournalState, column: number): JournalState {
  const lesson = state.lessons[column];
  if (!lesson) return state;
  const written = editLesson(state, column, { attendanceTaken: true });
  if (written.notice?.tone === 'refused') return written;
  const marked = state.rows.some((row) => (row.cells[column]?.presence ?? null) !== null);
  const who = marked ? 'остальные присутствуют' : 'все присутствуют';
  return done(written, `Занятие ${shortDate(lesson.date)}: ${who}.`);
}
