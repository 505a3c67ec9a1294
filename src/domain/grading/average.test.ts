import { describe, expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import type { MarkValue } from '../types';
import { averageOf, pooledAverage, type WeightedMark } from './average';
import { commaFromFraction } from './decimal';
import { explainAverage, explainProposal } from './explain';
import { diverges, needsReason, proposeMark } from './proposal';

/** `marks(3, 1)` in the order 5, 4, 3, 2: three fives and a four. */
function marks(...counts: number[]): WeightedMark[] {
  const values: MarkValue[] = ['5', '4', '3', '2'];
  return values.flatMap((value, index) => Array.from({ length: counts[index] ?? 0 }, () => ({ value })));
}

const s1 = profiles.s1.periodMark;

/** Exactly 200 marks make every two-and-a-half-thousandth reachable: 4,645 = 929 / 200. */
describe('R-091 G-01 S1 table under 2.3, half-up to 0,01 first', () => {
  test.each([
    [marks(129, 71), 465, '5'], // 4,645
    [marks(129, 71, 0, 0).slice(1), 464, '4'], // 4,643…
    [marks(13, 7), 465, '5'], // 4,65
    [marks(129, 70, 1), 464, '4'], // 4,64
    [marks(11, 4, 1), 463, '4'], // 4,625
    [marks(13, 7).map((mark) => (mark.value === '5' ? { value: '4' as const } : { value: '3' as const })), 365, '4'],
    [marks(0, 129, 71), 365, '4'], // 3,645
    [marks(0, 128, 72), 364, '3'], // 3,64
    [marks(0, 0, 99, 101), 250, '3'], // 2,495
    [marks(0, 0, 1, 1), 250, '3'],
    [marks(0, 0, 49, 51), 249, '2'],
    [marks(0, 0, 0, 3), 200, '2'],
    [marks(7), 500, '5'],
  ] as const)('case %#: average %2$i hundredths', (given, hundredths, proposed) => {
    const average = averageOf(given, s1);
    expect(average?.hundredths).toBe(hundredths);
    expect(proposeMark(average, s1)?.value).toBe(proposed);
  });
});

test.each([
  ['s0', null],
  ['s1', '4'],
  ['s2', '5'],
  ['s3', '5'],
  ['s4', null],
  ['demo', '4'],
] as const)('C-06 %s proposes %s for 4,50', (id, proposed) => {
  const settings = profiles[id].periodMark;
  const average = averageOf(marks(1, 1), settings);
  expect(average?.hundredths).toBe(450);
  expect(proposeMark(average, settings)?.value ?? null).toBe(proposed);
});

test('R-092 S3 compares the exact mean: 4,495 is shown as 4,50 and proposes 4; S2 rounds first and proposes 5', () => {
  const given = marks(99, 101);
  const s3 = averageOf(given, profiles.s3.periodMark);
  expect(s3?.hundredths).toBe(450);
  const proposal = proposeMark(s3, profiles.s3.periodMark);
  expect([proposal?.value, proposal?.next?.missing]).toEqual(['4', 1]);
  expect(proposeMark(averageOf(given, profiles.s2.periodMark), profiles.s2.periodMark)?.value).toBe('5');
});

test('a step of a tenth rounds the fraction itself, not its hundredths', () => {
  const average = averageOf(marks(129, 71).slice(1), { algorithm: 'mean', roundingStep: '0.1' });
  expect(average?.hundredths).toBe(460);
});

test('G-02 weights count only where the regulation says so', () => {
  const given: WeightedMark[] = [{ value: '5', weight: 3 }, { value: '3' }];
  expect(averageOf(given, { ...s1, algorithm: 'weighted' })).toMatchObject({
    sum: 18,
    weight: 4,
    hundredths: 450,
    count: 2,
  });
  expect(averageOf(given, s1)).toMatchObject({ sum: 8, weight: 2, hundredths: 400 });
});

test('G-03 зачёт does not enter the average; without numeric marks there is none', () => {
  expect(averageOf([{ value: '5' }, { value: 'pass' }, { value: 'fail' }], s1)).toMatchObject({
    count: 1,
    hundredths: 500,
  });
  expect(averageOf([{ value: 'pass' }], s1)).toBeNull();
  expect(proposeMark(null, s1)).toBeNull();
});

test('no mark on the five-point scale is proposed where a зачёт is given', () => {
  expect(proposeMark(averageOf(marks(3), s1), s1, 'passFail')).toBeNull();
});

test('screens.md 5: the explanation of 4,63 is what the picture shows', () => {
  const average = averageOf(marks(11, 4, 1), s1);
  const proposal = proposeMark(average, s1);
  if (!average || !proposal) throw new Error('expected an average');
  expect(explainAverage(average, s1)).toEqual({
    rounded: '4,63',
    raw: '4,625',
    marks: '16: «5» — 11, «4» — 4, «3» — 1',
    formula: '(5 × 11 + 4 × 4 + 3 × 1) : 16 = 74 : 16 = 4,625 → 4,63',
    rule: 'до сотых, 5 тысячных — вверх; все отметки с весом 1; долги и зачёты в средний не входят',
  });
  expect(explainProposal(proposal)).toBe('от 3,65 до 4,64; «5» — от 4,65');
  expect(proposal.next).toEqual({ value: '5', from: 465, missing: 2 });
});

test.each([
  [marks(5), 'от 4,65 и выше'],
  [marks(0, 0, 0, 5), 'до 2,49; «3» — от 2,50'],
])('why a mark is proposed at the ends of the table', (given, words) => {
  const proposal = proposeMark(averageOf(given, s1), s1);
  expect(proposal && explainProposal(proposal)).toBe(words);
});

test.each([
  [65, 15, '4,333…'],
  [74, 16, '4,625'],
  [9, 2, '4,5'],
  [5, 1, '5'],
  [929, 200, '4,645'],
  [14, 3, '4,666…'],
])('%i : %i = %s', (sum, count, text) => {
  expect(commaFromFraction(sum, count)).toBe(text);
});

test.each([
  ['5', '4', true],
  ['4', '4', false],
  ['3', null, false],
  [null, '4', false],
  ['notAttested', '2', true],
  ['pass', 'fail', true],
] as const)('R-093 R-100 final %s, proposed %s: differs %s', (final, proposed, differs) => {
  expect(diverges(final, proposed)).toBe(differs);
  expect(needsReason(final, proposed, s1)).toBe(differs);
  expect(needsReason(final, proposed, profiles.s2.periodMark)).toBe(false);
});

describe('the mean of a group', () => {
  const rows = [marks(3, 1), marks(0, 2, 2, 1), [], marks(1)];
  test.each(['s1', 's4'] as const)('is that of all its marks, not of the means (%s)', (id) => {
    const settings = profiles[id].periodMark;
    const means = rows.map((row) => averageOf(row, settings));
    expect(pooledAverage(means, settings)).toEqual(averageOf(rows.flat(), settings));
  });
  test('is none without marks', () => {
    expect(pooledAverage([null, null], s1)).toBeNull();
  });
});
