import { memo } from 'react';
import { classNames } from '@/ui/class-names';
import type { Column } from '../client/columns';
import type { DeskLine } from '../client/desk';

type Props = {
  line: DeskLine;
  row: number;
  columns: readonly Column[];
  /** The name of the cycle that begins with this line. */
  band: string | null;
  /** What is wrong, by cell, as JSON: a line whose text stays the same is not drawn again. */
  problems: string;
  readOnly: boolean;
  onCell: (key: number, column: Column, text: string) => void;
};

const limits: Readonly<Record<string, number>> = { index: 20, name: 300, scale: 4 };

/** One line of the plan. */
export const PlanRow = memo(function PlanRow({ line, row, columns, band, problems, readOnly, onCell }: Props) {
  const wrong = new Map<string, string>(problems === '' ? [] : JSON.parse(problems));
  const title = line.cells.index || `строка ${row + 1}`;
  return (
    <>
      {band && (
        <tr className="plan-band">
          <th colSpan={columns.length} scope="colgroup">
            <span>{band}</span>
          </th>
        </tr>
      )}
      <tr>
        {columns.map((column) => {
          const { id, what, label } = column;
          const error = wrong.get(id);
          return (
            <td key={id} className={classNames(`plan-${what}`, error && 'is-wrong')}>
              <input
                data-row={row}
                data-cell={id}
                value={line.cells[id] ?? ''}
                maxLength={limits[what] ?? 8}
                readOnly={readOnly}
                aria-label={`${title}, ${label}`}
                aria-invalid={error ? true : undefined}
                title={error ?? (what === 'name' ? line.cells.name : undefined)}
                inputMode={what === 'hours' ? 'numeric' : undefined}
                autoComplete="off"
                onChange={({ target }) => onCell(line.key, column, target.value)}
              />
            </td>
          );
        })}
      </tr>
    </>
  );
});
