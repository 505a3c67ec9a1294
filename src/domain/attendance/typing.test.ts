import { expect, test } from 'vitest';
import { type ProfileId, profiles } from '../regulation/profiles';
import { codeFromText, matchCode, physicalKeyToCyrillic } from './typing';

test.each([
  ['KeyY', 'н'],
  ['KeyJ', 'о'],
  ['KeyG', 'п'],
  ['KeyE', 'у'],
  ['Comma', 'б'],
  ['KeyN', 'т'],
  ['Digit5', null],
  ['Enter', null],
])('physical key %s is %s', (key, letter) => {
  expect(physicalKeyToCyrillic(key)).toBe(letter);
});

const keysOf: [ProfileId, string[], string | null, boolean][] = [
  ['demo', ['KeyY'], 'н', true],
  ['demo', ['KeyY', 'KeyG'], 'нп', false],
  ['demo', ['KeyE'], null, true],
  ['demo', ['KeyE', 'KeyG'], 'уп', false],
  ['demo', ['Comma'], 'б', false],
  ['demo', ['KeyJ'], 'оп', true],
  ['demo', ['KeyJ', 'KeyG'], 'оп', false],
  ['demo', ['KeyY', 'KeyY'], null, false],
  ['s0', ['KeyJ'], 'о', false],
  ['s1', ['KeyE', 'KeyG'], 'уп', false],
  ['s2', ['KeyJ'], null, true],
  ['s2', ['KeyJ', 'KeyN'], 'от', false],
  ['s2', ['KeyY'], 'от', true],
  ['s3', ['KeyY'], 'н', true],
  ['s3', ['KeyY', 'KeyE'], 'ну', false],
  ['s3', ['KeyY', 'KeyY'], 'нн', false],
  ['s4', ['KeyY', 'KeyG'], 'нп', false],
];
test.each(keysOf)('%s in the Latin layout: %j shows %s, waits %s', (id, keys, symbol, waits) => {
  const typed = keys.map((key) => physicalKeyToCyrillic(key)).join('');
  const match = matchCode(profiles[id].attendance.codes, typed);
  expect([match.exact?.symbol ?? null, match.prefix]).toEqual([symbol, waits]);
});

test('nothing typed matches nothing', () => {
  expect(matchCode(profiles.demo.attendance.codes, ' ')).toEqual({ exact: null, prefix: false });
});

const texts: [ProfileId, string, string | null][] = [
  ['s0', 'Н', 'н'],
  ['s0', '0', 'о'],
  ['s0', 'О', 'о'],
  ['s0', 'O', 'о'],
  ['s0', 'H', 'н'],
  ['s0', ' УП ', 'уп'],
  ['s0', 'YП', 'уп'],
  ['s2', 'OT', 'от'],
  ['s2', 'Б', 'б'],
  ['s3', 'HH', 'нн'],
  ['demo', '5', null],
  ['demo', 'опоздал', null],
];
test.each(texts)('C-02 %s reads pasted «%s» as %s', (id, text, symbol) => {
  expect(codeFromText(profiles[id].attendance.codes, text)?.symbol ?? null).toBe(symbol);
});
