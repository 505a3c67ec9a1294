import Link from 'next/link';
import { codeOf } from '@/domain/attendance/codes';
import type { NoteLine } from '@/features/absence-notes/note-view';
import { classNames } from '@/ui/class-names';
import { cellFlag, type DayState, factKey, shownCell } from '../client/day-state';
import { rowHours } from '../client/day-totals';
import { RowReason } from './row-reason';

type Props = { state: DayState; row: number; notes: readonly NoteLine[]; onAccept: (note: NoteLine) => void };

/** One student: codes by pair, hours missed, and why. */
export function DayRowView({ state, row, notes, onAccept }: Props) {
  const student = state.sheet.rows[row];
  if (!student) return null;
  const { total } = rowHours(state, row);
  const current = state.cursor.row === row;
  return (
    <tr>
      <td className={classNames('ds-no', current && 'ds-hi')}>{row + 1}</td>
      <th scope="row" className={classNames('ds-name', current && 'ds-hi')}>
        {state.sheet.diaries ? (
          <Link href={`/diary/${student.studentId}`} prefetch={false} className="plain">
            {student.name}
          </Link>
        ) : (
          <span className="plain">{student.name}</span>
        )}
        <span className="ds-why-phone">
          <RowReason state={state} row={row} notes={notes} />
        </span>
      </th>
      {student.closed === null ? (
        state.sheet.columns.map(({ classPeriod }, column) => (
          <CodeCell key={classPeriod} state={state} row={row} column={column} />
        ))
      ) : (
        <td
          className="ds-closed"
          colSpan={state.sheet.columns.length}
          data-row={row}
          data-column={0}
          tabIndex={current ? 0 : -1}
        >
          <span>{student.closed}</span>
        </td>
      )}
      <td className="ds-hours">{total || ''}</td>
      <td className="ds-why">
        <RowReason state={state} row={row} notes={notes} onAccept={onAccept} />
      </td>
    </tr>
  );
}

const looks = {
  unclassified: 'ds-open',
  unknown: 'ds-open',
  invalid: 'ds-bad',
  valid: 'ds-reason',
  sick: 'ds-reason',
  late: 'ds-late',
} as const;

function CodeCell({ state, row, column }: { state: DayState; row: number; column: number }) {
  const { codes } = state.sheet;
  const cell = shownCell(state, row, column);
  const code = cell && codeOf(cell, codes);
  const isCursor = state.cursor.row === row && state.cursor.column === column;
  const flag = cellFlag(state, row, column);
  return (
    <td
      className={classNames(
        code && looks[code.class],
        !cell && 'ds-none',
        state.sheet.columns[column]?.state === 'ahead' && 'ds-ahead',
        isCursor && 'ds-cursor',
        flag && `ds-${flag}`,
      )}
      data-row={row}
      data-column={column}
      data-cursor={isCursor ? '' : undefined}
      tabIndex={isCursor ? 0 : -1}
      title={cell?.note || undefined}
    >
      {flag === 'conflict' && cell ? conflictText(state, row, column) : code?.symbol}
      {code && <span className="sr-only">, {code.label}</span>}
    </td>
  );
}

/** «уп≠б»: the own value and the server's, both legible without opening. */
function conflictText(state: DayState, row: number, column: number): string {
  const student = state.sheet.rows[row];
  const cell = shownCell(state, row, column);
  if (!student || !cell) return '';
  const keys = (['presence', 'reason'] as const).map((kind) =>
    factKey({ kind, lessonId: cell.lessonId, studentId: student.studentId }),
  );
  const conflict = keys.flatMap((key) => state.conflicts.get(key) ?? [])[0];
  if (!conflict) return '';
  const mine = codeOf({ ...cell, [conflict.kind]: conflict.mine }, state.sheet.codes);
  return `${mine?.symbol ?? '·'}≠${codeOf(cell, state.sheet.codes)?.symbol ?? '·'}`;
}
