/** Splits a text table into trimmed cells: one row a line, cells between `|`, empty lines skipped. */
export function rowsOf(table: string): string[][] {
  return table
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('|').map((cell) => cell.trim()));
}
