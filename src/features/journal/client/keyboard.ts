import { physicalKeyToCyrillic } from '@/domain/attendance/typing';
import type { MarkValue } from '@/domain/types';
import { clearCell } from './clear-cell';
import { conflictAt } from './conflict-at';
import { fillDown } from './fill-down';
import { clearGrade, typeGrade } from './grade';
import type { JournalState } from './journal-state';
import { allPresent, takeFromPlan } from './lesson-commands';
import { type Direction, move } from './move';
import { done, refused } from './notices';
import { isGradeColumn } from './permissions';
import { dotCells, extend, overRange, rangeOf } from './range';
import { typeLetter, writeCode } from './type-absence';
import { redo, undo } from './undo';
import { nextAssignment, toggleDot, writeMark } from './write-mark';

/** The parts of a KeyboardEvent that matter; `key` by the layout, `code` by the physical key. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
};

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'firstColumn',
  End: 'lastColumn',
  PageUp: 'firstRow',
  PageDown: 'lastRow',
};
const marks: Readonly<Record<string, MarkValue>> = { 5: '5', 4: '4', 3: '3', 2: '2' };
const passFail: Readonly<Record<string, MarkValue>> = {
  Equal: 'pass',
  NumpadAdd: 'pass',
  Minus: 'fail',
  NumpadSubtract: 'fail',
};

/**
 * What a key does in the grid; null: the key is not the grid's and goes its usual way. Letters and Ctrl combinations go by
 * the physical key, so that both layouts work; signs go by what they are.
 */
export function pressKey(state: JournalState, press: KeyPress): JournalState | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) return withControl(state, press);
  const direction = directions[press.key];
  if (direction) return press.shiftKey ? extend(state, direction) : move(state, direction);
  if (press.key === 'Enter') return press.shiftKey ? openHistory(state) : openCard(state);
  if (press.key === 'Escape') return leave(state);
  if (press.key === '?' || press.key === 'F1') return { ...state, dialog: { kind: 'help' } };
  if (isGradeColumn(state, state.cursor.column)) return inGrades(state, press);
  return rangeOf(state) ? inRange(state, press) : inLessons(state, press);
}

function withControl(state: JournalState, press: KeyPress): JournalState | null {
  if (press.key === 'Home') return move(state, 'firstCell');
  if (press.key === 'End') return move(state, 'lastCell');
  if (press.key === 'Enter') return allPresent(state, state.cursor.column);
  if (press.code === 'KeyZ') return press.shiftKey ? redo(state) : undo(state);
  if (press.code === 'KeyY') return redo(state);
  if (press.code === 'KeyD') return rangeOf(state) ? fillRangeDown(state) : fillDown(state);
  return null;
}

function inLessons(state: JournalState, press: KeyPress): JournalState | null {
  const { key, code } = press;
  if (key === 'Delete' || key === 'Backspace') return clearCell(state);
  if (key === 'Insert' || key === '*') return takeFromPlan(state, state.cursor.column);
  if (key === '/' || key === ' ') return nextAssignment(state);
  if (key === '.' || code === 'NumpadDecimal') return toggleDot(state);
  const value = marks[key] ?? passFail[code];
  if (value) return writeMark(state, value);
  if (/^\d$/.test(key)) return isAlias(state, key) ? typeLetter(state, key) : refused(state, 'Отметки — от 2 до 5.');
  const letter = letterOf(press);
  return letter === null ? null : typeLetter(state, letter);
}

/** Keys that write do so in every chosen cell; the others act as ever. */
function inRange(state: JournalState, press: KeyPress): JournalState | null {
  const { key, code } = press;
  if (key === 'Delete' || key === 'Backspace') return overRange(state, clearCell);
  if (key === '.' || code === 'NumpadDecimal') return overRange(state, toggleDot, dotCells(state));
  const value = marks[key] ?? passFail[code];
  if (value) return overRange(state, (one) => writeMark(one, value));
  const letter = letterOf(press) ?? (/^\d$/.test(key) && isAlias(state, key) ? key : null);
  if (letter === null) return inLessons(state, press);
  return typeLetter(state, letter, (whole, absence) => overRange(whole, (one) => writeCode(one, absence)));
}

/** The topmost row of the range is repeated below it, each lesson its own cell. */
function fillRangeDown(state: JournalState): JournalState {
  const range = rangeOf(state);
  if (!range) return state;
  const top = range.columns.map((column) => ({ row: range.from, column }));
  return overRange(state, (one) => fillDown(one, range.to), top);
}

/** First the chosen cells, then the card, are left. */
function leave(state: JournalState): JournalState {
  if (state.anchor) return { ...ended(state), anchor: null };
  return state.panel === 'open' ? { ...done(state), panel: 'closed' } : ended(state);
}

function inGrades(state: JournalState, press: KeyPress): JournalState | null {
  if (press.key === 'Delete' || press.key === 'Backspace') return clearGrade(state);
  const value = marks[press.key] ?? passFail[press.code];
  if (value) return typeGrade(state, value);
  return letterOf(press) === 'н' ? typeGrade(state, 'notAttested') : null;
}

/** The Cyrillic letter of a key, whatever layout is on. Layouts that put letters elsewhere are believed first. */
function letterOf({ key, code }: KeyPress): string | null {
  if (/^[а-яё]$/i.test(key)) return key.toLowerCase();
  return key.length === 1 ? physicalKeyToCyrillic(code) : null;
}

/** «0» of S0's printed form means a lateness. */
function isAlias(state: JournalState, sign: string): boolean {
  return state.regulation.attendance.codes.some((code) => [code.symbol, ...code.aliases].includes(sign));
}

function openCard(state: JournalState): JournalState {
  const key = conflictAt(state, state.cursor.row, state.cursor.column);
  if (key !== null) return { ...ended(state), dialog: { kind: 'conflict', key } };
  if (isGradeColumn(state, state.cursor.column)) {
    return { ...done(state), dialog: { kind: 'average', row: state.cursor.row } };
  }
  const field =
    state.regulation.markWithoutTask.mode === 'strict' && lacksOnlyTask(state) ? 'newAssignment' : 'firstEmpty';
  return { ...ended(state), panel: 'open', cardFocus: { field, at: (state.cardFocus?.at ?? 0) + 1 } };
}

function lacksOnlyTask(state: JournalState): boolean {
  const lesson = state.lessons[state.cursor.column];
  return lesson !== undefined && lesson.topic !== '' && lesson.assignments.length === 0;
}

function openHistory(state: JournalState): JournalState {
  const lesson = state.lessons[state.cursor.column];
  const student = state.rows[state.cursor.row];
  if (!lesson || !student) return state;
  return { ...state, dialog: { kind: 'history', lessonId: lesson.id, studentId: student.studentId } };
}

function ended(state: JournalState): JournalState {
  return { ...done(state), typing: '', typingIsCode: false };
}
