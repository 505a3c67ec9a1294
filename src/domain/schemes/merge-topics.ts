import { type TopicField, type TopicRow, topicFields } from './topic-rows';

/** A cell that two people changed differently: the text of the one who saves second stays, the other's stands beside it. */
export type TopicConflict = { readonly key: string; readonly field: TopicField; readonly theirs: string };

export type MergedTopics = {
  readonly rows: TopicRow[];
  readonly conflicts: readonly TopicConflict[];
  /** Lines that they removed and I changed: they are kept. */
  readonly kept: number;
};

/**
 * Two editors of one draft began at `base`; `theirs` is saved, `mine` is typed. What only one of them changed is taken from
 * that one, cell by cell; nothing typed is lost. The order is mine where I moved lines, else theirs.
 */
export function mergeTopics(
  base: readonly TopicRow[],
  mine: readonly TopicRow[],
  theirs: readonly TopicRow[],
): MergedTopics {
  const before = byId(base);
  const other = byId(theirs);
  const own = byId(mine);
  const conflicts: TopicConflict[] = [];
  let kept = 0;
  const merged = new Map<string, TopicRow>();
  const keep = (row: TopicRow) => merged.set(row.key, row);
  for (const row of mine) {
    const was = row.id === null ? undefined : before.get(row.id);
    const now = row.id === null ? undefined : other.get(row.id);
    if (now) keep(mergeRow(was ?? now, row, now, conflicts));
    else if (was === undefined) keep(row);
    else if (topicFields.some((field) => row[field] !== was[field])) {
      kept += 1;
      keep({ ...row, id: null });
    }
  }
  const added = theirs.filter((row) => row.id !== null && !before.has(row.id));
  for (const row of added) if (row.id !== null && !own.has(row.id)) keep(row);
  for (const row of theirs) if (wasRemovedByMe(row)) reviveChanged(row);
  const typed = mine.map((row) => merged.get(row.key) ?? row);
  const all = [...merged.values()];
  return { rows: movedLines(base, mine) ? inOrder(all, typed, theirs) : inOrder(all, theirs, typed), conflicts, kept };

  function wasRemovedByMe({ id }: TopicRow): boolean {
    return id !== null && before.has(id) && !own.has(id);
  }

  function reviveChanged(row: TopicRow): void {
    const was = row.id === null ? undefined : before.get(row.id);
    if (was && topicFields.some((field) => row[field] !== was[field])) {
      kept += 1;
      keep(row);
    }
  }
}

const byId = (rows: readonly TopicRow[]): Map<number, TopicRow> =>
  new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row]])));

function mergeRow(was: TopicRow, mine: TopicRow, theirs: TopicRow, conflicts: TopicConflict[]): TopicRow {
  const merged: Record<TopicField, string> = { ...mine };
  for (const field of topicFields) {
    if (mine[field] === was[field]) merged[field] = theirs[field];
    else if (theirs[field] !== was[field] && theirs[field] !== mine[field]) {
      conflicts.push({ key: mine.key, field, theirs: theirs[field] });
    }
  }
  return { ...mine, ...merged };
}

/** Whether lines that both lists have stand in another order. */
function movedLines(base: readonly TopicRow[], mine: readonly TopicRow[]): boolean {
  const own = byId(mine);
  const old = byId(base);
  const kept = base.flatMap(({ id }) => (id !== null && own.has(id) ? [id] : []));
  const now = mine.flatMap(({ id }) => (id !== null && old.has(id) ? [id] : []));
  return kept.some((id, place) => id !== now[place]);
}

/** Lines in the order of `first`; the others follow the line that they follow in `second`. */
function inOrder(rows: TopicRow[], first: readonly TopicRow[], second: readonly TopicRow[]): TopicRow[] {
  const name = ({ id, key }: TopicRow) => (id === null ? key : String(id));
  const wanted = new Map(rows.map((row) => [name(row), row]));
  const order = first.map(name).filter((one) => wanted.has(one));
  const placed = new Set(order);
  for (const [place, row] of second.entries()) {
    const own = name(row);
    if (!wanted.has(own) || placed.has(own)) continue;
    const before = second.slice(0, place).findLast((one) => placed.has(name(one)));
    order.splice(before ? order.indexOf(name(before)) + 1 : 0, 0, own);
    placed.add(own);
  }
  for (const row of rows) if (!placed.has(name(row))) order.push(name(row));
  return order.flatMap((one) => wanted.get(one) ?? []);
}
