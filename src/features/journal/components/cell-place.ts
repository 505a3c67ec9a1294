/** № and ФИО stand before the first lesson. */
const heading = 2;

/** Place of a cell among the shown columns, closed spans counted by their width; the totals follow the last lesson. */
export function placeOf(cell: Element): number {
  let place = -heading;
  for (let one = cell.parentElement?.firstElementChild; one && one !== cell; one = one.nextElementSibling)
    place += one instanceof HTMLTableCellElement ? one.colSpan : 1;
  return place;
}

/** The cell of a row that covers a place. */
export function cellAtPlace(row: HTMLTableRowElement | undefined, place: number): HTMLTableCellElement | null {
  let next = -heading;
  for (const cell of row?.cells ?? []) {
    next += cell.colSpan;
    if (place < next) return cell;
  }
  return null;
}
