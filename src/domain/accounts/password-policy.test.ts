import { describe, expect, test } from 'vitest';
import { type PasswordHolder, type PasswordProblem, passwordProblem } from './password-policy';

const known = {
  login: 'g.khabibullina',
  names: ['Хабибуллина', 'Гульнара', 'Рафаиловна'],
  institution: ['Самарский государственный колледж'],
};

const cyrillic128 = 'очень длинная фраза с пробелами '.repeat(4);

/** Password · whose · what is wrong with it. */
const table: [string, PasswordHolder, PasswordProblem | null][] = [
  ['лиловый трамвай едет в депо', 'staff', null],
  ['correct horse battery staple', 'staff', null],
  ['kP7#vTz2!mQx9Rw', 'staff', null],
  ['семь сов у реки', 'staff', null],
  ['🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧🐦🐤🦆', 'staff', null],
  ['Гульнара любит гулять у Волги вечером', 'staff', null],
  ['в журнале моём всегда порядок и тишина', 'staff', null],
  ['Пароль придумала бабушка Нюра', 'staff', null],
  ['лето 2026 было прохладным', 'staff', null],
  [cyrillic128, 'staff', null],
  ['ровно пятнадцат', 'staff', null],
  ['жук-олень 7', 'reader', null],
  ['белый слон', 'reader', null],
  ['mTq8!vLz2x', 'reader', null],
  ['велосипед', 'reader', 'tooShort'],
  ['', 'reader', 'tooShort'],
  ['kP7#vTz2!m', 'staff', 'tooShort'],
  ['kP7#vTz2!m', 'staffWithTotp', null],
  ['четырнадцать 7', 'staff', 'tooShort'],
  ['🦊🐻🐼🐨🐯🦁🐮', 'reader', 'tooShort'],
  [`${cyrillic128}!`, 'staff', 'tooLong'],
  ['ф'.repeat(129), 'reader', 'tooLong'],
  ['qwertyuiop', 'reader', 'common'],
  ['1q2w3e4r5t', 'reader', 'common'],
  ['Password123', 'reader', 'common'],
  ['LIVERPOOL1', 'reader', 'common'],
  ['1029384756', 'reader', 'common'],
  ['йцукенгшщз', 'reader', 'guessable'],
  ['журнал2026', 'reader', 'guessable'],
  ['Электронный журнал 2026', 'staff', 'guessable'],
  [';ehyfk;ehyfk2026', 'staff', 'guessable'],
  ['хабибуллина2026', 'staff', 'guessable'],
  ['Khabibullina_1978', 'staff', 'guessable'],
  ['Гульнара Рафаиловна', 'staff', 'guessable'],
  ['g.khabibullina!!!', 'staff', 'guessable'],
  ['самарскийколледж', 'staff', 'guessable'],
  ['aaaaaaaaaaaaaaaaaaaa', 'staff', 'guessable'],
  ['абвгдежзийклмнопрст', 'staff', 'guessable'],
  ['123456789012345678', 'staff', 'guessable'],
  ['20252026202720282029', 'staff', 'guessable'],
];

describe('T-002 the policy of passwords', () => {
  test('has a table of forty', () => expect(table).toHaveLength(40));

  test.each(table)('T-002 «%s» of %s: %s', (password, holder, problem) => {
    expect(passwordProblem(password, holder, known)).toBe(problem);
  });
});
