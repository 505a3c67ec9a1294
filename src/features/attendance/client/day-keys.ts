import { physicalKeyToCyrillic } from '@/domain/attendance/typing';
import type { KeyPress } from '@/features/journal/client/keyboard';
import { type DayState, factKey } from './day-state';
import { clearCell, typeLetter, undo, wholeDay } from './write-day';

/**
 * What a key does in the day sheet; null: it goes its usual way. The keys are the journal's own: codes by the physical key,
 * Delete, Ctrl+Z; Space gives the whole day the cursor's code, Enter opens several days or the conflict.
 */
export function pressKey(state: DayState, press: KeyPress): DayState | null {
  const { key, code } = press;
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (code === 'KeyZ' && !press.shiftKey) return undo(state);
    if (key === 'Home') return moveTo(state, 0, 0);
    return key === 'End' ? moveTo(state, state.sheet.rows.length - 1, state.sheet.columns.length - 1) : null;
  }
  const to = target(state, key);
  if (to) return moveTo(state, ...to);
  if (key === 'Delete' || key === 'Backspace') return clearCell(state);
  if (key === ' ') return wholeDay(state);
  if (key === 'Enter') return openDialog(state);
  if (key === 'Escape') return { ...state, typing: '', notice: null };
  const letter = /^[а-яё]$/i.test(key) ? key.toLowerCase() : key.length === 1 ? physicalKeyToCyrillic(code) : null;
  return letter === null ? null : typeLetter(state, letter);
}

function target({ cursor: { row, column }, sheet }: DayState, key: string): [number, number] | null {
  const steps: Readonly<Record<string, [number, number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    Home: [row, 0],
    End: [row, sheet.columns.length - 1],
    PageUp: [0, column],
    PageDown: [sheet.rows.length - 1, column],
  };
  return steps[key] ?? null;
}

/** Puts the cursor into a cell and ends a code that was being typed. */
export function moveTo(state: DayState, row: number, column: number): DayState {
  const within = (value: number, count: number) => Math.min(Math.max(value, 0), Math.max(count - 1, 0));
  const cursor = { row: within(row, state.sheet.rows.length), column: within(column, state.sheet.columns.length) };
  return { ...state, cursor, typing: '', notice: null };
}

function openDialog(state: DayState): DayState {
  const student = state.sheet.rows[state.cursor.row];
  const cell = student?.cells[state.cursor.column];
  if (student && cell) {
    const place = { lessonId: cell.lessonId, studentId: student.studentId };
    const key = (['presence', 'reason'] as const)
      .map((kind) => factKey({ kind, ...place }))
      .find((one) => state.conflicts.has(one));
    if (key !== undefined) return { ...state, dialog: { kind: 'conflict', key } };
  }
  return state.sheet.excuses && student?.closed === null ? { ...state, dialog: { kind: 'excuse' } } : state;
}
