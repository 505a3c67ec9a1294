import type { Sheet } from '../sheet';

/** Where a piece stands, in millimetres. */
export type Spot = { left: number; top: number; width: number };

/** Something of known height that flows down a page. */
export type Piece = {
  height: number;
  draw(sheet: Sheet, spot: Spot): void;
  /** Begins a new page. */
  breakBefore?: boolean;
  /** What must stand under it on the same page, in millimetres. */
  keep?: number;
  /** Repeated above it where it begins a page: the head of its table. */
  head?: Piece;
};

export type Placed = { piece: Piece; top: number };

/** Deals pieces out to pages of `room` millimetres; a piece higher than a page has one of its own. */
export function flow(pieces: readonly Piece[], room: number): Placed[][] {
  const pages: Placed[][] = [[]];
  let used = 0;
  const put = (piece: Piece) => {
    pages.at(-1)?.push({ piece, top: used });
    used += piece.height;
  };
  for (const piece of pieces) {
    const full = used + piece.height + (piece.keep ?? 0) > room + 0.01;
    if (used > 0 && (full || piece.breakBefore)) {
      pages.push([]);
      used = 0;
      if (piece.head) put(piece.head);
    }
    put(piece);
  }
  return pages;
}
