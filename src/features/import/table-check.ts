import { createHash } from 'node:crypto';
import { readTableApart } from '@/tabular/read-table-apart';
import { type Table, TableRefusal } from '@/tabular/table';
import type { Fate, ImportKind, Setting, Writing } from './kind';
import { type ReadLines, readLines, type SeenRow } from './read-lines';

/** A row in the database: its place, fate, cells, errors by the column's number (−1: the whole row), notes. */
export type KeptRow = {
  place: number;
  fate: Fate | 'wrong';
  cells: string[];
  errors: { column: number; text: string }[];
  notes: string[];
};

export type Counts = Record<Fate | 'wrong', number>;

export type Checked = {
  rows: KeptRow[];
  counts: Counts;
  /** Of all fates: another one means that the college is no longer what it was when they were shown. */
  digest: string;
  unread: readonly string[];
  seen: readonly SeenRow[];
  write: Writing;
};

/** The rows of a file by its kind, without the database. @throws TableRefusal */
export async function openTable(kind: ImportKind, bytes: Uint8Array, pasted: boolean): Promise<ReadLines> {
  const table: Table = await readTableApart(bytes, { pasted });
  return readLines(kind, table);
}

/** What becomes of every row by the present state of the college; nothing is written. */
export async function checkTable(
  kind: ImportKind,
  { seen, lines, unread }: ReadLines,
  setting: Setting,
): Promise<Checked> {
  const write = await kind.judge(setting, lines);
  const keys = Object.keys(kind.columns);
  const rows = seen.map(({ place, cells, verdict }): KeptRow => {
    const errors = verdict.errors.map(({ column, text }) => ({
      column: column === null ? -1 : keys.indexOf(column),
      text,
    }));
    return { place, fate: errors.length > 0 ? 'wrong' : verdict.fate, cells, errors, notes: verdict.notes };
  });
  const counts: Counts = { new: 0, changed: 0, same: 0, wrong: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  const digest = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  return { rows, counts, digest, unread, seen, write };
}

/** The reason of a refusal, null for any other failure. */
export function refusalReason(error: unknown): string | null {
  return error instanceof TableRefusal ? error.message : null;
}
