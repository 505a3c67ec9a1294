/** A row that is not blank. `place` is its number in the file or in what was pasted, from 1. */
export type TableRow = { place: number; cells: readonly string[] };

/**
 * What a file or a pasted text holds: every cell as the text that a person sees in it. Days are «dd.mm.yyyy», times «hh:mm»,
 * numbers have a decimal comma and all their digits. Blank rows are left out.
 */
export type Table = { rows: readonly TableRow[] };

/** What is read at all; more is refused before a table is built (T-044). */
export const tableLimits = {
  /** Bytes of a file. */
  file: 20 * 1024 * 1024,
  /** Bytes of a packed file when it is unpacked. */
  unpacked: 50_000_000,
  entries: 100,
  rows: 20_000,
  columns: 100,
  /** Signs of one cell, as Excel has it. */
  cell: 32_767,
} as const;

/** Why a file or a pasted text is no table; `message` is a Russian sentence that names the place. */
export class TableRefusal extends Error {
  override readonly name = 'TableRefusal';
}

/** @throws TableRefusal when the place lies outside of what is read; both are counted from 1 */
export function assertWithin(row: number, column: number): void {
  if (row > tableLimits.rows)
    throw new TableRefusal(`В таблице больше ${tableLimits.rows} строк: занята строка ${row}. Разделите её на части.`);
  if (column > tableLimits.columns)
    throw new TableRefusal(
      `В таблице больше ${tableLimits.columns} столбцов: занята клетка ${cellName(row, column)}. Уберите лишнее.`,
    );
}

/** «B7»; both are counted from 1. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row}`;
}

/** «A», «Z», «AA»; from 1. */
export function columnName(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

/** Without cells at the end that are blank; null for a blank row. @throws TableRefusal for a cell that is too long */
export function rowOf(place: number, cells: readonly string[]): TableRow | null {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length -= 1;
  if (length === 0) return null;
  assertWithin(place, length);
  const long = cells.findIndex((cell) => cell.length > tableLimits.cell);
  if (long >= 0) throw new TableRefusal(`Слишком длинный текст в клетке ${cellName(place, long + 1)}.`);
  return { place, cells: cells.slice(0, length) };
}
