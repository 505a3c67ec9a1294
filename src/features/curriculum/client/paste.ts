import type { PlanLine } from '@/domain/curriculum/plan';
import { normalIndex } from '@/domain/curriculum/plan-index';
import type { Column } from './columns';
import { type DeskLine, deskLine, emptyLine, withCell } from './desk';

/** A block of cells laid over the table from a cell on, as a spreadsheet does; rows that are missing come at the end. */
export function pasteBlock(
  lines: readonly DeskLine[],
  columns: readonly Column[],
  at: { row: number; column: number },
  block: readonly (readonly string[])[],
): DeskLine[] {
  const next = [...lines];
  for (const [down, cells] of block.entries()) {
    let line = next[at.row + down] ?? emptyLine();
    for (const [right, text] of cells.entries()) {
      const column = columns[at.column + right];
      if (column) line = withCell(line, column, text.trim());
    }
    next[at.row + down] = line;
  }
  return next;
}

/**
 * The plan's lines replaced by pasted ones. A line whose index was there keeps its journals and, where the paste says nothing of it,
 * its scale.
 */
export function replaceLines(lines: readonly DeskLine[], pasted: readonly PlanLine[]): DeskLine[] {
  const known = new Map(lines.map((line) => [normalIndex(line.cells.index ?? ''), line]));
  const taken = new Set<number>();
  return pasted.map((line) => {
    const former = known.get(normalIndex(line.index));
    if (!former || taken.has(former.key)) return deskLine(line);
    taken.add(former.key);
    const fresh = deskLine(line);
    const { key, id, journals } = former;
    return { ...fresh, key, id, journals, cells: { ...fresh.cells, scale: former.cells.scale ?? '' } };
  });
}
