import { type TopicCells, type TopicField, type TopicRow, topicFields } from '@/domain/schemes/topic-rows';

/** The lines being edited, with what they were before each step. */
export type SchemeTable = {
  readonly rows: readonly TopicRow[];
  readonly past: readonly (readonly TopicRow[])[];
  readonly ahead: readonly (readonly TopicRow[])[];
  /** The cell of the last step: more letters in it are the same step. */
  readonly typing: string | null;
};

const deepest = 100;

export function tableOf(rows: readonly TopicRow[]): SchemeTable {
  return { rows, past: [], ahead: [], typing: null };
}

/** Columns in the order of a pasted «тема; часы; содержание; ДЗ». */
export const tableColumns = ['title', 'hours', 'content', 'homework', 'lessonType', 'materials'] as const;
export type TableColumn = (typeof tableColumns)[number];

export function typeCell(table: SchemeTable, key: string, field: TopicField, text: string): SchemeTable {
  const rows = table.rows.map((row) => (row.key === key ? { ...row, [field]: text } : row));
  const cell = `${key} ${field}`;
  if (table.typing === cell) return { ...table, rows };
  return { ...step(table, rows), typing: cell };
}

/** A line under the one named, above all without one. */
export function addLine(table: SchemeTable, after: string | null, line: TopicRow): SchemeTable {
  const place = after === null ? 0 : placeOf(table, after) + 1;
  return step(table, table.rows.toSpliced(place, 0, line));
}

/** The name of its section goes on with the line below. */
export function removeLine(table: SchemeTable, key: string): SchemeTable {
  const place = placeOf(table, key);
  const [gone, below] = [table.rows[place], table.rows[place + 1]];
  if (!gone) return table;
  const rows = table.rows.toSpliced(place, 1);
  const heir = below && below.part === '' && gone.part !== '' ? { ...below, part: gone.part } : null;
  return step(table, heir ? rows.with(place, heir) : rows);
}

export function moveLine(table: SchemeTable, key: string, by: -1 | 1): SchemeTable {
  const place = placeOf(table, key);
  const [line, other] = [table.rows[place], table.rows[place + by]];
  if (!line || !other) return table;
  return step(table, table.rows.with(place, other).with(place + by, line));
}

/** Lines that were read: in place of all, or behind the last one. */
export function putLines(
  table: SchemeTable,
  lines: readonly TopicCells[],
  how: 'instead' | 'behind',
  newKey: () => string,
): SchemeTable {
  const added = lines.map((cells): TopicRow => ({ ...cells, key: newKey(), id: null }));
  return step(table, how === 'instead' ? added : [...table.rows, ...added]);
}

/** Lines that were pasted over the line named and those under it; an own cell stays where the pasted one is empty. */
export function pasteLines(
  table: SchemeTable,
  key: string,
  lines: readonly Partial<TopicCells>[],
  blank: () => TopicRow,
): SchemeTable {
  const place = placeOf(table, key);
  const rows = [...table.rows];
  for (const [down, cells] of lines.entries()) {
    const filled = topicFields.filter((field) => (cells[field] ?? '') !== '');
    const given = Object.fromEntries(filled.map((field) => [field, cells[field]]));
    rows[place + down] = { ...(rows[place + down] ?? blank()), ...given };
  }
  return step(table, rows);
}

/** Cells of a rectangle that begins in a column: what each row of it says of its line. */
export function cellsFrom(column: TableColumn, rows: readonly (readonly string[])[]): Partial<TopicCells>[] {
  const first = tableColumns.indexOf(column);
  return rows.map((cells) =>
    Object.fromEntries(
      cells.flatMap((cell, right) => {
        const field = tableColumns[first + right];
        return field ? [[field, cell.trim()]] : [];
      }),
    ),
  );
}

export function undo(table: SchemeTable): SchemeTable {
  const before = table.past.at(-1);
  if (!before) return table;
  return { rows: before, past: table.past.slice(0, -1), ahead: [...table.ahead, table.rows], typing: null };
}

export function redo(table: SchemeTable): SchemeTable {
  const next = table.ahead.at(-1);
  if (!next) return table;
  return { rows: next, past: [...table.past, table.rows], ahead: table.ahead.slice(0, -1), typing: null };
}

/** Whether two lists of lines say the same. */
export function sameLines(one: readonly TopicRow[], other: readonly TopicRow[]): boolean {
  return (
    one.length === other.length &&
    one.every((row, place) => {
      const twin = other[place];
      return twin !== undefined && row.id === twin.id && topicFields.every((field) => row[field] === twin[field]);
    })
  );
}

function step(table: SchemeTable, rows: readonly TopicRow[]): SchemeTable {
  return { rows, past: [...table.past, table.rows].slice(-deepest), ahead: [], typing: null };
}

const placeOf = (table: SchemeTable, key: string): number => table.rows.findIndex((row) => row.key === key);
