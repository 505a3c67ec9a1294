import { describe, expect, test } from 'vitest';
import { makeTerm, type PlanLine } from '@/domain/curriculum/plan';
import { mergeSheets, sheetOf } from './sheet';

const line = (
  id: number,
  index: string,
  hours: number,
  name = index,
): PlanLine & { id: number; journals: string[] } => ({
  ...{ id, index, name, kind: 'discipline', passFail: false, journals: [] },
  terms: [makeTerm(1, { hours })],
});
const base = sheetOf({ lines: [line(1, 'ОП.01', 36), line(2, 'ОП.02', 72)], weeks: [{ semester: 1, weeks: 17 }] });
const typed = (cell: string, text: string) => ({
  ...base,
  lines: base.lines.map((one) => (one.id === 2 ? { ...one, cells: { ...one.cells, [cell]: text } } : one)),
});
const shown = (merged: ReturnType<typeof mergeSheets>) =>
  merged.sheet.lines.map(({ cells }) => `${cells.index} ${cells.hours1} ${cells.control1 ?? ''}`.trim());

describe('R-024 two people type one plan', () => {
  test('what only one of them changed is taken from that one', () => {
    const theirs = sheetOf({ lines: [line(1, 'ОП.01', 40), line(2, 'ОП.02', 72), line(3, 'ОП.03', 36)], weeks: [] });
    const merged = mergeSheets({ base, mine: typed('control1', 'Э'), theirs });
    expect(shown(merged)).toEqual(['ОП.01 40', 'ОП.02 72 Э', 'ОП.03 36']);
    expect([merged.conflicts, merged.kept, merged.sheet.weeks]).toEqual([[], 0, {}]);
  });

  test('the same cell keeps mine and tells theirs', () => {
    const theirs = sheetOf({
      lines: [line(1, 'ОП.01', 36), line(2, 'ОП.02', 68)],
      weeks: [{ semester: 1, weeks: 16 }],
    });
    const mine = { ...typed('hours1', '70'), weeks: { 1: '18' } };
    const merged = mergeSheets({ base, mine, theirs });
    expect(shown(merged)).toEqual(['ОП.01 36', 'ОП.02 70']);
    const key = base.lines[1]?.key;
    expect(merged.conflicts).toEqual([
      { key, cell: 'hours1', theirs: '68' },
      { key: null, cell: 'weeks1', theirs: '16' },
    ]);
    expect(merged.sheet.weeks).toEqual({ 1: '18' });
  });

  test('a line that they removed and I changed stays as a new one', () => {
    const theirs = sheetOf({ lines: [line(1, 'ОП.01', 36)], weeks: [{ semester: 1, weeks: 17 }] });
    const merged = mergeSheets({ base, mine: typed('hours1', '70'), theirs });
    expect(merged.sheet.lines.map(({ id, cells }) => [id, cells.hours1])).toEqual([
      [1, '36'],
      [null, '70'],
    ]);
    expect(merged.kept).toBe(1);
  });
});
