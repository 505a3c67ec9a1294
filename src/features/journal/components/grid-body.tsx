'use client';

import { average } from '@/texts/format';
import { flagsByRow } from '../client/cell-flags';
import { gradeDiverges, gradeSign } from '../client/grade';
import type { JournalState, RowState } from '../client/journal-state';
import { rowString } from '../client/row-cells';
import { rowSummary } from '../client/summary';
import { GridRow } from './grid-row';
import { useJournalState } from './journal-context';
import { summaryString } from './summary-cells';

/** All students; only rows whose strings changed render. */
export function GridBody({ looks }: { looks: string }) {
  const state = useJournalState((one) => one);
  const flags = flagsByRow(state);
  return (
    <tbody>
      {state.rows.map((row, index) => (
        <GridRow
          key={row.studentId}
          number={index + 1}
          name={row.name}
          cells={rowString(row.cells)}
          shown={state.shown}
          looks={looks}
          closed={row.closed}
          flags={flags.get(index)}
          typing={typingIn(state, index)}
          summary={summaryOf(state, row)}
          codes={state.regulation.attendance.codes}
        />
      ))}
    </tbody>
  );
}

/** Letters that are no code yet stand in the cell in graphite until the next one. */
function typingIn({ cursor, typing, typingIsCode }: JournalState, row: number): string {
  return typing !== '' && !typingIsCode && cursor.row === row ? `${cursor.column}:${typing}` : '';
}

function summaryOf(state: JournalState, row: RowState): string {
  const summary = rowSummary(row, state.lessons, state.regulation);
  const closed = row.closed.some((span) => span.from === 0 && span.to >= state.lessons.length - 1);
  return summaryString({
    missed: closed ? '–' : `${summary.missed} / ${summary.missedInvalid}`,
    debts: summary.debts > 0 ? String(summary.debts) : '',
    average: average(summary.average?.hundredths ?? null),
    proposed: summary.proposal?.value ?? (closed ? '–' : ''),
    grade: gradeSign(state, row.grade.value),
    sign: gradeDiverges(state, row) ? '≠' : '',
  });
}
