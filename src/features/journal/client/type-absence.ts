import { codeOf, expandCode } from '@/domain/attendance/codes';
import { matchCode } from '@/domain/attendance/typing';
import type { AbsenceCode } from '@/domain/regulation/regulation';
import { cellAt } from './facts';
import type { FactValue, JournalState } from './journal-state';
import { done, refused } from './notices';
import { whyClosed } from './permissions';
import type { Target } from './targets';
import { writeStep } from './write-facts';

/**
 * One more letter of an absence code: what is a code already shows at once, what may become one waits; a letter that
 * continues nothing begins anew (screens.md 2). `write` puts a whole code into the cursor's cell, or into a range.
 */
export function typeLetter(state: JournalState, letter: string, write: typeof writeCode = writeCode): JournalState {
  const { codes } = state.regulation.attendance;
  const longer = state.typing + letter;
  const typed = knows(codes, longer) ? longer : letter;
  const match = matchCode(codes, typed);
  if (match.exact) {
    const written = write(state, match.exact);
    return { ...written, typing: typed, typingIsCode: true };
  }
  if (match.prefix) {
    const { row, column } = state.cursor;
    const closed = whyClosed(state, row, column, 'presence') && whyClosed(state, row, column, 'reason');
    return closed ? refused(state, closed) : { ...done(state), typing: typed, typingIsCode: false };
  }
  const signs = codes.map((code) => `«${code.symbol}»`).join(', ');
  return { ...refused(state, `Нет такого кода. Коды отсутствия: ${signs}.`), typing: '', typingIsCode: false };
}

function knows(codes: readonly AbsenceCode[], typed: string): boolean {
  const { exact, prefix } = matchCode(codes, typed);
  return exact !== null || prefix;
}

/** Writes a whole code into the cursor's cell: presence and reason, each only where this person may. */
export function writeCode(state: JournalState, code: AbsenceCode): JournalState {
  const { row, column } = state.cursor;
  const { changes, refusal } = codeChanges(state, row, column, code);
  const written = writeStep(state, changes);
  if (refusal === null) return done(written);
  const shown = codeOf(cellAt(written, row, column), state.regulation.attendance.codes);
  const kept = shown ? ` В клетке «${shown.symbol}».` : '';
  return refused(written, refusal + kept);
}

type Wanted = { readonly target: Target; readonly after: FactValue };

/** What a code would change in a cell and why a part of it is refused (C-01: two facts, two authors). */
export function codeChanges(
  state: JournalState,
  row: number,
  column: number,
  code: AbsenceCode,
): { changes: Wanted[]; refusal: string | null } {
  const lesson = state.lessons[column];
  const student = state.rows[row];
  if (!lesson || !student) return { changes: [], refusal: null };
  const cell = cellAt(state, row, column);
  const fact = expandCode(code, state.regulation.attendance.codes);
  const at = { lessonId: lesson.id, studentId: student.studentId };
  const changes: Wanted[] = [];
  const noPresence = whyClosed(state, row, column, 'presence');
  if (fact.presence !== cell.presence) {
    if (noPresence) return { changes, refusal: presenceRefusal(state, row, column, noPresence) };
    changes.push({ target: { kind: 'presence', ...at }, after: fact.presence });
  }
  if (fact.reason === cell.reason) return { changes, refusal: null };
  const noReason = whyClosed(state, row, column, 'reason');
  const droppedWithAbsence = fact.presence !== 'absent';
  if (noReason && !droppedWithAbsence) return { changes, refusal: noReason };
  changes.push({ target: { kind: 'reason', ...at }, after: fact.reason });
  return { changes, refusal: null };
}

/** A curator who types a reason where nobody is marked absent. */
function presenceRefusal(state: JournalState, row: number, column: number, reason: string): string {
  if (whyClosed(state, row, column, 'reason') !== null) return reason;
  return 'Причину можно указать там, где отмечено отсутствие; само отсутствие отмечает преподаватель.';
}

/** Takes the absence of the cursor's cell back, or only its reason where presence is not this person's. */
export function clearAbsence(state: JournalState, row: number, column: number): Wanted[] | string {
  const lesson = state.lessons[column];
  const student = state.rows[row];
  if (!lesson || !student) return [];
  const cell = cellAt(state, row, column);
  const at = { lessonId: lesson.id, studentId: student.studentId };
  const reasonless: Wanted[] = cell.reason === null ? [] : [{ target: { kind: 'reason', ...at }, after: null }];
  const noPresence = whyClosed(state, row, column, 'presence');
  if (noPresence === null) return [{ target: { kind: 'presence', ...at }, after: null }, ...reasonless];
  const noReason = whyClosed(state, row, column, 'reason');
  return noReason === null && reasonless.length > 0 ? reasonless : noPresence;
}
