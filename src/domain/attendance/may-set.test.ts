import { describe, expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import type { AttendanceFact } from '../types';
import { present } from './codes';
import { maySet, refuseAttendance } from './may-set';

const absent: AttendanceFact = { presence: 'absent', reason: null };
const excused: AttendanceFact = { presence: 'absent', reason: 'valid' };
const late: AttendanceFact = { presence: 'late', reason: null };

test.each([
  ['s0', true, false, false, true],
  ['s1', true, true, false, false],
  ['s2', true, true, true, true],
  ['s3', true, false, true, true],
  ['s4', true, true, false, false],
  ['demo', true, false, false, true],
] as const)('C-01 %s: teacher presence %s reason %s, curator presence %s reason %s', (id, ...rights) => {
  const settings = profiles[id].attendance;
  expect([
    maySet('teacher', 'presence', settings),
    maySet('teacher', 'reason', settings),
    maySet('curator', 'presence', settings),
    maySet('curator', 'reason', settings),
  ]).toEqual(rights);
  expect(maySet('substitute', 'presence', settings)).toBe(rights[0]);
});

describe('R-080 S0: the teacher says absent, the curator says why', () => {
  const settings = profiles.s0.attendance;
  test.each([
    ['teacher', present, absent, null],
    ['substitute', present, absent, null],
    ['teacher', present, excused, 'reasonNotYours'],
    ['teacher', excused, present, null],
    ['teacher', excused, absent, 'reasonNotYours'],
    ['teacher', excused, late, null],
    ['curator', absent, excused, null],
    ['curator', excused, absent, null],
    ['curator', present, excused, 'presenceNotYours'],
    ['curator', absent, present, 'presenceNotYours'],
    ['curator', absent, absent, null],
  ] as const)('%s %o → %o: %s', (by, current, next, refusal) => {
    expect(refuseAttendance({ by, current, next }, settings)).toBe(refusal);
  });
});

test.each([
  ['s2', 'teacher', 'curator', 'otherAuthorPrevails'],
  ['s2', 'curator', 'teacher', null],
  ['s3', 'curator', 'teacher', 'otherAuthorPrevails'],
  ['s3', 'teacher', 'curator', null],
  ['s0', 'teacher', 'teacher', null],
] as const)('C-01 %s: %s over what the %s wrote: %s', (id, by, author, refusal) => {
  const change = { by, current: absent, next: present, writtenBy: { presence: author, reason: null } };
  expect(refuseAttendance(change, profiles[id].attendance)).toBe(refusal);
});

test.each([
  ['s0', null],
  ['s1', null],
  ['s2', 'otherAuthorPrevails'],
  ['s3', null],
  ['s4', null],
] as const)('C-01 %s: the teacher takes back an absence that the curator has explained: %s', (id, refusal) => {
  const writtenBy = { presence: 'teacher', reason: 'curator' } as const;
  const change = { by: 'teacher', current: excused, next: present, writtenBy } as const;
  expect(refuseAttendance(change, profiles[id].attendance)).toBe(refusal);
});
