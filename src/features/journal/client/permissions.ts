import { cellAt } from './facts';
import type { JournalState } from './journal-state';

export type Aspect = 'presence' | 'reason' | 'mark' | 'lesson';

/** The closed span over a cell, if any. */
export function closedAt(state: Pick<JournalState, 'rows'>, row: number, column: number) {
  return state.rows[row]?.closed.find((span) => span.from <= column && column <= span.to) ?? null;
}

export function isGradeColumn(state: Pick<JournalState, 'lessons'>, column: number): boolean {
  return column === state.lessons.length;
}

/** Why an aspect of a cell may not be written now, a Russian sentence; null when it may. Advice only: the server judges. */
export function whyClosed(state: JournalState, row: number, column: number, aspect: Aspect): string | null {
  const lesson = state.lessons[column];
  if (!lesson) return 'Здесь нет занятия.';
  const span = closedAt(state, row, column);
  if (span && aspect !== 'lesson') return `Строка закрыта: ${span.reason}.`;
  if (aspect === 'reason') {
    if (lesson.reasonEditable) return null;
    return lesson.editable
      ? `Причину отсутствия указывает ${state.regulation.vocabulary.curator.one}.`
      : (lesson.closedReason ?? 'Причину отсутствия здесь изменить нельзя.');
  }
  const may = aspect === 'presence' ? lesson.presenceEditable : lesson.editable;
  if (may || (aspect === 'mark' && isOpenDebt(state, row, column))) return null;
  if (lesson.closedReason) return lesson.closedReason;
  return state.view.abilities.fill ? 'Это занятие уже нельзя править.' : 'Журнал открыт только для чтения.';
}

/** A mark may be put on a dot long after the lesson itself is closed, and a slip of it corrected for some time. */
function isOpenDebt(state: JournalState, row: number, column: number): boolean {
  const lesson = state.lessons[column];
  if (!lesson?.debtEditable) return false;
  const index = activeIndex(state, column);
  return cellAt(state, row, column).marks.some((mark) => {
    if (!mark.required || (index >= 0 && mark.assignment !== index)) return false;
    return mark.value === null || mark.late || !hasTerm(state, lesson.assignments[mark.assignment]?.type);
  });
}

/** Marks in time are no corrections of an old debt; kinds of work without a term do not tell, there the server does. */
function hasTerm({ regulation }: JournalState, taskType: string | undefined): boolean {
  return regulation.taskTypes.some(({ id, markWithinDays }) => id === taskType && markWithinDays !== null);
}

/** Index of the assignment that marks of this lesson go to; −1 without assignments. */
export function activeIndex(state: JournalState, column: number): number {
  const lesson = state.lessons[column];
  if (!lesson || lesson.assignments.length === 0) return -1;
  return Math.min(state.active[lesson.id] ?? 0, lesson.assignments.length - 1);
}
