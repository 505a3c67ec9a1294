import { type Parsed, tidy } from './parsed';

/** One line of text of at most so many signs. */
export function parseLine(text: string, most: number): Parsed<string> {
  const value = tidy(text);
  return tooLong(value, most) ?? strange(value) ?? { value };
}

/** A text with its line ends. */
export function parseText(text: string, most: number): Parsed<string> {
  const value = text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').trim();
  return tooLong(value, most) ?? strange(value.replaceAll(/[\n\t]/g, '')) ?? { value };
}

/** «да», «нет», «+», «1», «истина»; empty is no. */
export function parseYes(text: string): Parsed<boolean> {
  const bare = tidy(text).toLowerCase();
  if (['да', '+', '1', 'истина', 'true', 'х', 'x', 'yes'].includes(bare)) return { value: true };
  if (['', 'нет', '-', '–', '—', '0', 'ложь', 'false', 'no'].includes(bare)) return { value: false };
  return { wrong: `«${bare}» не понято: напишите «да» или «нет»` };
}

const tooLong = (text: string, most: number) =>
  text.length > most ? { wrong: `Текст длиннее ${most} знаков (${text.length})` } : null;

const strange = (text: string) => (/[\p{Cc}\p{Cs}\uFFFD]/u.test(text) ? { wrong: 'В тексте нечитаемые знаки' } : null);
