import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { columnsFor } from '../client/columns';
import type { SheetConflict } from '../client/sheet';
import type { PlanDeskState } from '../client/use-plan-desk';

type Props = { desk: PlanDeskState; semesters: number; onGo: (line: number, cell: string) => void };

/** Somebody else saved the plan meanwhile: what was put together, and the cells where one of two values has to be chosen. */
export function PlanMerge({ desk, semesters, onGo }: Props) {
  const { merge } = desk;
  if (!merge) return null;
  const { conflicts, kept, changed } = merge;
  return (
    <Notice kind="warning" live>
      Пока вы правили, план сохранён{changed && ` ${changed}`}. Те правки добавлены к вашим
      {kept > 0 &&
        `, ${counted(kept, 'удалённая строка оставлена', 'удалённые строки оставлены', 'удалённых строк оставлено')}`}
      {conflicts.length === 0
        ? '. Нажмите «Сохранить», чтобы записать.'
        : `. Разошлись клетки: ${conflicts.length}; сейчас в них ваше.`}
      <ul className="plan-conflicts">
        {conflicts.map((conflict) => (
          <Conflict
            key={`${conflict.key} ${conflict.cell}`}
            conflict={conflict}
            desk={desk}
            semesters={semesters}
            onGo={onGo}
          />
        ))}
      </ul>
    </Notice>
  );
}

function Conflict({ conflict, desk, semesters, onGo }: Props & { conflict: SheetConflict }) {
  const { key, cell, theirs } = conflict;
  const semester = Number(/\d+$/.exec(cell)?.[0] ?? 0);
  const row = desk.lines.findIndex((line) => line.key === key);
  const line = desk.lines[row];
  const column = [...columnsFor(null, semesters), ...(semester > 0 ? columnsFor(semester, semesters) : [])].find(
    ({ id }) => id === cell,
  );
  const mine = (key === null ? desk.weeks[semester] : line?.cells[cell]) || 'пусто';
  const label =
    key === null ? `${semester} семестр, учебных недель` : `${line?.cells.index ?? ''}, ${column?.label ?? ''}`;

  function take(): void {
    if (key === null) desk.setWeeks(semester, theirs);
    else if (column) desk.setCell(key, column, theirs);
    desk.settle(conflict);
  }

  return (
    <li>
      {key === null ? (
        label
      ) : (
        <button type="button" className="plan-go" onClick={() => onGo(row, cell)}>
          {label}
        </button>
      )}
      : у вас «{mine}», записано «{theirs || 'пусто'}»{' '}
      <Button size="small" onClick={take}>
        Взять записанное
      </Button>{' '}
      <Button size="small" onClick={() => desk.settle(conflict)}>
        Оставить моё
      </Button>
    </li>
  );
}
