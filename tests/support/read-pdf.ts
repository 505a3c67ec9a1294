import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A text on a page, millimetres from the upper left corner; `y` is its baseline. */
export type PdfText = { text: string; x: number; y: number; width: number; upright: boolean };

/** A page as a PDF reader sees it. */
export type PdfPage = { texts: PdfText[]; text: string };

const mm = 72 / 25.4;

/** Reads a PDF back, page by page, texts in the order in which they are drawn. */
export async function readPdf(source: Readable | Uint8Array): Promise<PdfPage[]> {
  const bytes = source instanceof Uint8Array ? source : await buffer(source);
  const loading = getDocument({ data: new Uint8Array(bytes), useSystemFonts: true, verbosity: 0 });
  const document = await loading.promise;
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const height = page.view[3] ?? 0;
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str === '') return [];
      const [, slant, , , x, y] = item.transform as number[];
      return [
        { text: item.str, x: (x ?? 0) / mm, y: (height - (y ?? 0)) / mm, width: item.width / mm, upright: slant === 0 },
      ];
    });
    pages.push({ texts, text: texts.map(({ text }) => text).join(' ') });
    page.cleanup();
  }
  await loading.destroy();
  return pages;
}
