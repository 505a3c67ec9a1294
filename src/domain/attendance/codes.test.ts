import { expect, test } from 'vitest';
import { type ProfileId, profiles } from '../regulation/profiles';
import { codeOf, expandCode } from './codes';

const codes = (id: ProfileId) => profiles[id].attendance.codes;

test.each([
  ['s0', 'н', 'absent', null],
  ['s0', 'о', 'late', null],
  ['s0', 'уп', 'absent', 'valid'],
  ['s0', 'нп', 'absent', 'invalid'],
  ['s1', 'б', 'absent', 'sick'],
  ['s2', 'от', 'absent', null],
  ['s2', 'б', 'absent', 'sick'],
  ['s2', 'оп', 'late', null],
  ['s3', 'ну', 'absent', 'valid'],
  ['s3', 'нн', 'absent', 'invalid'],
  ['s3', 'н', 'absent', null],
  ['s4', 'оп', 'late', null],
  ['demo', 'уп', 'absent', 'valid'],
] as const)('C-02 R-079…R-082 %s «%s» is presence %s, reason %s, and back', (id, symbol, presence, reason) => {
  const code = codes(id).find((entry) => entry.symbol === symbol);
  if (!code) throw new Error(`${id} has no ${symbol}`);
  const fact = expandCode(code, codes(id));
  expect(fact).toEqual({ presence, reason });
  expect(codeOf(fact, codes(id))).toBe(code);
});

test('a present student has no code, whatever reason was left behind', () => {
  expect(codeOf({ presence: null, reason: 'valid' }, codes('demo'))).toBeNull();
});

test('a reason that the dictionary no longer knows shows as an absence without reason', () => {
  expect(codeOf({ presence: 'absent', reason: 'quarantine' }, codes('demo'))?.symbol).toBe('н');
  expect(codeOf({ presence: 'absent', reason: 'late' }, codes('demo'))?.symbol).toBe('н');
});
