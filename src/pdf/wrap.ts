import type { FaceName } from './fonts';
import { textWidth } from './text-width';

/** A run of text in one face. */
export type TextRun = { text: string; bold?: boolean };

/**
 * Breaks a text into lines no wider than `width` points: at spaces, after hyphens and slashes, and inside a word that is
 * itself wider than the line. `\n` always breaks. Every sign but the space at a break is kept.
 */
export function wrapText(text: string, face: FaceName, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.normalize('NFC').split(/\r?\n/)) wrapParagraph(paragraph, face, size, width, lines);
  return lines;
}

function wrapParagraph(text: string, face: FaceName, size: number, width: number, lines: string[]): void {
  const space = textWidth(' ', face, size);
  let line = '';
  let used = 0;
  for (const word of text.split(/[ \t]+/)) {
    const wide = textWidth(word, face, size);
    if (line !== '' && used + space + wide <= width) {
      line += ` ${word}`;
      used += space + wide;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    used = wide;
    if (wide > width) {
      const pieces = breakWord(word, face, size, width);
      line = pieces.pop() ?? '';
      for (const piece of pieces) lines.push(piece);
      used = textWidth(line, face, size);
    }
  }
  if (line !== '') lines.push(line);
}

const grapheme = new Intl.Segmenter('ru', { granularity: 'grapheme' });
/** Latin, Cyrillic, digits, usual punctuation: every unit is a sign of its own and the slow segmenter is not asked. */
const plain = /^[\u0020-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2026\u2116]*$/;

/** Signs as a reader counts them. In pieces: the segmenter's time grows with the square of what it is given. */
function* signsOf(word: string): Iterable<string> {
  if (plain.test(word)) {
    yield* word;
    return;
  }
  const most = 500;
  for (let from = 0; from < word.length; ) {
    const piece = [...grapheme.segment(word.slice(from, from + most))];
    // the last sign of a piece may go on in the next one
    const last = from + most < word.length && piece.length > 1 ? piece.pop() : undefined;
    for (const { segment } of piece) yield segment;
    from += last ? last.index : most;
  }
}

/** Cuts a word that is wider than a line: after a hyphen or slash where one fits, else between letters. */
function breakWord(word: string, face: FaceName, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  let cut = 0;
  for (const segment of signsOf(word)) {
    const wide = textWidth(segment, face, size);
    if (piece !== '' && used + wide > width) {
      const head = cut > 0 ? piece.slice(0, cut) : piece;
      pieces.push(head);
      piece = piece.slice(head.length);
      used = textWidth(piece, face, size);
      cut = 0;
    }
    piece += segment;
    used += wide;
    if (/[-–—/\\_.,;]$/.test(segment)) cut = piece.length;
  }
  pieces.push(piece);
  return pieces;
}

/** A line of runs in two faces. */
export type RichLine = TextRun[];

/** Like `wrapText` for text with bold runs. */
export function wrapRuns(runs: readonly TextRun[], size: number, width: number): RichLine[] {
  const lines: RichLine[] = [];
  let line: RichLine = [];
  let used = 0;
  for (const run of runs) {
    const face = run.bold ? 'bold' : 'regular';
    for (const part of run.text.normalize('NFC').match(/[ \t\r\n]+|[^ \t\r\n]+/g) ?? []) {
      const text = part.trim() === '' ? ' ' : part;
      for (const piece of breakWord(text, face, size, width)) {
        const wide = textWidth(piece, face, size);
        if (line.length > 0 && used + wide > width && piece !== ' ') {
          lines.push(line);
          line = [];
          used = 0;
        }
        if (line.length === 0 && piece === ' ') continue;
        addRun(line, piece, run.bold ?? false);
        used += wide;
      }
    }
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

function addRun(line: RichLine, text: string, bold: boolean): void {
  const last = line.at(-1);
  if (last && (last.bold ?? false) === bold) last.text += text;
  else line.push(bold ? { text, bold } : { text });
}
