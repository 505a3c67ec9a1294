import { describe, expect, it } from 'vitest';
import { type CellFacts, emptyCell, packCell, packRow, unpackCell, unpackRow } from './packed-cells';

const cells: CellFacts[] = [
  emptyCell,
  { ...emptyCell, presence: 'absent', presenceVersion: 1 },
  { ...emptyCell, presence: null, presenceVersion: 3, presenceLate: true },
  { ...emptyCell, presence: 'absent', presenceVersion: 2, reason: 'valid', reasonVersion: 12 },
  { ...emptyCell, reason: null, reasonVersion: 2 },
  {
    ...emptyCell,
    presence: 'late',
    presenceVersion: 1,
    marks: [
      { assignment: 0, value: '5', required: false, version: 1, late: true },
      { assignment: 11, value: null, required: true, version: 7, late: false },
      { assignment: 1, value: 'pass', required: true, version: 10, late: false },
    ],
  },
];

describe('packed cells', () => {
  it.each(cells)('reads back what it packed: %j', (cell) => {
    expect(unpackCell(packCell(cell))).toEqual(cell);
  });
  it('keeps the order of a row', () => expect(unpackRow(packRow(cells))).toEqual(cells));
  it('packs an empty cell to nothing', () => expect(packCell(emptyCell)).toBe(''));
  it.each(['q1', 'a', '/x', '/05', '~5~', 'a1/0'])('refuses %s', (text) => expect(() => unpackCell(text)).toThrow());
});
