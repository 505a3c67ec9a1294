import { expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import { missedHours } from './missed-hours';

const lesson = (presence: 'absent' | 'late' | null, reason: string | null, hours = 2) => ({ presence, reason, hours });

test('B.4 G-04: hours by class, a пара is 2, lateness is 0', () => {
  const lessons = [
    lesson('absent', null),
    lesson('absent', 'valid'),
    lesson('absent', 'sick', 1),
    lesson('absent', 'invalid'),
    lesson('late', null),
    lesson(null, null),
  ];
  expect(missedHours(lessons, profiles.demo.attendance.codes)).toEqual({
    total: 7,
    valid: 3,
    sick: 1,
    invalid: 2,
    unclassified: 2,
    lateLessons: 1,
  });
});

test.each(['s0', 's1', 's2', 's3', 's4'] as const)('%s: every absence counts, lateness never', (id) => {
  const { codes } = profiles[id].attendance;
  const absences = codes.filter((code) => code.presence === 'absent');
  const lessons = [...absences.map((code) => lesson('absent', code.id)), lesson('late', null)];
  const sum = missedHours(lessons, codes);
  expect(sum.total).toBe(absences.length * 2);
  expect(sum.valid + sum.invalid + sum.unclassified).toBe(sum.total);
  expect(sum.lateLessons).toBe(1);
});
