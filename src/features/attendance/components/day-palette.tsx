import { Button } from '@/ui/button';
import type { DayState } from '../client/day-state';
import { clearCell, undo, wholeDay, writeCode } from '../client/write-day';
import type { ChangeDay } from './use-day';

/** The same acts for a hand without a keyboard; on a phone they lie under the thumb. */
export function DayPalette({ state, change }: { state: DayState; change: ChangeDay }) {
  const { codes, excuses, rows } = state.sheet;
  const student = rows[state.cursor.row];
  return (
    <div className="ds-palette no-print" role="toolbar" aria-label="Коды посещаемости">
      {codes.map((code) => (
        <Button
          key={code.id}
          size="small"
          title={code.label}
          aria-label={`${code.symbol}, ${code.label}`}
          onClick={() => change((old) => writeCode(old, code))}
        >
          {code.symbol}
        </Button>
      ))}
      <Button size="small" onClick={() => change(clearCell)}>
        Убрать
      </Button>
      <Button size="small" onClick={() => change(wholeDay)}>
        На весь день
      </Button>
      {excuses && (
        <Button
          size="small"
          disabled={!student || student.closed !== null}
          onClick={() => change((old) => ({ ...old, dialog: { kind: 'excuse' } }))}
        >
          На несколько дней…
        </Button>
      )}
      <Button size="small" disabled={state.past.length === 0} onClick={() => change(undo)}>
        Отменить
      </Button>
    </div>
  );
}
