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

/**
 * Topic and homework from the plan with one key. Fills what is empty; where nothing is, the plan's words
 * replace the present ones. Homework is due at the next lesson.
 */
export function takeFromPlan(state: JournalState, column: number): JournalState {
  const lesson = state.lessons[column];
  const planned = lesson?.planned;
  if (!lesson || !planned) return refused(state, 'В плане нет темы для этого занятия. Впишите её в карточке.');
  const replaces = lesson.topic !== '' && lesson.homework !== '';
  const takesTopic = replaces || lesson.topic === '';
  const homework = replaces || lesson.homework === '' ? planned.homework : lesson.homework;
  const next = state.lessons.find((one) => one.date > lesson.date)?.date ?? null;
  const written = editLesson(state, column, {
    ...(takesTopic ? { topic: planned.title, plannedTopicId: planned.id, type: planned.lessonType } : {}),
    homework,
    homeworkDueOn: homework === '' ? null : (lesson.homeworkDueOn ?? next),
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
