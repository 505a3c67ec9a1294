import { describe, expect, test } from 'vitest';
import type { TopicRow } from '@/domain/schemes/topic-rows';
import {
  addLine,
  cellsFrom,
  moveLine,
  pasteLines,
  putLines,
  redo,
  removeLine,
  sameLines,
  tableOf,
  typeCell,
  undo,
} from './scheme-table';

const line = (key: string, part = ''): TopicRow => ({
  ...{ key, id: null, part, title: key, lessonType: 'lecture', hours: '2', content: '', homework: '', materials: '' },
});
const three = tableOf([line('а', 'I'), line('б'), line('в', 'II')]);
const words = ({ rows }: { rows: readonly TopicRow[] }) => rows.map(({ part, title }) => `${part}${title}`).join(' ');

describe('R-046 editing a КТП as a table', () => {
  test.each([
    ['nothing', three, 'Iа б IIв'],
    ['a line under another', addLine(three, 'а', line('н')), 'Iа н б IIв'],
    ['a line above all', addLine(three, null, line('н')), 'н Iа б IIв'],
    ['a line gone leaves its section', removeLine(three, 'а'), 'Iб IIв'],
    ['a line moved', moveLine(three, 'б', -1), 'б Iа IIв'],
    ['the last one does not move on', moveLine(three, 'в', 1), 'Iа б IIв'],
    ['lines behind', putLines(three, [line('н')], 'behind', () => 'k'), 'Iа б IIв н'],
    ['lines instead', putLines(three, [line('н')], 'instead', () => 'k'), 'н'],
    [
      'a paste over lines and beyond',
      pasteLines(three, 'в', [{ title: 'ж' }, { title: 'з' }], () => line('k')),
      'Iа б IIж з',
    ],
  ])('%s', (_, table, expected) => {
    expect(words(table)).toBe(expected);
    expect(words(redo(undo(table)))).toBe(expected);
  });

  test('letters in one cell are one step of undo', () => {
    const typed = typeCell(typeCell(three, 'а', 'title', 'а1'), 'а', 'title', 'а12');
    expect(words(typed)).toBe('Iа12 б IIв');
    expect(words(undo(typed))).toBe('Iа б IIв');
    expect(sameLines(undo(typed).rows, three.rows)).toBe(true);
  });

  test('a rectangle falls into the columns from its first one', () => {
    expect(cellsFrom('hours', [['4', 'Виды', '§ 1']])).toEqual([{ hours: '4', content: 'Виды', homework: '§ 1' }]);
    const blank = pasteLines(three, 'а', [{ title: '', hours: '4' }], () => line('k'));
    expect(blank.rows[0]).toMatchObject({ title: 'а', hours: '4' });
  });
});
