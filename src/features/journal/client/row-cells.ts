import { type CellFacts, packRow, unpackCell } from '../packed-cells';

const strings = new WeakMap<readonly CellFacts[], string>();
const cells = new Map<string, CellFacts>();

/** The cells of a row string. Equal cells are one object: the server reads thousands of them for every page. */
export function cellsOf(row: string): readonly CellFacts[] {
  const facts = row.split('|').map((text) => {
    let cell = cells.get(text);
    if (!cell) {
      cell = unpackCell(text);
      if (cells.size > 2000) cells.clear();
      cells.set(text, cell);
    }
    return cell;
  });
  strings.set(facts, row);
  return facts;
}

/** The row as one string to show, remembered while its cells do not change; what is not sent yet shows too. */
export function rowString(row: readonly CellFacts[]): string {
  let text = strings.get(row);
  if (text === undefined) {
    text = packRow(row.map(visible));
    strings.set(row, text);
  }
  return text;
}

/** Packing leaves out attendance without a version, that is without a row in the database. */
function visible(cell: CellFacts): CellFacts {
  if (cell.presence === null && cell.reason === null) return cell;
  return {
    ...cell,
    presenceVersion: Math.max(cell.presenceVersion, 1),
    reasonVersion: cell.reason === null ? cell.reasonVersion : Math.max(cell.reasonVersion, 1),
  };
}
