import { commonPasswords } from './common-passwords';
import { transliterate } from './transliterate';

/** Who writes or sees others' data needs a longer password; students and parents read their own (T-002). */
export type PasswordHolder = 'staff' | 'staffWithTotp' | 'reader';

/** What a stranger knows or guesses of the holder: words of any length and case, as they are written. */
export type KnownWords = { login: string; names: readonly string[]; institution: readonly string[] };

export type PasswordProblem = 'tooShort' | 'tooLong' | 'common' | 'guessable';

export const longestPassword = 128;
const shortest: Record<PasswordHolder, number> = { staff: 15, staffWithTotp: 10, reader: 10 };

/** So many characters must be left when everything that can be guessed is taken out. */
const leastUnknown = 8;

const everydayWords = [
  ...['электронный', 'журнал', 'ведомость', 'дневник', 'колледж', 'техникум', 'школа', 'студент', 'преподаватель'],
  ...['администратор', 'куратор', 'директор', 'пароль', 'йцукенгшщзхъ', 'йцукен', 'фывапролджэ', 'фывапролд', 'фыва'],
  ...['zhurnal', 'jurnal', 'journal', 'vedomost', 'dnevnik', 'kolledzh', 'college', 'student', 'teacher', 'parol'],
  ...['password', 'qwertyuiop', 'qwerty', 'asdfghjkl', 'asdf', 'zxcvbnm', 'admin', 'welcome', 'login', 'letmein'],
];

/**
 * Why a password must not be chosen, or null. Lengths are counted in characters, not bytes; any characters are welcome
 * and no mixture of them is demanded (T-002). A known word inside a longer password does no harm.
 */
export function passwordProblem(password: string, holder: PasswordHolder, known: KnownWords): PasswordProblem | null {
  const length = [...password.normalize('NFC')].length;
  if (length < shortest[holder]) return 'tooShort';
  if (length > longestPassword) return 'tooLong';
  const plain = simplify(password);
  if (commonPasswords.has(plain)) return 'common';
  const words = knownParts(known);
  return unknownPart(plain, words) < leastUnknown || unknownPart(asRussianKeys(plain), words) < leastUnknown
    ? 'guessable'
    : null;
}

function simplify(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}

/** Longer words first, so that a short one inside them leaves no splinters. */
function knownParts({ login, names, institution }: KnownWords): string[] {
  const own = [login, ...names, ...institution].flatMap((words) => simplify(words).split(/[^\p{L}\p{N}]+/u));
  const latin = own.map(transliterate);
  return [...own, ...latin, ...everydayWords].filter((word) => word.length >= 3).sort((a, b) => b.length - a.length);
}

/** How many different unknown characters remain without known words, years, runs and repetitions. */
function unknownPart(text: string, words: readonly string[]): number {
  let rest = text;
  for (const word of words) rest = rest.replaceAll(word, ' ');
  const letters = [...rest.replaceAll(/(?:19|20)\d\d/g, ' ')].filter((char) => char.trim() !== '');
  return letters.filter((char, index) => isUnknown(char, letters[index - 1])).length;
}

/** A character that repeats the one before it or is its neighbour in the alphabet or the row of digits tells nothing new. */
function isUnknown(char: string, before: string | undefined): boolean {
  return before === undefined || Math.abs((char.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) > 1;
}

const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбюе';

/** «;ehyfk» was meant to be «журнал»: the same keys on the Russian layout. */
function asRussianKeys(text: string): string {
  return [...text].map((char) => russianKeys[latinKeys.indexOf(char)] ?? char).join('');
}
