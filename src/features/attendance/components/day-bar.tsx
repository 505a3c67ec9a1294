import Link from 'next/link';
import type { ReactNode } from 'react';
import { daySheetHref as dayHref } from '@/features/today/links';
import { time, weekdayDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { type DayState, waitingCount } from '../client/day-state';

/** Group, day, the days beside it, and how the saving goes. */
export function DayBar({ state, tabs }: { state: DayState; tabs: ReactNode }) {
  const { groupId, group, date, today, previous, next, editable, excuses } = state.sheet;
  return (
    <div className="bar ds-bar">
      <h1>{group}</h1>
      {tabs}
      <nav className="ds-days" aria-label="Дни">
        {previous && (
          <ButtonLink size="small" href={dayHref(groupId, previous)} aria-label={`Раньше: ${weekdayDate(previous)}`}>
            ‹
          </ButtonLink>
        )}
        <b>{weekdayDate(date)}</b>
        {next && next <= today && (
          <ButtonLink size="small" href={dayHref(groupId, next)} aria-label={`Позже: ${weekdayDate(next)}`}>
            ›
          </ButtonLink>
        )}
      </nav>
      {date !== today && (
        <Link className="small" href={dayHref(groupId)} prefetch={false}>
          сегодня
        </Link>
      )}
      <div className="bar-end">
        {editable && (
          <span className="ds-keys">
            <b>{codesInWords(state)}</b> код · <kbd>Пробел</kbd> на весь день
            {excuses && (
              <>
                {' '}
                · <kbd>Enter</kbd> на несколько дней
              </>
            )}{' '}
            · <kbd>Insert</kbd> принять заявку · <kbd>Ctrl Z</kbd> отменить
          </span>
        )}
        <span className="small" role="status">
          {savingWords(state)}
        </span>
        <Button size="small" onClick={() => window.print()}>
          Печать
        </Button>
      </div>
    </div>
  );
}

function codesInWords({ sheet }: DayState): string {
  return sheet.codes.map(({ symbol }) => symbol).join(' ');
}

/** How what was typed is doing; the notice of a refusal stands under the table. */
function savingWords(state: DayState): string {
  const waits = waitingCount(state);
  if (state.link.kind !== 'online') return `Не отправлено: ${waits}`;
  if (state.conflicts.size > 0) return counted(state.conflicts.size, 'расхождение', 'расхождения', 'расхождений');
  if (waits > 0) return 'Сохраняется…';
  return state.savedAt === null ? '' : `Сохранено в ${time(new Date(state.savedAt), state.sheet.timeZone)}`;
}
