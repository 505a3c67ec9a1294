'use client';

import { explainAverage, explainProposal } from '@/domain/grading/explain';
import { markSign } from '@/domain/grading/scale';
import { average, shortDate } from '@/texts/format';
import { Dialog } from '@/ui/dialog';
import { gradeDiverges, gradeSign } from '../client/grade';
import type { JournalState, RowState } from '../client/journal-state';
import { rowSummary } from '../client/summary';
import { useJournalState } from './journal-context';

/** The average down to each mark, the rule, the proposed and the given grade (picture 04; screens.md 5). */
export function AverageDialog({ row: index, onClose }: { row: number; onClose: () => void }) {
  const state = useJournalState((one) => one);
  const row = state.rows[index];
  if (!row) return null;
  const { regulation, lessons } = state;
  const summary = rowSummary(row, lessons, regulation);
  const words = summary.average ? explainAverage(summary.average, regulation.periodMark) : null;
  return (
    <Dialog open title={`Средний балл ${average(summary.average?.hundredths ?? null)} · ${row.name}`} onClose={onClose}>
      <dl className="jg-why">
        {words ? (
          <>
            <dt>Отметок</dt>
            <dd>{words.marks}</dd>
            <dt>Расчёт</dt>
            <dd>{words.formula}</dd>
            <dt>Правило</dt>
            <dd>{words.rule}</dd>
          </>
        ) : (
          <>
            <dt>Отметок</dt>
            <dd>нет: средний не считается</dd>
          </>
        )}
        {summary.proposal && (
          <>
            <dt>Предлагается</dt>
            <dd>
              <b>{summary.proposal.value}</b> <span className="t2">({explainProposal(summary.proposal)})</span>
            </dd>
          </>
        )}
        <dt>Итоговая</dt>
        <dd>
          {row.grade.value === null ? 'не выставлена' : <b className="ink">{gradeSign(state, row.grade.value)}</b>}
          {gradeDiverges(state, row) && <span className="amb"> ≠ предложенной.</span>}
          {row.grade.reason && <> Обоснование: {row.grade.reason}</>}
          {row.grade.enteredBy && <span className="t2"> · {row.grade.enteredBy}</span>}
        </dd>
        <dt>Все отметки</dt>
        <dd>{markList(state, row) || 'нет'}</dd>
      </dl>
    </Dialog>
  );
}

/** «03.11 ЛР 4, 05.11 ОЗ 5»: each mark with its day and kind of work. */
function markList({ lessons, regulation }: JournalState, row: RowState): string {
  const carried = row.carried.map((value) => `из прежней группы ${markSign(value)}`);
  const own = row.cells.flatMap((cell, column) =>
    cell.marks.flatMap((mark) => {
      const lesson = lessons[column];
      const assignment = lesson?.assignments[mark.assignment];
      const type = regulation.taskTypes.find((one) => one.id === assignment?.type);
      return mark.value === null || !lesson
        ? []
        : [`${shortDate(lesson.date)} ${type?.short ?? ''} ${markSign(mark.value)}`];
    }),
  );
  return [...carried, ...own].join(', ');
}
