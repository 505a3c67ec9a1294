import { describe, expect, it } from 'vitest';
import { s1 } from '@/domain/regulation/profiles/s1';
import { copiedText } from './copy';
import type { JournalState } from './journal-state';
import { openCells, rangeOf } from './range';
import { madeLesson, madeRow, madeState, madeView } from './testing/made-view';
import { shownColumn } from './testing/shown';
import { typed } from './testing/typing';

/** Four students, the cursor in the lesson of the 18th, the one of the 11th before it. */
const start = () => madeState(madeView(4));
const both = (state: JournalState) => [shownColumn(state, 0), shownColumn(state, 1)];
const down = (count: number) => Array.from({ length: count }, () => 'Shift+ArrowDown');

describe('R-056 a range of cells', () => {
  it('grows with Shift and an arrow, is told, and ends with a move, a click or Escape', () => {
    const state = typed(start(), ...down(2), 'Shift+ArrowLeft');
    expect(rangeOf(state)).toEqual({ from: 0, to: 2, columns: [0, 1] });
    expect(state.notice?.text).toMatch(/^Выбрано: 6.клеток. Студент 101 – Студент 103, 11.декабря – 18.декабря$/);
    expect(rangeOf(typed(state, 'ArrowUp'))).toBeNull();
    expect(rangeOf(typed(state, 'Escape'))).toBeNull();
    expect(rangeOf(typed(state, 'Shift+ArrowUp', 'Shift+ArrowUp', 'Shift+ArrowRight'))).toBeNull();
  });

  it('does not reach into the period grades', () => {
    const state = typed(start(), 'Shift+End', 'Shift+ArrowRight', 'Shift+ArrowRight');
    expect(state.cursor.column).toBeLessThan(state.lessons.length);
  });

  it('Escape leaves the range first and the card after it', () => {
    const state = typed(start(), 'Enter', ...down(1), 'Escape');
    expect([state.panel, rangeOf(state)]).toEqual(['open', null]);
    expect(typed(state, 'Escape').panel).toBe('closed');
  });

  it('takes a mark everywhere as one step of undo; the cursor and the range stay', () => {
    const state = typed(start(), ...down(2), '5');
    expect(shownColumn(state, 1)).toEqual(['5', '5', '5', '']);
    expect([state.cursor, openCells(state).length]).toEqual([{ row: 2, column: 1 }, 3]);
    expect(state.notice?.text).toMatch(/^Записано: 3.клетки\.$/);
    expect(shownColumn(typed(state, 'Ctrl+Z'), 1)).toEqual(['', '', '', '']);
    expect(shownColumn(typed(state, 'Ctrl+Z', 'Ctrl+Shift+Z'), 1)).toEqual(['5', '5', '5', '']);
  });

  it('takes a code over several lessons, and a longer code over the shorter one', () => {
    expect(both(typed(start(), 'Shift+ArrowDown', 'Shift+ArrowLeft', 'н'))).toEqual([
      ['н', 'н', '', ''],
      ['н', 'н', '', ''],
    ]);
    const lessons = [madeLesson(1, 11, { reasonEditable: true }), madeLesson(2, 18, { reasonEditable: true })];
    const own = madeState(madeView(3, { lessons }), s1);
    expect(shownColumn(typed(own, ...down(1), 'н', 'п'), 1)).toEqual(['нп', 'нп', '']);
    expect(shownColumn(typed(own, ...down(1), 'latin:у', 'latin:п'), 1)).toEqual(['уп', 'уп', '']);
  });

  it('Delete empties, a dot stands for all and then for none', () => {
    expect(shownColumn(typed(start(), ...down(2), '4', 'Delete'), 1)).toEqual(['', '', '', '']);
    const dots = typed(start(), '.', 'ArrowUp', ...down(2), '.');
    expect(shownColumn(dots, 1)).toEqual(['•', '•', '•', '']);
    expect(shownColumn(typed(dots, '.'), 1)).toEqual(['', '', '', '']);
  });

  it('Ctrl+D repeats its top row within the range only, past who is absent', () => {
    const state = typed(start(), 'ArrowDown', 'н', 'ArrowUp', '5', 'ArrowUp', ...down(2), 'Ctrl+D');
    expect(shownColumn(state, 1)).toEqual(['5', 'н', '5', '']);
  });

  it('passes by closed rows, and counts lessons that refuse', () => {
    const closed = [{ from: 0, to: 2, reason: 'академический отпуск' }];
    const rows = [madeRow(1, '||'), madeRow(2, '||', { closed }), madeRow(3, '||')];
    const state = typed(madeState(madeView(3, { rows })), ...down(2), 'Shift+ArrowRight', '5');
    expect(shownColumn(state, 1)).toEqual(['5', '', '5']);
    expect(state.notice).toMatchObject({ tone: 'done' });
    expect(state.notice?.text).toMatch(/^Записано: 2.клетки\. Не изменено: 2\. Ввод откроется в день занятия\.$/);
  });

  it('where nothing may be written says why', () => {
    const state = typed(start(), 'ArrowRight', ...down(1), '5');
    expect(state.notice).toEqual({ tone: 'refused', text: 'Ввод откроется в день занятия.' });
    expect(state.pending.size).toBe(0);
  });

  it('is copied as a spreadsheet takes it', () => {
    const state = typed(
      start(),
      '5',
      'н',
      'PageUp',
      'ArrowLeft',
      '4',
      'PageUp',
      'ArrowRight',
      'Shift+ArrowLeft',
      ...down(1),
    );
    expect(copiedText(state)).toBe('4\t5\n\tн');
    expect(copiedText(typed(state, 'Escape', 'PageUp'))).toBe('4');
  });
});
