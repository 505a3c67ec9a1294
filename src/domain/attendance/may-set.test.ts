import { expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import { isOverruled, maySet } from './may-set';

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

test.each([
  ['s2', 'teacher', 'curator', true],
  ['s2', 'substitute', 'curator', true],
  ['s2', 'curator', 'teacher', false],
  ['s3', 'curator', 'teacher', true],
  ['s3', 'curator', 'substitute', true],
  ['s3', 'teacher', 'curator', false],
  ['s0', 'teacher', 'curator', false],
  ['s0', 'curator', 'teacher', false],
  ['s2', 'teacher', null, false],
] as const)('C-01 %s: the word of the %s over that of the %s does not stand: %s', (id, by, author, overruled) => {
  expect(isOverruled(by, author, profiles[id].attendance)).toBe(overruled);
});
