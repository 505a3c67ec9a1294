import { describe, expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import { usualYearEnd } from '../regulation/year-end-settings';
import { orderKindOf, outcomeOf, yearsOfStudy } from './outcome';

const student = { finalYear: false, onLeave: false, debts: 0 };

describe('R-034 what the year’s end makes of a student, S0–S4', () => {
  test.each([
    ['no debts', {}, 'promoted', 'promotion'],
    ['a debt', { debts: 1 }, 'conditional', 'promotion'],
    ['many debts', { debts: 30 }, 'conditional', 'promotion'],
    ['last year', { finalYear: true }, 'graduated', 'graduation'],
    ['last year with a debt', { finalYear: true, debts: 1 }, 'notGraduated', null],
    ['academic leave', { onLeave: true, debts: 9 }, 'onLeave', null],
    ['academic leave in the last year', { onLeave: true, finalYear: true }, 'onLeave', null],
  ] as const)('%s', (_, given, outcome, order) => {
    for (const name of ['s0', 's1', 's2', 's3', 's4', 'demo'] as const) {
      expect(outcomeOf({ ...student, ...given }, profiles[name]), name).toBe(outcome);
    }
    expect(orderKindOf(outcome)).toBe(order);
  });

  test.each([
    ['conditional', 2, 2, 'conditional'],
    ['conditional', 2, 3, 'retained'],
    ['retain', null, 1, 'retained'],
    ['retain', null, 0, 'promoted'],
  ] as const)('debtors: %s, at most %s; %i debts → %s', (debtors, conditionalDebts, debts, outcome) => {
    const yearEnd = { ...usualYearEnd, debtors, conditionalDebts };
    expect(outcomeOf({ ...student, debts }, { yearEnd })).toBe(outcome);
    expect(orderKindOf('retained')).toBeNull();
  });
});

test.each([
  [8, 46, 4],
  [6, 34, 3],
  [7, 46, 4],
  [null, 46, 4],
  [null, 34, 3],
  [null, 10, 1],
])('a plan with last semester %s and %i months takes %i years', (semester, months, years) => {
  expect(yearsOfStudy(semester, months)).toBe(years);
});
