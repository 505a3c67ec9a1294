import { describe, expect, test } from 'vitest';
import { makeTerm, type PlanLine } from '@/domain/curriculum/plan';
import { columnsFor } from './columns';
import { deskLine, emptyLine, readDeskLine, withCell } from './desk';
import { moveOf } from './grid-keys';
import { pasteBlock, replaceLines } from './paste';

const all = columnsFor(null, 8);
const column = (id: string) => all.find((one) => one.id === id) ?? all[0] ?? never();
const never = (): never => {
  throw new Error('no such column');
};
const line: PlanLine = {
  ...{ index: 'МДК.01.01', name: 'Разработка модулей', kind: 'interdisciplinaryCourse', passFail: true },
  terms: [
    makeTerm(4, { hours: 72, lectures: 36, practical: 36, controlForm: 'complexExam', complex: 2, selfStudy: 8 }),
    makeTerm(5, { hours: 40, controlForm: 'gradedCredit' }),
  ],
};

describe('R-024 a plan as it is typed', () => {
  test('what is read back is what was shown', () => {
    expect(readDeskLine(deskLine(line))).toEqual({ line, problems: new Map() });
  });

  test('an index says what kind of course it is, in either layout', () => {
    const typed = withCell(emptyLine(), column('index'), 'уп.01.01');
    expect(readDeskLine(typed).line).toMatchObject({ index: 'УП.01.01', kind: 'educationalPractice' });
  });

  test('what is not understood is told at its cell and typed on', () => {
    let typed = withCell(deskLine(line), column('hours4'), '7х');
    typed = withCell(withCell(typed, column('control5'), 'Ъ'), column('name'), ' ');
    expect([...readDeskLine(typed).problems.keys()]).toEqual(['name', 'hours4', 'control5']);
    expect(typed.cells.hours4).toBe('7х');
  });

  test('a block is laid from the cell on, with new lines at the end', () => {
    const block = [
      ['ОП.01', 'Сети'],
      ['ОП.02', 'Базы данных', '', '36', 'Э'],
    ];
    const pasted = pasteBlock([deskLine(line)], all, { row: 0, column: 0 }, block);
    expect(pasted.map(({ cells }) => [cells.index, cells.name, cells.hours1, cells.control1, cells.hours4])).toEqual([
      ['ОП.01', 'Сети', undefined, undefined, '72'],
      ['ОП.02', 'Базы данных', '36', 'Э', undefined],
    ]);
  });

  test('a pasted plan keeps the lines whose index was there, with their journals and scale', () => {
    const known = { ...deskLine({ ...line, id: 7, journals: ['ИСП-25-1, 2026/2027'] }) };
    const pasted = replaceLines(
      [known],
      [
        { ...line, index: 'МДК.01.01', passFail: false, terms: [] },
        { ...line, index: 'ОП.09' },
      ],
    );
    expect(pasted.map(({ id, journals, cells }) => [id, journals.length, cells.scale, cells.hours4])).toEqual([
      [7, 1, 'зач', undefined],
      [null, 0, 'зач', '72'],
    ]);
  });
});

test.each([
  [{ key: 'Enter' }, 'abc', [3, 3], { kind: 'go', rows: 1, columns: 0 }],
  [{ key: 'Enter', shiftKey: true }, 'abc', [3, 3], { kind: 'go', rows: -1, columns: 0 }],
  [{ key: 'Enter', ctrlKey: true }, 'abc', [3, 3], { kind: 'insert' }],
  [{ key: 'ArrowLeft' }, 'abc', [0, 3], { kind: 'go', rows: 0, columns: -1 }],
  [{ key: 'ArrowLeft' }, 'abc', [2, 2], null],
  [{ key: 'ArrowRight' }, 'abc', [3, 3], { kind: 'go', rows: 0, columns: 1 }],
  [{ key: 'ArrowUp', altKey: true }, 'abc', [0, 0], { kind: 'carry', rows: -1 }],
  [{ key: 'ы', code: 'KeyS', ctrlKey: true }, 'abc', [0, 0], { kind: 'save' }],
  [{ key: 'Delete', ctrlKey: true, shiftKey: true }, 'abc', [0, 0], { kind: 'remove' }],
  [{ key: 'v', code: 'KeyV', ctrlKey: true }, 'abc', [0, 0], null],
  [{ key: 'д' }, 'abc', [0, 0], null],
])('key %o in «%s» at %o', (key, value, [selectionStart = 0, selectionEnd = 0], move) => {
  const pressed = { code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...key };
  expect(moveOf(pressed, { value, selectionStart, selectionEnd })).toEqual(move);
});
