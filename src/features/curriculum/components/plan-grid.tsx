import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import { meaningOf } from '@/domain/curriculum/plan-index';
import { cycleSums } from '@/domain/curriculum/plan-sums';
import { readPasted } from '@/tabular/read-pasted';
import type { Column } from '../client/columns';
import { emptyLine } from '../client/desk';
import { type GridMove, moveOf } from '../client/grid-keys';
import { pasteBlock } from '../client/paste';
import type { PlanDeskState } from '../client/use-plan-desk';
import { cycleWords } from '../finding-words';
import { PlanHead } from './plan-head';
import { PlanRow } from './plan-row';

type Props = {
  ref: Ref<HTMLTableElement>;
  desk: PlanDeskState;
  columns: readonly Column[];
  semester: number | null;
  readOnly: boolean;
  onSave: () => void;
};

/** Lines × columns, as in a spreadsheet: one input a cell, moved through by keys, filled by paste. */
export function PlanGrid({ ref, desk, columns, semester, readOnly, onSave }: Props) {
  const bands = bandsOf(desk);

  function focus(table: HTMLTableElement, row: number, column: number): void {
    const cell = columns[column];
    const input = table.querySelector<HTMLInputElement>(`[data-row="${row}"][data-cell="${cell?.id}"]`);
    input?.focus();
    input?.select();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    const place = placeOf(event.target, columns);
    const move = place && moveOf(event.nativeEvent, event.target as HTMLInputElement);
    if (!place || !move || (readOnly && move.kind !== 'go')) return;
    event.preventDefault();
    const table = event.currentTarget;
    const { row, column } = carryOut(move, place, { desk, columns, readOnly, onSave });
    setTimeout(() => focus(table, row, column));
  }

  function onPaste(event: ClipboardEvent<HTMLTableElement>): void {
    const place = placeOf(event.target, columns);
    const text = event.clipboardData.getData('text/plain');
    if (readOnly || !place || !/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const rows = readPasted(text).rows;
    const first = rows[0]?.place ?? 1;
    const block: (readonly string[])[] = [];
    for (const { place: at, cells } of rows) block[at - first] = cells;
    desk.reshape((lines) =>
      pasteBlock(
        lines,
        columns,
        place,
        Array.from(block, (cells) => cells ?? []),
      ),
    );
  }

  return (
    <div className="plan-scroll">
      <table ref={ref} className="plan-grid" onKeyDown={onKeyDown} onPaste={onPaste}>
        <PlanHead columns={columns} semester={semester} desk={desk} readOnly={readOnly} />
        <tbody>
          {desk.lines.map((line, row) => (
            <PlanRow
              key={line.key}
              line={line}
              row={row}
              columns={columns}
              band={bands[row] ?? null}
              problems={problemsText(desk.read[row]?.problems)}
              readOnly={readOnly}
              onCell={desk.setCell}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const problemsText = (problems: ReadonlyMap<string, string> | undefined): string =>
  problems && problems.size > 0 ? JSON.stringify([...problems]) : '';

/** The cycle's name over its first line; null over the others. */
function bandsOf({ read }: PlanDeskState): (string | null)[] {
  const sums = new Map(cycleSums(read.map(({ line }) => line)).map((row) => [row.cycle, row.sums.taught]));
  let last: string | null = null;
  return read.map(({ line }) => {
    if (line.index === '' && line.name === '') return null;
    const cycle = meaningOf(line.index)?.cycle ?? 'unknown';
    if (cycle === last) return null;
    last = cycle;
    return `${cycleWords[cycle]} · ${sums.get(cycle) ?? 0} ч`;
  });
}

type Place = { row: number; column: number };

function placeOf(target: EventTarget, columns: readonly Column[]): Place | null {
  if (!(target instanceof HTMLInputElement) || target.dataset.row === undefined) return null;
  const column = columns.findIndex(({ id }) => id === target.dataset.cell);
  return column < 0 ? null : { row: Number(target.dataset.row), column };
}

type Around = Pick<Props, 'desk' | 'columns' | 'readOnly' | 'onSave'>;

/** Does what the key says; answers the cell that has the focus afterwards. */
function carryOut(move: GridMove, { row, column }: Place, { desk, columns, readOnly, onSave }: Around): Place {
  const last = desk.lines.length - 1;
  switch (move.kind) {
    case 'go': {
      const down = Math.max(0, row + move.rows);
      if (down > last && !readOnly) desk.reshape((lines) => [...lines, emptyLine()]);
      return {
        row: readOnly ? Math.min(last, down) : down,
        column: Math.max(0, Math.min(columns.length - 1, column + move.columns)),
      };
    }
    case 'save':
      onSave();
      return { row, column };
    case 'insert':
      desk.reshape((lines) => lines.toSpliced(row + 1, 0, emptyLine()));
      return { row: row + 1, column: 0 };
    case 'remove':
      desk.reshape((lines) => lines.toSpliced(row, 1));
      return { row: Math.max(0, Math.min(row, last - 1)), column };
    case 'carry': {
      const to = Math.max(0, Math.min(last, row + move.rows));
      const [line] = desk.lines.slice(row, row + 1);
      if (line && to !== row) desk.reshape((lines) => lines.toSpliced(row, 1).toSpliced(to, 0, line));
      return { row: to, column };
    }
  }
}
