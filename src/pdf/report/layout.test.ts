import { expect, test } from 'vitest';
import { flow, type Piece } from './flow';
import { panelsOf } from './panels';
import type { PaperColumn } from './paper-document';

const piece = (height: number, more: Partial<Piece> = {}): Piece => ({ height, draw: () => undefined, ...more });
const heights = (pages: ReturnType<typeof flow>) => pages.map((page) => page.map((placed) => placed.piece.height));

test('rows flow over pages under their repeated head', () => {
  const head = piece(10);
  const rows = Array.from({ length: 5 }, () => piece(30, { head }));
  expect(heights(flow([head, ...rows], 100))).toEqual([
    [10, 30, 30, 30],
    [10, 30, 30],
  ]);
});

test('a head never stands alone at the foot; a page break begins a page; what is higher than a page has one', () => {
  expect(heights(flow([piece(80), piece(10, { keep: 30 }), piece(30)], 100))).toEqual([[80], [10, 30]]);
  expect(heights(flow([piece(10), piece(0, { breakBefore: true }), piece(20)], 100))).toEqual([[10], [0, 20]]);
  expect(heights(flow([piece(10), piece(150), piece(10)], 100))).toEqual([[10], [150], [10]]);
});

const column = (width: number, more: Partial<PaperColumn> = {}): PaperColumn => ({
  ...{ title: 'x', width, align: 'centre' },
  ...more,
});
const group = (title: string) => ({ group: { title, short: title } });

test('a wide table goes on beside itself: sticky columns again, groups whole', () => {
  const columns = [column(20, { sticky: true }), ...['А', 'А', 'Б', 'Б', 'В'].map((name) => column(30, group(name)))];
  const panels = panelsOf(columns, 100);
  expect(panels.map(({ places }) => places)).toEqual([
    [0, 1, 2],
    [0, 3, 4],
    [0, 5],
  ]);
});

test('a little too wide is squeezed, the sticky columns are not', () => {
  const [panel, ...others] = panelsOf([column(20, { sticky: true }), column(50), column(50)], 100);
  expect(others).toEqual([]);
  expect(panel?.widths).toEqual([20, 40, 40]);
});
