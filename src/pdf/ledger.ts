import type { Readable } from 'node:stream';
import { renderDocument } from './document';
import type { LedgerBook } from './ledger/book';
import { paper } from './ledger/paper';
import { type LedgerPlan, planLedger } from './ledger/plan';

export type RenderOptions = {
  signal?: AbortSignal;
  /** A plan of this very book, when there is one already. */
  plan?: LedgerPlan;
  /** Indexes of the courses to print, each with the page numbers it has in the set; default: the whole set. */
  onlyCourses?: readonly number[];
};

/**
 * The period ledger as a PDF stream, A4 portrait (R-112, R-137 … R-143). Memory stays flat whatever the number of pages; other work
 * gets its turn between pages; an aborted signal or a destroyed stream stops the drawing. The same book gives the same bytes.
 */
export function renderLedger(book: LedgerBook, { signal, plan, onlyCourses }: RenderOptions = {}): Readable {
  const { status } = book;
  return renderDocument(pagesOf(book, { signal, plan, onlyCourses }), {
    title: `${book.documentTitle}, ${book.group}, ${book.interval}`,
    author: book.organisation.at(-1) ?? '',
    subject: status.draft ? book.labels.draft : `№ ${status.number}`,
    createdAt: new Date(book.createdAt),
    ...(status.draft ? {} : { qr: { address: status.verifyUrl, side: paper.qrSide } }),
    ...(signal ? { signal } : {}),
  });
}

async function* pagesOf(book: LedgerBook, { signal, plan, onlyCourses }: RenderOptions) {
  const { sheets } = plan ?? (await planLedger(book, signal ? { signal } : {}));
  const chosen = onlyCourses && new Set(onlyCourses);
  for (const page of sheets) {
    if (!chosen || (page.course !== null && chosen.has(page.course))) yield page;
  }
}
