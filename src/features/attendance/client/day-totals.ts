import { codeOf } from '@/domain/attendance/codes';
import { type MissedHours, missedHours } from '@/domain/attendance/missed-hours';
import { type DayState, shownCell } from './day-state';

/** Missed hours of a student on the day. */
export function rowHours(state: DayState, row: number): MissedHours {
  const cells = state.sheet.columns.flatMap((_, column) => shownCell(state, row, column) ?? []);
  const lessons = cells.map((cell) => ({ ...cell, hours: state.sheet.hours[cell.lessonId] ?? 0 }));
  return missedHours(lessons, state.sheet.codes);
}

/** How many people are absent in a class period. */
export function columnAbsent(state: DayState, column: number): number {
  return state.sheet.rows.filter((_, row) => shownCell(state, row, column)?.presence === 'absent').length;
}

export type DayTotals = { students: number; absent: number; unexplained: number; late: number; hours: number };

/** The day in five numbers; closed rows are not counted. */
export function dayTotals(state: DayState): DayTotals {
  const sums = state.sheet.rows.map((_, row) => rowHours(state, row));
  const people = (test: (sum: MissedHours) => boolean) => sums.filter(test).length;
  return {
    students: state.sheet.rows.filter(({ closed }) => closed === null).length,
    absent: people(({ total }) => total > 0),
    unexplained: people(({ unclassified }) => unclassified > 0),
    late: people(({ lateLessons }) => lateLessons > 0),
    hours: sums.reduce((sum, { total }) => sum + total, 0),
  };
}

/** «Абдуллин Тимур, 2-я пара, ОП.04: отсутствует, причина не указана»: the cursor's cell as it is read out. */
export function spokenCell(state: DayState, row: number, column: number): string {
  const student = state.sheet.rows[row];
  const period = state.sheet.columns[column];
  const cell = shownCell(state, row, column);
  if (!student || !period) return '';
  const place = `${student.name}, ${period.classPeriod}-я пара`;
  if (student.closed) return `${place}: ${student.closed}`;
  if (!cell) return `${place}: занятия нет`;
  const lesson = period.lessons.find(({ id }) => id === cell.lessonId);
  const code = codeOf(cell, state.sheet.codes);
  return `${place}, ${lesson?.title ?? ''}: ${code?.label ?? 'присутствует или не отмечен'}`;
}
