import { type ActorName, actors, type Outcome, type Target, targets } from './matrix-actors';
import type { Case, Entries } from './matrix-entries';

/** One cell of the matrix. */
export type Cell = { name: string; entry: Case; actor: ActorName; target: Target };

/** Cells to ask for, by actor: the first three targets in the quick run, all six in the full one. */
export function cellsOf(entries: Entries, rounds: 'quick' | 'full', only: readonly ActorName[] = actors): Cell[] {
  const asked = rounds === 'full' ? targets : targets.slice(0, 3);
  return only.flatMap((actor) =>
    Object.entries(entries).flatMap(([name, entry]) =>
      (entry.targeted ? asked : asked.slice(0, 1)).map((target) => ({ name, entry, actor, target })),
    ),
  );
}

export const expectedOf = ({ entry, actor, target }: Cell): Outcome => entry.expect[actor][target];

/** «ok», or «ok, should be hidden» beside its place. */
export function difference(cell: Cell, outcome: Outcome | undefined, status?: number): string | null {
  const expected = expectedOf(cell);
  if (outcome === expected) return null;
  return `${cell.name} · ${cell.actor} · ${cell.target}: ${outcome ?? `status ${status}`}, should be ${expected}`;
}

/** Runs `work` over all items, `width` at a time, results in the order of the items. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const place = next++;
      results[place] = await work(items[place] as T);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}

const signs: Record<Outcome, string> = {
  ok: '+',
  login: 'L',
  hidden: '-',
  unsigned: 'U',
  forbidden: 'F',
  invalid: '!',
  moved: '>',
  limited: '~',
};

/** The table to be reviewed: a line per entry, a column per actor, a sign per target (own, foreign, nonexistent). */
export function asTable(cells: readonly { cell: Cell; outcome: Outcome | undefined }[]): string {
  const lines = new Map<string, Map<ActorName, string>>();
  const shown = cells.filter(({ cell }) => targets.indexOf(cell.target) < 3);
  const inOrder = shown.toSorted((one, other) => targets.indexOf(one.cell.target) - targets.indexOf(other.cell.target));
  for (const { cell, outcome } of inOrder) {
    const line = lines.get(cell.name) ?? new Map<ActorName, string>();
    lines.set(cell.name, line);
    line.set(cell.actor, `${line.get(cell.actor) ?? ''}${outcome ? signs[outcome] : '?'}`);
  }
  const columns = actors.map((actor, place) => `${String.fromCodePoint(97 + place)} = ${actor}`);
  const legend = Object.entries(signs).map(([outcome, sign]) => `${sign} ${outcome}`);
  const width = Math.max(...[...lines.keys()].map((name) => name.length));
  const head = `${' '.repeat(width)}  ${actors.map((_, place) => String.fromCodePoint(97 + place).padEnd(4)).join('')}`;
  const rows = [...lines].map(
    ([name, line]) => `${name.padEnd(width)}  ${actors.map((actor) => (line.get(actor) ?? '').padEnd(4)).join('')}`,
  );
  return [...columns, '', `own, foreign, nonexistent: ${legend.join(', ')}`, '', head, ...rows]
    .map((line) => line.trimEnd())
    .join('\n');
}
