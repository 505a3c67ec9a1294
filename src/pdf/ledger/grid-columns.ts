/** Horizontal measures of a grid page in millimetres from its left margin. */
export type GridColumns = {
  name: number;
  dates: number;
  dateWidth: number;
  /** Left edges of missed · average · grade. */
  sums: readonly [number, number, number];
  right: number;
};

const noWidth = 7;
const sumWidths = [9, 10.4, 9] as const;
const sumsWidth = sumWidths[0] + sumWidths[1] + sumWidths[2];

/** Shares the width: a date column as the paper journal has it, no wider than 8.5 mm, the name gets the rest. */
export function gridColumns(width: number, lessonsPerPage: number): GridColumns {
  const room = width - noWidth - sumsWidth;
  const nameLeast = (37 - Math.max(0, Math.min(6, (lessonsPerPage - 16) * 0.5))) * (width / 170);
  const dateWidth = Math.min(8.5, (room - nameLeast) / lessonsPerPage);
  const dates = width - sumsWidth - dateWidth * lessonsPerPage;
  const [missed, average] = [width - sumsWidth, width - sumWidths[1] - sumWidths[2]];
  return { name: noWidth, dates, dateWidth, sums: [missed, average, width - sumWidths[2]], right: width };
}
