import { type FaceName, parsedFont } from './fonts';
import { signOf } from './text-width';

/** pdfkit's font object of one document: the part that puts a glyph into the subset and names it in the page. */
type DocumentFont = {
  id: string;
  ref(): unknown;
  subset: { includeGlyph(glyph: number): number };
  widths: number[];
  unicode: number[][];
};

type FontedDocument = {
  _font: DocumentFont;
  font(name: string): unknown;
  registerFont(name: string, source: unknown): unknown;
};

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const rightToLeftRun = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?: +[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+)*/g;

/**
 * Turns text into the hexadecimal glyph codes of one face in one document. Written by hand because pdfkit's own text call
 * shapes every word anew: this is several times faster, and the width is exactly `textWidth`.
 */
export class GlyphEncoder {
  private readonly codes = new Map<number, string>();

  constructor(
    private readonly font: DocumentFont,
    private readonly face: FaceName,
  ) {}

  get id(): string {
    return this.font.id;
  }

  /** The object for the page's font resources. */
  reference(): unknown {
    return this.font.ref();
  }

  encode(text: string): string {
    const shown = rightToLeft.test(text) ? text.replace(rightToLeftRun, (run) => [...run].reverse().join('')) : text;
    let hex = '';
    for (let i = 0; i < shown.length; i++) {
      let code = shown.charCodeAt(i);
      if (code >= 0xd800 && code < 0xe000) {
        code = shown.codePointAt(i) ?? code;
        if (code > 0xffff) i++;
      }
      hex += this.codes.get(code) ?? this.learn(code);
    }
    return hex;
  }

  private learn(codePoint: number): string {
    const code = this.face === 'mono' ? codePoint.toString(16).padStart(2, '0') : this.include(codePoint, this.face);
    this.codes.set(codePoint, code);
    return code;
  }

  private include(codePoint: number, face: Exclude<FaceName, 'mono'>): string {
    const sign = signOf(codePoint, face);
    if (!sign) return '';
    const index = this.font.subset.includeGlyph(sign.glyph);
    this.font.widths[index] ??= sign.advance;
    this.font.unicode[index] ??= [sign.codePoint];
    return index.toString(16).padStart(4, '0');
  }
}

/** The four faces of a document, each embedded only when the document uses it. */
export function documentFaces(document: unknown): (face: FaceName) => GlyphEncoder {
  const target = document as FontedDocument;
  const opened = new Map<FaceName, GlyphEncoder>();
  return (face) => {
    let encoder = opened.get(face);
    if (!encoder) {
      target.registerFont(face, face === 'mono' ? 'Courier' : parsedFont(face));
      target.font(face);
      encoder = new GlyphEncoder(target._font, face);
      opened.set(face, encoder);
    }
    return encoder;
  };
}
