import { codeOf, expandCode } from '@/domain/attendance/codes';
import { matchCode } from '@/domain/attendance/typing';
import type { AbsenceCode } from '@/domain/regulation/regulation';
import { type DayState, type Edit, factKey, lessonAt, shownCell, type Target, type Value } from './day-state';

type Wanted = { readonly edits: readonly Edit[]; readonly refusal: string | null };

/** One more letter: what is a code shows at once, what may become one waits (screens.md 2). */
export function typeLetter(state: DayState, letter: string): DayState {
  const { codes } = state.sheet;
  const knows = (typed: string) => matchCode(codes, typed).exact !== null || matchCode(codes, typed).prefix;
  const typed = knows(state.typing + letter) ? state.typing + letter : letter;
  const { exact, prefix } = matchCode(codes, typed);
  if (exact) return { ...writeCode(state, exact), typing: typed };
  if (prefix) return { ...state, typing: typed, notice: null };
  const signs = codes.map((code) => `«${code.symbol}»`).join(', ');
  return refused({ ...state, typing: '' }, `Нет такого кода. Коды отсутствия: ${signs}.`);
}

/** Writes a code into the cursor's cell, each of its two facts only where this person may (C-01). */
export function writeCode(state: DayState, code: AbsenceCode): DayState {
  const { row, column } = state.cursor;
  const { edits, refusal } = codeEdits(state, row, column, code);
  const written = write(state, edits);
  return refusal === null ? written : refused(written, refusal);
}

/** The cursor's code for the whole day of the student; lessons that may not have it stay as they are. */
export function wholeDay(state: DayState): DayState {
  const { row, column } = state.cursor;
  const cell = shownCell(state, row, column);
  const code = cell && codeOf(cell, state.sheet.codes);
  if (!code) return refused(state, 'Сначала поставьте код в одну пару, затем «на весь день».');
  const edits = state.sheet.columns.flatMap((_, place) => codeEdits(state, row, place, code).edits);
  return edits.length > 0 ? write(state, edits) : refused(state, 'На других парах этот код ставить некуда.');
}

/** Takes the absence back, or only its reason where presence is the teacher's. */
export function clearCell(state: DayState): DayState {
  const { row, column } = state.cursor;
  const [cell, lesson, target] = placeOf(state, row, column);
  if (!cell || !lesson || !target || cell.presence === null) return { ...state, typing: '', notice: null };
  if (lesson.presenceClosed === null) return write(state, [{ ...target, kind: 'presence', value: null }]);
  if (cell.reason === null) return refused(state, lesson.presenceClosed);
  if (lesson.reasonClosed !== null) return refused(state, lesson.reasonClosed);
  return write(state, [{ ...target, kind: 'reason', value: null }]);
}

export function undo(state: DayState): DayState {
  const step = state.past.at(-1);
  if (!step) return refused(state, 'Отменять нечего.');
  const edits = new Map(state.edits);
  for (const { before, ...edit } of step) edits.set(factKey(edit), { ...edit, value: before });
  const text = 'Последняя запись отменена.';
  return { ...state, edits, past: state.past.slice(0, -1), typing: '', notice: { tone: 'done', text } };
}

function codeEdits(state: DayState, row: number, column: number, code: AbsenceCode): Wanted {
  const [cell, lesson, target] = placeOf(state, row, column);
  if (!cell || !lesson || !target) return { edits: [], refusal: closedWords(state, row) };
  const fact = expandCode(code, state.sheet.codes);
  const edits: Edit[] = [];
  if (fact.presence !== cell.presence) {
    if (lesson.presenceClosed !== null) return { edits, refusal: presenceRefusal(lesson) };
    edits.push({ ...target, kind: 'presence', value: fact.presence });
  }
  if (fact.presence !== 'absent' || fact.reason === cell.reason) return { edits, refusal: null };
  if (lesson.reasonClosed !== null) return { edits, refusal: lesson.reasonClosed };
  return { edits: [...edits, { ...target, kind: 'reason', value: fact.reason }], refusal: null };
}

function presenceRefusal({
  presenceClosed,
  reasonClosed,
}: {
  presenceClosed: string | null;
  reasonClosed: string | null;
}) {
  if (reasonClosed !== null) return presenceClosed;
  return 'Причину можно указать там, где отмечено отсутствие; само отсутствие отмечает преподаватель.';
}

function closedWords(state: DayState, row: number): string {
  const { closed } = state.sheet.rows[row] ?? {};
  return closed ? `Строка закрыта: ${closed}.` : 'Здесь у студента нет занятия.';
}

function placeOf(state: DayState, row: number, column: number) {
  const cell = shownCell(state, row, column);
  const studentId = state.sheet.rows[row]?.studentId;
  const target: Target | null =
    cell && studentId !== undefined ? { kind: 'presence', lessonId: cell.lessonId, studentId } : null;
  return [cell, lessonAt(state, row, column), target] as const;
}

function write(state: DayState, changes: readonly Edit[]): DayState {
  if (changes.length === 0) return { ...state, typing: '', notice: null };
  const edits = new Map(state.edits);
  for (const edit of changes) edits.set(factKey(edit), edit);
  const step = changes.map((edit) => ({ ...edit, before: shownValue(state, edit) }));
  return { ...state, edits, past: [...state.past.slice(-49), step], typing: '', notice: null };
}

function shownValue(state: DayState, { kind, lessonId, studentId }: Target): Value {
  const row = state.sheet.rows.findIndex((student) => student.studentId === studentId);
  const column = state.sheet.rows[row]?.cells.findIndex((cell) => cell?.lessonId === lessonId) ?? -1;
  return shownCell(state, row, column)?.[kind] ?? null;
}

export function refused(state: DayState, text: string): DayState {
  return { ...state, notice: { tone: 'refused', text } };
}
