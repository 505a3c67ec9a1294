import { type FaceName, parsedFont } from './fonts';

/** Shown for a sign that the face does not have (emoji, hieroglyphs): an empty box, so that nothing vanishes unseen. */
const missingSign = 0x25a1;
const courierAdvance = 600;
const shapeless = /\p{Cc}|\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/u;

/** A sign as it is drawn: glyph number in the font, code point for searching, advance in 1/1000 of the size. */
export type Sign = { glyph: number; codePoint: number; advance: number };

const signs = {
  regular: new Map<number, Sign | null>(),
  bold: new Map<number, Sign | null>(),
  italic: new Map<number, Sign | null>(),
};

/** The sign for a code point, null for one that has no width and no shape (joiners, variation selectors, controls). */
export function signOf(codePoint: number, face: Exclude<FaceName, 'mono'>): Sign | null {
  const known = signs[face].get(codePoint);
  if (known !== undefined) return known;
  const sign = findSign(codePoint, face);
  signs[face].set(codePoint, sign);
  return sign;
}

function findSign(codePoint: number, face: Exclude<FaceName, 'mono'>): Sign | null {
  if (shapeless.test(String.fromCodePoint(codePoint))) return null;
  const font = parsedFont(face);
  const shown = font.hasGlyphForCodePoint(codePoint) ? codePoint : missingSign;
  const glyph = font.glyphForCodePoint(shown);
  return { glyph: glyph.id, codePoint: shown, advance: (glyph.advanceWidth * 1000) / font.unitsPerEm };
}

/** Width of a line in points, without kerning (as it is drawn). */
export function textWidth(text: string, face: FaceName, size: number): number {
  if (face === 'mono') return (text.length * courierAdvance * size) / 1000;
  const known = signs[face];
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code >= 0xd800 && code < 0xe000) {
      code = text.codePointAt(i) ?? code;
      if (code > 0xffff) i++;
    }
    const sign = known.get(code);
    sum += (sign === undefined ? signOf(code, face) : sign)?.advance ?? 0;
  }
  return (sum * size) / 1000;
}
