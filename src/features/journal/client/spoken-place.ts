import { spokenCell } from '@/domain/journal/spoken';
import { average, dayMonth } from '@/texts/format';
import { flagsByRow } from './cell-flags';
import { cellAt } from './facts';
import { gradeDiverges, gradeSign } from './grade';
import type { JournalState } from './journal-state';
import { closedAt, isGradeColumn } from './permissions';
import { rowSummary } from './summary';

/** The cursor's cell in words: «Иванова Екатерина, 14 ноября, отметка 5» (picture 04). */
export function spokenPlace(state: JournalState): string {
  const { row, column } = state.cursor;
  const name = state.rows[row]?.name ?? '';
  if (isGradeColumn(state, column)) return `${name}, ${spokenGrade(state, row)}`;
  const lesson = state.lessons[column];
  if (!lesson) return name;
  const place = `${name}, ${dayMonth(lesson.date)}`;
  const span = closedAt(state, row, column);
  if (span) return `${place}, закрыто: ${span.reason}`;
  const flag = flagsByRow(state)
    .get(row)
    ?.find((one) => one.column === column);
  if (flag?.kind === 'conflict') {
    const [mine, theirs] = flag.text.split('≠');
    return `${place}, расхождение: у вас ${mine}, на сервере ${theirs}`;
  }
  const words = `${place}, ${cellWords(state, row, column)}`;
  if (!flag) return lesson.date > state.view.today ? `${words}, ещё не проведено` : words;
  return `${words}, ${flag.kind === 'saving' ? 'сохраняется' : 'не отправлено'}`;
}

/** What stands in a cell, in words, without its place. */
export function cellWords(state: JournalState, row: number, column: number): string {
  const lesson = state.lessons[column];
  const cell = cellAt(state, row, column);
  const marks = cell.marks.map((mark) => {
    const assignment = lesson?.assignments[mark.assignment];
    const type = state.regulation.taskTypes.find((one) => one.id === assignment?.type);
    const due = assignment?.dueOn ? dayMonth(assignment.dueOn) : null;
    return { ...mark, title: assignment?.title ?? '', short: type?.short ?? '', due };
  });
  const late = cell.presenceLate || cell.marks.some((mark) => mark.late);
  return spokenCell({ presence: cell.presence, reason: cell.reason, marks, late }, state.regulation.attendance.codes);
}

function spokenGrade(state: JournalState, index: number): string {
  const row = state.rows[index];
  if (!row) return '';
  const summary = rowSummary(row, state.lessons, state.regulation);
  const parts = [row.grade.value === null ? 'итоговой нет' : `итоговая ${gradeSign(state, row.grade.value)}`];
  if (summary.proposal) parts.push(`предлагается ${summary.proposal.value}`);
  if (gradeDiverges(state, row)) parts.push(row.grade.reason ? 'есть обоснование' : 'без обоснования');
  if (summary.average) parts.push(`средний балл ${average(summary.average.hundredths)}`);
  return parts.join(', ');
}
