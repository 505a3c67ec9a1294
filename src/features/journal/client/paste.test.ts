import { describe, expect, it } from 'vitest';
import { copiedText } from './copy';
import { pasteText } from './paste';
import { madeState, madeView } from './testing/made-view';
import { shownColumn } from './testing/shown';
import { typed } from './testing/typing';

describe('from and to a spreadsheet', () => {
  it('writes a column down from the cursor, one step of undo', () => {
    const state = pasteText(madeState(madeView(5)), '5\nн\n\n4\n.\n');
    expect(shownColumn(state, 1)).toEqual(['5', 'н', '', '4', '•']);
    expect(shownColumn(typed(state, 'Ctrl+Z'), 1)).toEqual(['', '', '', '', '']);
  });
  it('counts what it does not understand or may not write', () => {
    const state = pasteText(madeState(madeView(3)), '5\tx\nочень\n4');
    expect(shownColumn(state, 1)).toEqual(['5', '', '4']);
    expect(state.notice?.text).toBe('Вставлено: 2\u00A0клетки. Не понято или закрыто: 2.');
  });
  it('leaves out a lesson ahead and what lies beyond the last row and lesson, and counts it', () => {
    const state = pasteText(madeState(madeView(2)), '5\t4\t3\r\n4\t5\t2\r\n3\t3\t3\r\n');
    expect([0, 1, 2].map((column) => shownColumn(state, column))).toEqual([
      ['', ''],
      ['5', '4'],
      ['', ''],
    ]);
    expect(state.notice?.text).toBe('Вставлено: 2\u00A0клетки. Не понято или закрыто: 7.');
  });
  it('goes into the chosen cells: a block from the first of them, a lone value into all', () => {
    const chosen = typed(madeState(madeView(3)), 'Shift+ArrowDown', 'Shift+ArrowLeft');
    const block = pasteText(chosen, '5\t4\nн\t3');
    expect([shownColumn(block, 0), shownColumn(block, 1)]).toEqual([
      ['5', 'н', ''],
      ['4', '3', ''],
    ]);
    expect(copiedText(block)).toBe('5\t4\nн\t3');
    const lone = pasteText(chosen, 'н\n');
    expect([shownColumn(lone, 0), shownColumn(lone, 1)]).toEqual([
      ['н', 'н', ''],
      ['н', 'н', ''],
    ]);
  });
  it('reads an absence with its mark, and gives the same text back', () => {
    const state = pasteText(madeState(madeView(2)), 'н,5');
    expect(copiedText(state)).toBe('н,5');
  });
  it('refuses a text without anything to write', () => {
    expect(pasteText(madeState(), 'привет').notice?.tone).toBe('refused');
  });
});
