import { matchColumns } from '@/tabular/match-columns';
import { type Table, TableRefusal } from '@/tabular/table';
import { isSheetError, type Parsed, tidy } from '@/tabular/values/parsed';
import type { Columns, ImportKind, Line, Verdict } from './kind';

/** A row as the person sees it: its cells in the order of the kind's columns. */
export type SeenRow = { place: number; cells: string[]; verdict: Verdict };

export type ReadLines = {
  seen: SeenRow[];
  /** The rows without errors so far; their verdicts are those of `seen`. */
  lines: Line<Columns>[];
  /** Titles of the file that nobody knows. */
  unread: readonly string[];
};

/** Reads the cells of every row by the columns of a kind. @throws TableRefusal when the titles do not fit */
export function readLines(kind: ImportKind, table: Table): ReadLines {
  const keys = Object.keys(kind.columns);
  const sought = Object.entries(kind.columns).map(([key, { title, aliases = [], needed = false }]) => {
    return { key, title, aliases, needed };
  });
  const matched = matchColumns(table, sought);
  if (!matched)
    throw new TableRefusal(
      `В первых строках нет ни одного из названий столбцов: ${sought.map(({ title }) => `«${title}»`).join(', ')}.`,
    );
  if (matched.wrong.length > 0) throw new TableRefusal(`Строка ${matched.headAt}. ${matched.wrong.join('. ')}.`);
  if (matched.rows.length === 0) throw new TableRefusal('Под названиями столбцов нет ни одной строки.');
  const seen: SeenRow[] = [];
  const lines: Line<Columns>[] = [];
  for (const { place, cells } of matched.rows) {
    const texts = keys.map((key) => cells[matched.at.get(key) ?? -1] ?? '');
    const verdict: Verdict = { fate: 'same', errors: [], notes: [], recordId: null };
    const values: Record<string, unknown> = {};
    for (const [index, key] of keys.entries()) values[key] = readCell(kind, key, texts[index] ?? '', verdict);
    seen.push({ place, cells: texts.map(shown), verdict });
    if (verdict.errors.length === 0) lines.push({ place, values: values as Line<Columns>['values'], verdict });
  }
  return { seen, lines, unread: matched.unread };
}

function readCell(kind: ImportKind, key: string, text: string, verdict: Verdict): unknown {
  const column = kind.columns[key];
  if (!column) return null;
  const parsed: Parsed<unknown> | null = tidy(text) === '' ? null : meaningOf(text, column.parse);
  if (parsed === null) {
    if (column.needed) verdict.errors.push({ column: key, text: 'Не заполнено' });
    return null;
  }
  if ('value' in parsed) return parsed.value;
  verdict.errors.push({ column: key, text: parsed.wrong });
  return null;
}

function meaningOf(text: string, parse: (text: string) => Parsed<unknown>): Parsed<unknown> {
  if (isSheetError(text)) return { wrong: `В ячейке ошибка формулы «${tidy(text)}»` };
  return parse(text);
}

/** What a person sees of a long cell. */
const shown = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
