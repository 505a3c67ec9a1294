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

const tooLong = (text: string, most: number) =>
  text.length > most ? { wrong: `Текст длиннее ${most} знаков (${text.length})` } : null;

const strange = (text: string) => (/[\p{Cc}\p{Cs}\uFFFD]/u.test(text) ? { wrong: 'В тексте нечитаемые знаки' } : null);
