/** A spreadsheet would take a text that begins so for a formula; an apostrophe of its own is doubled, so that a reader can tell. */
const dangerous = /^['=+\-@\t\r\n＝＋－＠]/;

/** A text as a cell of CSV: quoted, never a formula (T-045). */
export function csvText(text: string): string {
  const harmless = dangerous.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The text that `csvText` was given, from the cell that was read. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && dangerous.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Rows of texts as CSV for a Russian spreadsheet: UTF-8 with its mark, semicolons. */
export function csvOf(rows: readonly (readonly string[])[]): Buffer {
  const lines = rows.map((row) => `${row.map((cell) => (cell === '' ? '' : csvText(cell))).join(';')}\r\n`);
  return Buffer.from(`\uFEFF${lines.join('')}`, 'utf8');
}
