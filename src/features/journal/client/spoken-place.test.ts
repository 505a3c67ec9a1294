import { describe, expect, it } from 'vitest';
import { spokenPlace } from './spoken-place';
import { madeLesson, madeRow, madeState, madeView } from './testing/made-view';
import { typed } from './testing/typing';

const lab = { id: 5, type: 'lab', title: 'ЛР № 5', required: true, dueOn: '2026-12-15', version: 1 };
const said = (cells: string, closed: { from: number; to: number; reason: string }[] = []) => {
  const rows = [madeRow(1, cells, { name: 'Иванова Екатерина', closed })];
  return spokenPlace(madeState(madeView(1, { lessons: [madeLesson(2, 18, { assignments: [lab] })], rows })));
};

describe('a cell in words (screens.md 9)', () => {
  it.each([
    ['', 'пусто'],
    ['/051', 'отметка 5, ЛР № 5'],
    ['/0nr1', 'долг: ЛР № 5, срок 15\u00A0декабря'],
    ['a1', 'отсутствует, причина не указана'],
    ['/041!', 'отметка 4, ЛР № 5, внесено позже срока'],
  ])('%s', (cells, words) => expect(said(cells)).toBe(`Иванова Екатерина, 18\u00A0декабря, ${words}`));
  it('gives the reason of a closed row', () => {
    expect(said('', [{ from: 0, to: 0, reason: 'академический отпуск' }])).toContain('закрыто: академический отпуск');
  });
  it('says what is not saved yet', () => {
    expect(spokenPlace(typed(madeState(), 'н'))).toContain('сохраняется');
  });
  it('names a period grade with its proposal and average', () => {
    expect(spokenPlace(typed(madeState(), 'End'))).toContain('итоговой нет');
  });
});
