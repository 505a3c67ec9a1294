import type { FaceName } from './fonts';
import type { GlyphEncoder } from './glyph-encoder';
import { textWidth } from './text-width';

/** Points in a millimetre. */
export const mm = 72 / 25.4;

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * One page being drawn: millimetres from the upper left corner, type sizes in points. Keeps what is drawn apart by kind and
 * writes it as one stream with few changes of state: shades, white grounds, lines by weight, black shapes, text.
 */
export class Sheet {
  private readonly shades: string[] = [];
  private readonly grounds: string[] = [];
  private readonly strokes = new Map<number, string[]>();
  private readonly shapes: string[] = [];
  private readonly under: string[] = [];
  private readonly words: string[] = [];
  private readonly forms: string[] = [];
  private readonly used = new Set<GlyphEncoder>();
  private style = '';

  constructor(private readonly faces: (face: FaceName) => GlyphEncoder) {}

  /** Text whose baseline starts at (x, y); `scale` narrows it horizontally. */
  text(x: number, y: number, text: string, face: FaceName, size: number, scale = 1): void {
    if (text === '') return;
    this.setFace(face, size);
    this.words.push(
      `${round(scale)} 0 0 -1 ${round(x * mm)} ${round(y * mm)} Tm <${this.faces(face).encode(text)}> Tj`,
    );
  }

  /** Text written upwards; its baseline starts at (x, y), `scale` shortens it. */
  textUp(x: number, y: number, text: string, face: FaceName, size: number, scale = 1): void {
    if (text === '') return;
    this.setFace(face, size);
    this.words.push(
      `0 ${round(-scale)} -1 0 ${round(x * mm)} ${round(y * mm)} Tm <${this.faces(face).encode(text)}> Tj`,
    );
  }

  textCentre(x: number, y: number, text: string, face: FaceName, size: number, scale = 1): void {
    this.text(x - (textWidth(text, face, size) * scale) / mm / 2, y, text, face, size, scale);
  }

  textRight(x: number, y: number, text: string, face: FaceName, size: number, scale = 1): void {
    this.text(x - (textWidth(text, face, size) * scale) / mm, y, text, face, size, scale);
  }

  /** A straight line; `weight` in millimetres. */
  line(x1: number, y1: number, x2: number, y2: number, weight: number): void {
    this.path(`${round(x1 * mm)} ${round(y1 * mm)} m ${round(x2 * mm)} ${round(y2 * mm)} l`, weight);
  }

  box(x: number, y: number, width: number, height: number, weight: number): void {
    this.path(`${round(x * mm)} ${round(y * mm)} ${round(width * mm)} ${round(height * mm)} re`, weight);
  }

  circle(x: number, y: number, radius: number, weight: number): void {
    const [left, right] = [round((x - radius) * mm), round((x + radius) * mm)];
    const [top, bottom] = [round((y - radius) * mm), round((y + radius) * mm)];
    const bend = 0.5523 * radius;
    const [x1, x2, y1, y2] = [x - bend, x + bend, y - bend, y + bend].map((value) => round(value * mm));
    const [cx, cy] = [round(x * mm), round(y * mm)];
    this.path(
      `${left} ${cy} m ${left} ${y1} ${x1} ${top} ${cx} ${top} c ${x2} ${top} ${right} ${y1} ${right} ${cy} c ` +
        `${right} ${y2} ${x2} ${bottom} ${cx} ${bottom} c ${x1} ${bottom} ${left} ${y2} ${left} ${cy} c`,
      weight,
    );
  }

  /** A black triangle in the upper right corner that ends at (x, y). */
  corner(x: number, y: number, side: number): void {
    const [left, right, top] = [round((x - side) * mm), round(x * mm), round(y * mm)];
    this.shapes.push(`${left} ${top} m ${right} ${top} l ${right} ${round((y + side) * mm)} l h`);
  }

  /** Slanting lines over a rectangle, and nothing outside it. */
  hatch(x: number, y: number, width: number, height: number, step: number): void {
    for (let offset = step; offset < width + height; offset += step) {
      const fromX = Math.min(offset, width);
      const toX = Math.max(0, offset - height);
      const [y1, y2] = [y + offset - fromX, y + offset - toX];
      this.shades.push(`${round((x + fromX) * mm)} ${round(y1 * mm)} m ${round((x + toX) * mm)} ${round(y2 * mm)} l`);
    }
  }

  /** White over the shades, under everything else. */
  ground(x: number, y: number, width: number, height: number): void {
    this.grounds.push(`${round(x * mm)} ${round(y * mm)} ${round(width * mm)} ${round(height * mm)} re`);
  }

  /** Large pale letters across the page, under everything else; `angle` in degrees. */
  watermark(x: number, y: number, text: string, size: number, angle: number): void {
    const encoder = this.faces('bold');
    this.used.add(encoder);
    const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const half = textWidth(text, 'bold', size) / 2;
    const [left, top] = [x * mm - half * cos, y * mm + half * sin];
    const matrix = [cos, -sin, -sin, -cos].map((value) => value.toFixed(4)).join(' ');
    this.under.push(
      `0.88 g BT /${encoder.id} ${size} Tf ${matrix} ${round(left)} ${round(top)} Tm <${encoder.encode(text)}> Tj ET 0 g`,
    );
  }

  /** A form of the document (the QR code), its corner at (x, y). */
  form(name: string, x: number, y: number): void {
    this.forms.push(`q 1 0 0 1 ${round(x * mm)} ${round(y * mm)} cm /${name} Do Q`);
  }

  /** The faces on this page. */
  encoders(): Iterable<GlyphEncoder> {
    return this.used;
  }

  /** The page's content stream. */
  content(): string {
    const parts = [...this.under];
    if (this.shades.length > 0) parts.push('0.35 G 0.3 w', ...this.shades, 'S 0 G');
    if (this.grounds.length > 0) parts.push('1 g', ...this.grounds, 'f 0 g');
    for (const [weight, lines] of this.strokes) parts.push(`${round(weight * mm)} w`, ...lines, 'S');
    if (this.shapes.length > 0) parts.push(...this.shapes, 'f');
    parts.push(...this.forms);
    if (this.words.length > 0) parts.push('BT', ...this.words, 'ET');
    return `${parts.join('\n')}\n`;
  }

  private setFace(face: FaceName, size: number): void {
    const encoder = this.faces(face);
    const style = `/${encoder.id} ${size} Tf`;
    if (style === this.style) return;
    this.used.add(encoder);
    this.words.push(style);
    this.style = style;
  }

  private path(operators: string, weight: number): void {
    const known = this.strokes.get(weight);
    if (known) known.push(operators);
    else this.strokes.set(weight, [operators]);
  }
}
