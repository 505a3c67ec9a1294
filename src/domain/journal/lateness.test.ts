import { expect, test } from 'vitest';
import { instantOf } from '../deadlines/zone';
import { profiles } from '../regulation/profiles';
import { lessonEntryIsLate, markIsLate } from './lateness';

const zone = 'Europe/Samara';
const lessonDate = '2026-11-12';

test.each([
  ['s0', '2026-11-12', '23:59', false],
  ['s1', '2026-11-13', '00:00', true],
  ['s2', '2026-11-12', '15:59', false],
  ['s2', '2026-11-12', '16:01', true],
  ['s3', '2026-11-13', '08:00', true],
  ['s4', '2026-11-12', '18:00', false],
  ['demo', '2026-11-13', '00:01', true],
] as const)('C-03 %s: topic or presence entered %s %s is late: %s', (id, date, time, late) => {
  expect(lessonEntryIsLate(instantOf(date, time, zone), lessonDate, profiles[id], zone)).toBe(late);
});

test.each([
  ['s0', 'answer', '2026-11-13', true],
  ['s0', 'lab', '2026-12-01', false],
  ['s1', 'lab', '2026-11-17', false],
  ['s1', 'lab', '2026-11-18', true],
  ['s1', 'answer', '2026-11-13', true],
  ['s1', 'homework', '2026-12-01', false],
  ['s2', 'answer', '2026-11-19', false],
  ['s2', 'answer', '2026-11-20', true],
  ['s3', 'lab', '2026-12-01', false],
  ['s4', 'answer', '2026-11-12', false],
  ['demo', 'lab', '2026-11-24', true],
  ['demo', 'withdrawn', '2026-12-01', false],
] as const)('C-04 R-066 R-067 %s: a mark for %s entered on %s is late: %s', (id, taskType, date, late) => {
  expect(markIsLate({ enteredAt: instantOf(date, '12:00', zone), lessonDate, taskType }, profiles[id], zone)).toBe(
    late,
  );
});
