import { type Block, heightOf } from './blocks';
import { paper } from './paper';
import { rowsHeight, settleHeights, splitRow, type TopicRow } from './topic-rows';

/** Lessons `from` … `to - 1` of a course on one spread, and what flows on after its right page. */
export type Spread = {
  from: number;
  to: number;
  rows: TopicRow[];
  closing: Block[];
  /** Pages after the spread: the rest of a lesson longer than a page, the rest of the closing. */
  further: { rows: TopicRow[]; closing: Block[] }[];
};

const room = paper.bodyBottom - paper.bodyTop;

/**
 * Shares the lessons over spreads: as many as the profile wants and the right page holds. The closing stands under the last
 * lessons; where it does not fit, half of them move on to a further spread with it.
 */
export function layOutSpreads(
  rows: readonly TopicRow[],
  lessonsPerPage: number,
  pitch: number,
  closing: Block[],
): Spread[] {
  const spreads: Spread[] = [];
  const need = heightOf(closing);
  for (let from = 0; from < rows.length; ) {
    let count = Math.min(lessonsPerPage, rows.length - from);
    let settled = settleHeights(rows.slice(from, from + count), pitch, room);
    while (!settled && count > 1) settled = settleHeights(rows.slice(from, from + --count), pitch, room);
    if (settled && from + count === rows.length) {
      const wanted = settleHeights(rows.slice(from), pitch, room - need);
      if (wanted) settled = wanted;
      else if (count > 1 && rowsHeight(rows.slice(-1)) + need <= room) {
        count = Math.ceil(count / 2);
        settled = settleHeights(rows.slice(from, from + count), pitch, room);
      }
    }
    spreads.push(settled ? spread(from, from + count, settled) : longLesson(from, rows[from]));
    from += settled ? count : 1;
  }
  if (spreads.length === 0) spreads.push(spread(0, 0, []));
  addClosing(spreads.at(-1) as Spread, pitch, closing);
  return spreads;
}

function spread(from: number, to: number, rows: TopicRow[]): Spread {
  return { from, to, rows, closing: [], further: [] };
}

function longLesson(from: number, row: TopicRow | undefined): Spread {
  const [first, ...rest] = row ? splitRow(row, room) : [];
  return {
    ...spread(from, from + 1, first ? [first] : []),
    further: rest.map((part) => ({ rows: [part], closing: [] })),
  };
}

function addClosing(last: Spread, pitch: number, closing: readonly Block[]): void {
  let page: { rows: TopicRow[]; closing: Block[] } = last.further.at(-1) ?? last;
  let used = page.rows.length > 0 ? rowsHeight(page.rows) : pitch;
  for (const block of closing) {
    if (used + block.height > room) {
      page = { rows: [], closing: [] };
      last.further.push(page);
      used = 0;
    }
    page.closing.push(block);
    used += block.height;
  }
}
