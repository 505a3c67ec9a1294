import type { LedgerPaper } from './book';

/** A4 and the fixed heights of the form, in millimetres from the top. */
export const paper = {
  width: 210,
  height: 297,
  outerMargin: 10,
  headBaseline: 14,
  fieldBaselines: [21.2, 27.2],
  tableTop: 31.5,
  headRows: [5, 6.5, 4.5],
  bodyTop: 47.5,
  /** Nothing but the foot stands below this. */
  bodyBottom: 266,
  footTop: 268,
  qrSide: 21,
} as const;

/** Weights of lines in millimetres. */
export const weight = { thin: 0.18, rule: 0.25, thick: 0.35, hole: 0.12 } as const;

/** The printable width of one page and where its binding is. */
export type Frame = { left: number; right: number; width: number; holes: number };

/** Left pages have even numbers; printed on both sides their binding margin is at the right, at the fold. */
export function frameOf({ bindingMargin, mirrored }: LedgerPaper, pageNumber: number): Frame {
  const width = paper.width - bindingMargin - paper.outerMargin;
  const bindingRight = mirrored && pageNumber % 2 === 0;
  const left = bindingRight ? paper.outerMargin : bindingMargin;
  return { left, right: left + width, width, holes: bindingRight ? paper.width - 12 : 12 };
}

/** Baseline that centres type of `size` points on a height. */
export function centredBaseline(middle: number, size: number): number {
  return middle + size * 0.113;
}
