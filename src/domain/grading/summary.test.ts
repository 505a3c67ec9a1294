import { expect, test } from 'vitest';
import type { FinalMark } from './quality';
import { averageOfFinals, courseSummary, groupSummary } from './summary';

test('B.4 R-117 one course, worked by hand: 5 5 4 3 2 н/а and one without a mark', () => {
  const finals: FinalMark[] = ['5', '5', '4', '3', '2', 'notAttested', null];
  // N = 6; 4/6 = 66,7; 3/6 = 50; (200 + 64 + 36 + 16 + 7)/6 = 53,83; (5+5+4+3+2)/5 = 3,80
  expect(courseSummary(finals, true)).toEqual({ counted: 6, success: 66.7, quality: 50, learning: 53.8, average: 380 });
  // without н/а: 4/5; 3/5; 316/5
  expect(courseSummary(finals, false)).toEqual({ counted: 5, success: 80, quality: 60, learning: 63.2, average: 380 });
});

test('B.4 a course of зачёты has success and nothing else; a course without marks has nothing', () => {
  expect(courseSummary(['pass', 'pass', 'fail', null], true)).toEqual({
    ...{ counted: 3, success: 66.7, quality: null, learning: null, average: null },
  });
  expect(courseSummary([null, 'exempt'], true)).toMatchObject({ counted: 0, success: null, average: null });
});

test('B.4 R-113 a group by its students: excellent, good, one three, passing, failing, unmarked', () => {
  const rows: FinalMark[][] = [
    ['5', '5', 'pass'],
    ['5', '4', 'pass'],
    ['4', '3', 'pass'],
    ['3', '3', 'pass'],
    ['5', '2', 'pass'],
    ['4', '4', 'notAttested'],
    [null, null, null],
  ];
  // 6 counted, 2 failing: 4/6 = 66,7; 2/6 = 33,3; marks 5×4 4×4 3×3 2×1 = 47/12 = 3,92
  // СОУ: (4·100 + 4·64 + 3·36 + 1·16 + 1·7)/13 = 787/13 = 60,54
  expect(groupSummary(rows, true)).toEqual({
    ...{ counted: 6, excellent: 1, good: 1, oneThree: 1, failing: 2 },
    ...{ success: 66.7, quality: 33.3, learning: 60.5, average: 392 },
  });
});

test('an empty group answers with nothing to count', () => {
  expect(groupSummary([], true)).toMatchObject({
    counted: 0,
    success: null,
    quality: null,
    learning: null,
    average: null,
  });
  expect(averageOfFinals(['notAttested', 'pass'])).toBeNull();
});
