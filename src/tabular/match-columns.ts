import { columnName, type Table, type TableRow } from './table';
import { tidy } from './values/parsed';

/** A column that is looked for by its title or by other words for it. */
export type Sought<Key extends string> = {
  key: Key;
  title: string;
  aliases?: readonly string[];
  needed?: boolean;
};

export type Matched<Key extends string> = {
  /** The number of the row of titles. */
  headAt: number;
  /** Places of the columns found, from 0. */
  at: ReadonlyMap<Key, number>;
  /** The rows under the titles. */
  rows: readonly TableRow[];
  /** What is wrong with the titles, in Russian; then no row is read. */
  wrong: readonly string[];
  /** Titles that nobody knows: what stands under them is not read. */
  unread: readonly string[];
};

const headWithin = 15;

/**
 * Finds the row of titles among the first rows, whatever stands above it («Список группы …»), and the columns in any order.
 * Null when no row has a title that is known.
 */
export function matchColumns<Key extends string>(table: Table, columns: readonly Sought<Key>[]): Matched<Key> | null {
  const known = new Map(
    columns.flatMap(({ key, title, aliases = [] }) => [title, ...aliases].map((word) => [plain(word), key])),
  );
  const keysOf = (row: TableRow) => row.cells.map((cell) => known.get(plain(cell)));
  const heads = table.rows
    .slice(0, headWithin)
    .map((row) => ({ row, found: new Set(keysOf(row).filter(Boolean)).size }));
  const best = heads.reduce<{ row: TableRow; found: number } | null>(
    (one, other) => (other.found > (one?.found ?? 0) ? other : one),
    null,
  );
  if (!best) return null;
  const at = new Map<Key, number>();
  const wrong: string[] = [];
  const unread: string[] = [];
  for (const [place, key] of keysOf(best.row).entries()) {
    const title = tidy(best.row.cells[place] ?? '');
    const before = key === undefined ? undefined : at.get(key);
    if (before !== undefined)
      wrong.push(`Столбец «${title}» стоит дважды: ${columnName(before + 1)} и ${columnName(place + 1)}`);
    else if (key !== undefined) at.set(key, place);
    else if (title !== '') unread.push(title);
  }
  const missing = columns
    .filter(({ key, needed }) => needed && !at.has(key))
    .map(({ title }) => `Нет столбца «${title}»`);
  const rows = table.rows.filter(({ place }) => place > best.row.place);
  return { headAt: best.row.place, at, rows, wrong: [...wrong, ...missing], unread };
}

/** Titles differ in case, «ё», stars of what is needed, full stops and line breaks. */
function plain(title: string): string {
  return tidy(title)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[*.:"«»]/g, '')
    .replaceAll(/\s*[,(–-]\s*/g, ' ')
    .replaceAll(')', '')
    .trim();
}
