/** A line of a table that two people may edit; `id` null: not saved yet. `key` stays while it is on the page. */
export type KeyedRow = { readonly key: string | number; readonly id: number | null };

/** A cell that two people changed differently: the text of the one who saves second stays, the other's stands beside it. */
export type CellConflict<Row extends KeyedRow, Field extends string> = {
  readonly key: Row['key'];
  readonly field: Field;
  readonly theirs: string;
};

export type MergedRows<Row extends KeyedRow, Field extends string> = {
  readonly rows: Row[];
  readonly conflicts: readonly CellConflict<Row, Field>[];
  /** Lines that one removed and the other changed: they are kept. */
  readonly kept: number;
};

/** How the cells of a line are read and put back. */
export type CellsOf<Row, Field extends string> = {
  readonly fields: (row: Row) => readonly Field[];
  readonly get: (row: Row, field: Field) => string;
  readonly put: (row: Row, cells: ReadonlyMap<Field, string>) => Row;
};

type Versions<Row> = { base: readonly Row[]; mine: readonly Row[]; theirs: readonly Row[] };

/**
 * Two editors of one table began at `base`; `theirs` is saved, `mine` is typed. What only one of them changed is taken from
 * that one, cell by cell; nothing typed is lost. The order is mine where I moved lines, else theirs.
 */
export function mergeRows<Row extends KeyedRow, Field extends string>(
  { base, mine, theirs }: Versions<Row>,
  cells: CellsOf<Row, Field>,
): MergedRows<Row, Field> {
  const before = byId(base);
  const other = byId(theirs);
  const own = byId(mine);
  const conflicts: CellConflict<Row, Field>[] = [];
  let kept = 0;
  const merged = new Map<Row['key'], Row>();
  const keep = (row: Row) => merged.set(row.key, row);
  for (const row of mine) {
    const was = row.id === null ? undefined : before.get(row.id);
    const now = row.id === null ? undefined : other.get(row.id);
    if (now) keep(mergeRow({ was: was ?? now, mine: row, theirs: now }, cells, conflicts));
    else if (was === undefined) keep(row);
    else if (differs(row, was, cells)) {
      kept += 1;
      keep({ ...row, id: null });
    }
  }
  const added = theirs.filter((row) => row.id !== null && !before.has(row.id));
  for (const row of added) if (row.id !== null && !own.has(row.id)) keep(row);
  for (const row of theirs) {
    const was = row.id === null || own.has(row.id) ? undefined : before.get(row.id);
    if (!was || !differs(row, was, cells)) continue;
    kept += 1;
    keep(row);
  }
  const typed = mine.map((row) => merged.get(row.key) ?? row);
  const all = [...merged.values()];
  return { rows: movedLines(base, mine) ? inOrder(all, typed, theirs) : inOrder(all, theirs, typed), conflicts, kept };
}

const byId = <Row extends KeyedRow>(rows: readonly Row[]): Map<number, Row> =>
  new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row]])));

function fieldsOf<Row, Field extends string>(rows: readonly Row[], { fields }: CellsOf<Row, Field>): Set<Field> {
  return new Set(rows.flatMap((row) => fields(row)));
}

function differs<Row, Field extends string>(one: Row, other: Row, cells: CellsOf<Row, Field>): boolean {
  return [...fieldsOf([one, other], cells)].some((field) => cells.get(one, field) !== cells.get(other, field));
}

function mergeRow<Row extends KeyedRow, Field extends string>(
  { was, mine, theirs }: { was: Row; mine: Row; theirs: Row },
  cells: CellsOf<Row, Field>,
  conflicts: CellConflict<Row, Field>[],
): Row {
  const taken = new Map<Field, string>();
  for (const field of fieldsOf([was, mine, theirs], cells)) {
    const [before, own, other] = [was, mine, theirs].map((row) => cells.get(row, field));
    if (own === before) taken.set(field, other ?? '');
    else if (other !== before && other !== own) conflicts.push({ key: mine.key, field, theirs: other ?? '' });
  }
  return cells.put(mine, taken);
}

/** Whether lines that both lists have stand in another order. */
function movedLines(base: readonly KeyedRow[], mine: readonly KeyedRow[]): boolean {
  const own = byId(mine);
  const old = byId(base);
  const kept = base.flatMap(({ id }) => (id !== null && own.has(id) ? [id] : []));
  const now = mine.flatMap(({ id }) => (id !== null && old.has(id) ? [id] : []));
  return kept.some((id, place) => id !== now[place]);
}

/** Lines in the order of `first`; the others follow the line that they follow in `second`. */
function inOrder<Row extends KeyedRow>(rows: readonly Row[], first: readonly Row[], second: readonly Row[]): Row[] {
  const name = ({ id, key }: Row) => (id === null ? `new ${key}` : String(id));
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
