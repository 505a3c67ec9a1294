import type { FaceName } from './fonts';
import { textWidth } from './text-width';
import { wrapText } from './wrap';

/** How a text stands in a box: its lines, their size in points and their horizontal scale. */
export type Fitted = { lines: string[]; size: number; scale: number };

/** `size` and `minSize` in points, `lead` = line height ÷ size, `minScale` = how narrow a line may become. */
export type FitRule = { size: number; minSize: number; minScale: number; lead: number };

const smallestSize = 3.5;

/**
 * Fits a text of any length into a box of `width` × `height` points. In this order: one line, a narrower line, more lines,
 * smaller type; when even that is too little, far smaller and far narrower, and last an ellipsis.
 */
export function fitBox(text: string, face: FaceName, width: number, height: number, rule: FitRule): Fitted {
  const flat = text.normalize('NFC');
  for (let size = rule.size; size >= rule.minSize - 0.01; size -= 0.5) {
    const fitted = fitAt(flat, face, width, height, size, rule);
    if (fitted) return fitted;
  }
  for (let size = rule.minSize; size >= smallestSize; size *= 0.9) {
    const lines = wrapText(flat, face, size, width * 1.6);
    if (lines.length * size * 1.05 <= height) return narrowed(lines, face, size, width);
  }
  const rows = Math.max(1, Math.floor(height / (smallestSize * 1.05)));
  const lines = wrapText(flat, face, smallestSize, width * 1.6).slice(0, rows);
  lines[rows - 1] = `${(lines[rows - 1] ?? '').slice(0, -1)}…`;
  return narrowed(lines, face, smallestSize, width);
}

function fitAt(text: string, face: FaceName, width: number, height: number, size: number, rule: FitRule) {
  if (!text.includes('\n')) {
    const wide = textWidth(text, face, size);
    if (wide <= width) return { lines: [text], size, scale: 1 };
    if (wide * rule.minScale <= width) return { lines: [text], size, scale: width / wide };
  }
  const room = Math.floor((height + 0.1) / (size * rule.lead));
  if (room < 2) return null;
  const lines = wrapText(text, face, size, width / rule.minScale);
  if (lines.length > room) return null;
  const fitted = narrowed(lines, face, size, width);
  return breaksWords(text, lines) && size > rule.minSize ? null : fitted;
}

function narrowed(lines: string[], face: FaceName, size: number, width: number): Fitted {
  const widest = lines.reduce((most, line) => Math.max(most, textWidth(line, face, size)), 0);
  return { lines, size, scale: widest > width ? width / widest : 1 };
}

/** Whether a line ends inside a word, elsewhere than after a hyphen, slash or comma. */
function breaksWords(text: string, lines: readonly string[]): boolean {
  const flat = text.replace(/\s+/g, ' ').trim();
  let at = 0;
  for (const line of lines.slice(0, -1)) {
    at += line.length;
    if (flat[at] === ' ') at++;
    else if (!/[-–—/,;]$/.test(line)) return true;
  }
  return false;
}
