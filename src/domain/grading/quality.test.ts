import { expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import { type FinalMark, qualityOf, standingOf } from './quality';
import { isFailing, isGradeOf, isMarkOf, markSign, scaleOf } from './scale';

const times = (count: number, mark: FinalMark): FinalMark[] => Array.from({ length: count }, () => mark);

test('B.4: н/а is in the denominator, the exempt and the unmarked are not', () => {
  const finals = [...times(5, '5'), ...times(8, '4'), ...times(6, '3'), ...times(2, '2'), ...times(3, 'notAttested')];
  const quality = qualityOf([...finals, ...times(2, 'exempt'), null]);
  // 1 281 / 24 = 53,375
  expect(quality).toMatchObject({ counted: 24, success: 79.2, quality: 54.2, learning: 53.4 });
});

test('зачёты count for success only; nobody to count gives no percentage', () => {
  expect(qualityOf([...times(3, 'pass'), 'fail'])).toMatchObject({
    counted: 4,
    success: 75,
    quality: null,
    learning: null,
  });
  expect(qualityOf([null, 'exempt'])).toMatchObject({ counted: 0, success: null, quality: null });
});

test('C-07 н/а may be left out of the denominator', () => {
  expect(qualityOf(['5', 'notAttested'], false)).toMatchObject({ counted: 1, success: 100 });
});

test.each<[FinalMark[], string]>([
  [['5', '5', 'pass'], 'excellent'],
  [['5', '4'], 'good'],
  [['5', '3'], 'oneThree'],
  [['3', '3', '5'], 'passing'],
  [['5', '2'], 'failing'],
  [['5', 'fail'], 'failing'],
  [['5', 'notAttested'], 'failing'],
  [[null, 'exempt'], 'unmarked'],
])('B.4 student with %j is %s', (finals, standing) => {
  expect(standingOf(finals)).toBe(standing);
});

test.each([
  ['5', 'five', true],
  ['2', 'five', true],
  ['pass', 'five', false],
  ['pass', 'passFail', true],
  ['4', 'passFail', true],
  ['5', 'none', false],
] as const)('R-065 current mark %s on scale %s: %s', (value, scale, allowed) => {
  expect(isMarkOf(value, scale)).toBe(allowed);
});

test.each([
  ['5', 'five', true],
  ['pass', 'five', false],
  ['4', 'passFail', false],
  ['fail', 'passFail', true],
  ['notAttested', 'five', true],
  ['notAttested', 'none', false],
] as const)('R-065 C-07 grade %s on scale %s: %s', (value, scale, allowed) => {
  expect(isGradeOf(value, scale)).toBe(allowed);
});

test.each([
  ['s2', 1, 'none'],
  ['s2', 2, 'five'],
  ['s0', 1, 'five'],
  ['s1', 1, 'five'],
  ['s3', 1, 'five'],
  ['s4', 1, 'five'],
] as const)('R-073 %s, year %i: scale %s', (id, year, scale) => {
  expect(scaleOf(false, year, profiles[id])).toBe(scale);
});

test('signs of a cell', () => {
  expect([markSign('5'), markSign('pass'), markSign('fail')]).toEqual(['5', 'з', 'нз']);
  expect([isFailing('2'), isFailing('fail'), isFailing('3')]).toEqual([true, true, false]);
});
