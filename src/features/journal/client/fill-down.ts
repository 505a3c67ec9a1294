import { codeOf } from '@/domain/attendance/codes';
import { counted } from '@/texts/plural';
import { cellAt, markIn } from './facts';
import type { FactValue, JournalState } from './journal-state';
import { done, refused } from './notices';
import { activeIndex, closedAt, whyClosed } from './permissions';
import type { Target } from './targets';
import { codeChanges } from './type-absence';
import { writeStep } from './write-facts';
import { activeTarget } from './write-mark';

type Wanted = { readonly target: Target; readonly after: FactValue };

/**
 * Repeats the cursor's mark (or dot, or absence) in every empty open cell below, down to the row `last`; absent students get
 * no mark.
 */
export function fillDown(state: JournalState, last = state.rows.length - 1): JournalState {
  const { row, column } = state.cursor;
  const cell = cellAt(state, row, column);
  const fact = markIn(cell, activeIndex(state, column));
  const isMark = fact.value !== null || fact.required;
  if (!isMark && cell.presence === null) return refused(state, 'Заполнить вниз нечем: клетка пуста.');
  const closed = whyClosed(state, row, column, isMark ? 'mark' : 'presence');
  if (closed) return refused(state, closed);
  const below = state.rows
    .map((_, index) => index)
    .filter((index) => row < index && index <= last && !closedAt(state, index, column));
  const wanted = below.flatMap((index) =>
    isMark ? markBelow(state, index, column, fact) : absenceBelow(state, index, column),
  );
  if (wanted.length === 0) return refused(state, 'Ниже нет пустых клеток.');
  const cells = new Set(wanted.map(({ target }) => ('studentId' in target ? target.studentId : 0))).size;
  return done(writeStep(state, wanted), `Заполнено вниз: ${counted(cells, 'клетка', 'клетки', 'клеток')}.`);
}

function markBelow(state: JournalState, row: number, column: number, fact: FactValue): Wanted[] {
  const cell = cellAt(state, row, column);
  const own = markIn(cell, activeIndex(state, column));
  const target = activeTarget(state, row, column);
  const taken = own.value !== null || own.required || cell.presence === 'absent';
  return taken || !target ? [] : [{ target, after: fact }];
}

function absenceBelow(state: JournalState, row: number, column: number): Wanted[] {
  const codes = state.regulation.attendance.codes;
  const code = codeOf(cellAt(state, state.cursor.row, column), codes);
  const cell = cellAt(state, row, column);
  if (!code || cell.presence !== null || cell.marks.some((mark) => mark.value !== null)) return [];
  return codeChanges(state, row, column, code).changes;
}
