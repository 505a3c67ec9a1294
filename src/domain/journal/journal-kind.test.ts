import { describe, expect, test } from 'vitest';
import { journalKindOf, moduleIndexOf } from './journal-kind';

const none = { practical: 0, laboratory: 0 };

describe('R-055 kinds of journals', () => {
  test.each([
    ['discipline', [{ hours: 72, ...none }], 'theory'],
    ['discipline', [{ hours: 72, practical: 36, laboratory: 0 }], 'theory'],
    ['discipline', [{ hours: 72, practical: 72, laboratory: 0 }], 'practical'],
    ['discipline', [{ hours: 36, practical: 20, laboratory: 16 }], 'practical'],
    [
      'discipline',
      [
        { hours: 36, practical: 36, laboratory: 0 },
        { hours: 36, practical: 0, laboratory: 0 },
      ],
      'theory',
    ],
    ['discipline', [], 'theory'],
    ['interdisciplinaryCourse', [{ hours: 72, practical: 72, laboratory: 0 }], 'module'],
    ['professionalModule', [], 'module'],
    ['educationalPractice', [{ hours: 72, ...none }], 'module'],
    ['internship', [{ hours: 144, ...none }], 'internship'],
    ['extracurricular', [{ hours: 34, ...none }], 'extracurricular'],
    ['finalAssessment', [], 'final'],
  ] as const)('%s with %o is kept as %s', (course, terms, kind) => {
    expect(journalKindOf(course, terms)).toBe(kind);
  });

  test.each([
    ['МДК.01.02', 'ПМ.01'],
    ['УП.11.01', 'ПМ.11'],
    ['ПП.02.01', 'ПМ.02'],
    ['ПДП', null],
    ['ОП.04', null],
  ])('%s belongs to %s', (index, module) => {
    expect(moduleIndexOf(index)).toBe(module);
  });
});
