import { describe, expect, test } from 'vitest';
import { type ProfileId, profiles } from '../regulation/profiles';
import { absenceKinds, coversLesson, proposedCode } from './absence-note';
import { type ExcusableLesson, planExcuse } from './excuse-plan';

const today = '2026-10-14';
const week = { startsOn: '2026-10-12', endsOn: '2026-10-16', firstPeriod: null, lastPeriod: null };

const untouched: ExcusableLesson = {
  ...{ lessonId: 1, date: today, classPeriod: 2, taken: false },
  ...{ presence: null, presenceVersion: 0, reason: null, reasonVersion: 0 },
};
const missed: ExcusableLesson = { ...untouched, taken: true, presence: 'absent', presenceVersion: 1 };

const cases: [ProfileId, string, ExcusableLesson, [presences: number, reasons: number, kept: number]][] = [
  ['s0', 'an absence without a reason', missed, [0, 1, 0]],
  ['s0', 'the same reason already', { ...missed, reason: 'valid' }, [0, 0, 0]],
  ['s0', 'another reason already', { ...missed, reason: 'invalid' }, [0, 0, 1]],
  ['s0', 'nothing said yet: presence is the teacher’s', untouched, [0, 0, 0]],
  ['s0', 'a lateness', { ...missed, presence: 'late' }, [0, 0, 0]],
  ['s0', 'a day outside', { ...missed, date: '2026-10-09' }, [0, 0, 0]],
  ['s0', 'a day ahead', { ...missed, date: '2026-10-15' }, [0, 0, 0]],
  ['s1', 'reasons are the teacher’s', missed, [0, 0, 0]],
  ['s2', 'nothing said yet', untouched, [1, 1, 0]],
  ['s2', 'the teacher found him present', { ...untouched, taken: true }, [0, 0, 0]],
  ['s2', '«от» says nothing of a reason', { ...missed, reason: 'unknown' }, [0, 1, 0]],
  ['s3', 'the curator comes first', { ...untouched, taken: true }, [1, 1, 0]],
  ['s3', 'the teacher has taken the absence back', { ...untouched, taken: true, presenceVersion: 2 }, [0, 0, 0]],
  ['s4', 'reasons are the teacher’s', missed, [0, 0, 0]],
  ['demo', 'an absence without a reason', missed, [0, 1, 0]],
];

test.each(cases)('C-01 R-084 %s, %s', (id, _, lesson, expected) => {
  const plan = planExcuse([lesson], week, 'valid', { today, attendance: profiles[id].attendance });
  expect([plan.presences.length, plan.reasons.length, plan.kept]).toEqual(expected);
});

describe('R-084 a note', () => {
  test.each([
    ['s0', ['уп', 'уп', 'уп', 'уп', 'уп']],
    ['s2', ['б', 'уп', 'уп', 'уп', 'уп']],
    ['s3', ['ну', 'ну', 'ну', 'ну', 'ну']],
    ['demo', ['б', 'уп', 'уп', 'уп', 'уп']],
  ] as const)('of %s proposes %j', (id, symbols) => {
    expect(absenceKinds.map((kind) => proposedCode(kind, profiles[id].attendance.codes)?.symbol)).toEqual(symbols);
  });

  test.each([
    [{ date: '2026-10-12', classPeriod: 4 }, null, null, true],
    [{ date: '2026-10-17', classPeriod: 1 }, null, null, false],
    [{ date: '2026-10-12', classPeriod: 2 }, 1, 2, true],
    [{ date: '2026-10-12', classPeriod: 3 }, 1, 2, false],
  ])('covers %o of pairs %s–%s: %s', (lesson, firstPeriod, lastPeriod, covered) => {
    expect(coversLesson({ ...week, firstPeriod, lastPeriod }, lesson)).toBe(covered);
  });
});
