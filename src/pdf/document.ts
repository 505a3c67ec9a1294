import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { documentFaces } from './glyph-encoder';
import { qrOperators } from './qr-form';
import { mm, Sheet } from './sheet';

/** A page knows how to draw itself; `outline` puts it into the reader's table of contents. */
export type Page = { draw(sheet: Sheet): void; outline?: string };

export type DocumentOptions = {
  title: string;
  author: string;
  subject: string;
  createdAt: Date;
  landscape?: boolean;
  /** The form «Qr», drawn by `sheet.form('Qr', …)`. */
  qr?: { address: string; side: number };
  signal?: AbortSignal;
};

type FormReference = { end(content: string): void };
type PageResources = { fonts: Record<string, unknown>; xobjects: Record<string, unknown> };

/**
 * Draws A4 pages one by one into a stream: each page leaves memory before the next is drawn, a slow reader is
 * waited for, other work gets its turn between pages. Fails with the signal's reason when it is aborted; destroying the
 * stream stops the drawing too. Equal pages and options give equal bytes.
 */
export function renderDocument(pages: AsyncIterable<Page> | Iterable<Page>, options: DocumentOptions): Readable {
  return Readable.from(drawPages(pages, options), { objectMode: false, highWaterMark: 1 << 18 });
}

async function* drawPages(pages: AsyncIterable<Page> | Iterable<Page>, options: DocumentOptions) {
  const { title, author, subject, createdAt, landscape, qr, signal } = options;
  signal?.throwIfAborted();
  const document = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0,
    pdfVersion: '1.7',
    lang: 'ru-RU',
    displayTitle: true,
    info: { Title: title, Author: author, Subject: subject, CreationDate: createdAt, ModDate: createdAt },
    font: '',
  });
  const faces = documentFaces(document);
  const form = qr && qrForm(document, qr);
  for await (const page of pages) {
    const sheet = new Sheet(faces);
    page.draw(sheet);
    document.addPage();
    if (page.outline) document.outline.addItem(page.outline);
    const resources = document.page as unknown as PageResources;
    for (const encoder of sheet.encoders()) resources.fonts[encoder.id] = encoder.reference();
    if (form) resources.xobjects.Qr = form;
    document.addContent(Buffer.from(sheet.content(), 'latin1'));
    const chunk: Buffer | null = document.read();
    if (chunk) yield chunk;
    await nextTurn();
    signal?.throwIfAborted();
  }
  document.end();
  for (let chunk: Buffer | null = document.read(); chunk; chunk = document.read()) yield chunk;
}

function qrForm(document: PDFKit.PDFDocument, { address, side }: { address: string; side: number }): unknown {
  const box = [0, 0, side * mm, side * mm];
  const form = document.ref({ Type: 'XObject', Subtype: 'Form', BBox: box }) as unknown as FormReference;
  form.end(qrOperators(address, side));
  return form;
}
