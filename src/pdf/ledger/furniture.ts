import { mm, type Sheet } from '../sheet';
import { textWidth } from '../text-width';
import type { LedgerBook } from './book';
import { fillLabel } from './labels';
import { type Frame, paper, weight } from './paper';
import { drawOnLine } from './text-box';

/** Where a page stands: the first and last page of its spread, pages of the whole set. */
export type Place = { from: number; to: number; total: number };

/** What every page carries above its content: watermark, running head, number, punch marks. */
export function drawPageHead(sheet: Sheet, book: LedgerBook, frame: Frame, number: number): void {
  if (book.status.draft) sheet.watermark(frame.left + frame.width / 2, 150, book.labels.draft, 118, 56);
  drawHead(sheet, book, frame, number);
  for (const step of [-1, 0, 1]) sheet.circle(frame.holes, paper.height / 2 + step * 30, 2, weight.hole);
}

function drawHead(sheet: Sheet, book: LedgerBook, frame: Frame, number: number): void {
  const centred = book.paper.pageNumber === 'topCenter';
  if (number > 1) {
    const room = centred ? frame.width / 2 - 8 : frame.width - 14;
    const rule = { size: 8.5, minSize: 6.5, minScale: 0.8, lead: 1.2 };
    const box = { x: frame.left, baseline: paper.headBaseline, width: room, height: 7 };
    drawOnLine(sheet, book.runningHead, 'regular', box, rule);
  }
  if (number < book.paper.firstNumberedPage) return;
  if (centred) sheet.textCentre(frame.left + frame.width / 2, paper.headBaseline, String(number), 'regular', 11);
  else sheet.textRight(frame.right, paper.headBaseline, String(number), 'regular', 11);
}

/** Under the content: check address, number, sheets and hash; on a draft the warning that it is one. */
export function drawPageFoot(sheet: Sheet, book: LedgerBook, frame: Frame, { from, to, total }: Place): void {
  const { labels, status, printedAt } = book;
  const sheets = fillLabel(from === to ? labels.sheet : labels.sheets, { from, to, total });
  if (status.draft) {
    sheet.text(frame.left, 284.2, labels.draftWarning, 'bold', 8);
    sheet.text(frame.left, 287.7, fillLabel(labels.draftFoot, { sheets, printedAt }), 'regular', 8);
    return;
  }
  sheet.form('Qr', frame.left, paper.footTop);
  const left = frame.left + paper.qrSide + 4;
  const address = status.verifyUrl.replace(/^https?:\/\//, '');
  const shown = address.endsWith(status.code) ? address.slice(0, -status.code.length) : `${address} `;
  const check = `${labels.check} ${shown}`;
  sheet.text(left, 277, check, 'regular', 8);
  sheet.text(left + textWidth(check, 'regular', 8) / mm, 277, status.code, 'bold', 8);
  const line = fillLabel(labels.foot, { number: status.number, date: status.date, sheets, printedAt });
  const room = (frame.right - left) * mm;
  sheet.text(left, 280.7, line, 'regular', 8, Math.min(1, room / textWidth(line, 'regular', 8)));
  const half = Math.ceil(status.hash.length / 2);
  sheet.text(left, 284.2, `${labels.hash} ${status.hash.slice(0, half)}`, 'mono', 7.5);
  const indent = textWidth(`${labels.hash} `, 'mono', 7.5) / mm;
  sheet.text(left + indent, 287.7, status.hash.slice(half), 'mono', 7.5);
}
