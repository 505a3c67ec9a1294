import { describe, expect, it } from 'vitest';
import { copiedText, pasteText } from './paste';
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
  it('reads an absence with its mark, and gives the same text back', () => {
    const state = pasteText(madeState(madeView(2)), 'н,5');
    expect(copiedText(state)).toBe('н,5');
  });
  it('refuses a text without anything to write', () => {
    expect(pasteText(madeState(), 'привет').notice?.tone).toBe('refused');
  });
});
