import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import PDFDocument from 'pdfkit';

export type RawLine = { x1: number; y1: number; x2: number; y2: number; weight: number };
export type RawText = { x: number; y: number; text: string; face: string; size: number };
export type RawPage = { lines: RawLine[]; texts: RawText[] };

/** Plain pdfkit drawing given lines and texts (points), nothing laid out, nothing cached by hand: the bench's yardstick. */
export async function drawRaw(pages: Iterable<RawPage>, fonts: Record<string, string>): Promise<void> {
  const document = new PDFDocument({ autoFirstPage: false, size: 'A4', margin: 0 });
  for (const [name, file] of Object.entries(fonts)) document.registerFont(name, file);
  const done = pipeline(document, new Writable({ write: (_chunk, _encoding, next) => next() }));
  for (const { lines, texts } of pages) {
    document.addPage();
    for (const weight of new Set(lines.map((line) => line.weight))) {
      document.lineWidth(weight);
      for (const line of lines) {
        if (line.weight === weight) document.moveTo(line.x1, line.y1).lineTo(line.x2, line.y2);
      }
      document.stroke();
    }
    for (const { x, y, text, face, size } of texts) {
      document.font(face).fontSize(size).text(text, x, y, { lineBreak: false });
    }
    await new Promise(setImmediate);
  }
  document.end();
  await done;
}
