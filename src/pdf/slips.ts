import type { Readable } from 'node:stream';
import { type Page, renderDocument } from './document';
import { fitBox } from './fit';
import { mm, type Sheet } from './sheet';

export type SlipText = { name: string; note: string; login: string; password: string };

export type SlipSheet = {
  title: string;
  author: string;
  /** «Листки с доступом · ИСП-25-1»; the number of the sheet follows. */
  headLeft: string;
  headRight: string;
  organisation: string;
  address: string;
  /** What the QR code opens. */
  signInUrl: string;
  terms: readonly string[];
  createdAt: Date;
  slips: readonly SlipText[];
};

const [left, top, width, height, columns, rows] = [11.5, 17, 93.5, 52.6, 2, 5];
const perPage = columns * rows;
const qrSide = 19;

/** Slips to be cut apart, ten a page of A4 with lines for the scissors (mock 14). */
export function renderSlips(sheet: SlipSheet, signal?: AbortSignal): Readable {
  const count = Math.ceil(sheet.slips.length / perPage);
  const pages: Page[] = Array.from({ length: count }, (_, number) => ({
    draw: (page) => drawPage(page, sheet, number, count),
  }));
  const { title, author, createdAt, signInUrl } = sheet;
  const qr = { address: signInUrl, side: qrSide };
  return renderDocument(pages, { title, author, subject: title, createdAt, qr, ...(signal ? { signal } : {}) });
}

function drawPage(page: Sheet, sheet: SlipSheet, number: number, count: number): void {
  page.text(left + 3, 11, `${sheet.headLeft} · лист ${number + 1} из ${count}`, 'regular', 9);
  page.textRight(left + columns * width - 3, 11, sheet.headRight, 'regular', 9);
  const slips = sheet.slips.slice(number * perPage, (number + 1) * perPage);
  const used = Math.ceil(slips.length / columns);
  for (let row = 0; row <= used; row++) dashed(page, left, top + row * height, columns * width, 'across');
  for (let column = 0; column <= columns; column++) dashed(page, left + column * width, top, used * height, 'down');
  slips.forEach((slip, place) => {
    drawSlip(page, sheet, slip, left + (place % columns) * width, top + Math.floor(place / columns) * height);
  });
}

function dashed(page: Sheet, x: number, y: number, length: number, way: 'across' | 'down'): void {
  for (let at = 0; at < length; at += 2.4) {
    const end = Math.min(at + 1.5, length);
    if (way === 'across') page.line(x + at, y, x + end, y, 0.2);
    else page.line(x, y + at, x, y + end, 0.2);
  }
}

function drawSlip(page: Sheet, sheet: SlipSheet, slip: SlipText, x: number, y: number): void {
  const [from, to] = [x + 5, x + width - 4];
  line(page, sheet.organisation, from, y + 7, 8, to - from - 22);
  page.textRight(to, y + 7, 'Ведомость', 'bold', 8);
  page.line(from, y + 8.8, to, y + 8.8, 0.25);
  line(page, slip.name, from, y + 14, 11, to - from - qrSide - 4, 'bold');
  line(page, slip.note, from, y + 18, 8.5, to - from - qrSide - 4);
  page.form('Qr', to - qrSide, y + 10.5);
  page.textCentre(to - qrSide / 2, y + 10.5 + qrSide + 3, 'открыть вход', 'regular', 7);
  field(page, 'Адрес', from, y + 27.5);
  line(page, sheet.address, from + 14, y + 27.5, 11, to - from - 14 - qrSide - 3);
  field(page, 'Логин', from, y + 33.5);
  line(page, slip.login, from + 14, y + 33.5, 12, to - from - 14, 'bold');
  field(page, 'Пароль', from, y + 39.5);
  line(page, slip.password, from + 14, y + 39.5, 14, to - from - 14, 'bold');
  sheet.terms.forEach((term, place) => {
    page.text(from, y + 44.5 + place * 3.4, term, 'regular', 7.5);
  });
}

const field = (page: Sheet, word: string, x: number, y: number) => page.text(x, y, word, 'regular', 8.5);

/** One line that narrows and, at the very last, shrinks. */
function line(
  page: Sheet,
  text: string,
  x: number,
  y: number,
  size: number,
  room: number,
  face: 'regular' | 'bold' = 'regular',
) {
  const rule = { size, minSize: 6, minScale: 0.8, lead: 1.2 };
  const fitted = fitBox(text, face, room * mm, size * 1.2, rule);
  page.text(x, y, fitted.lines[0] ?? '', face, fitted.size, fitted.scale);
}
