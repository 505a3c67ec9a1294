import { diverges, needsReason } from '@/domain/grading/proposal';
import { isGradeOf, markSign } from '@/domain/grading/scale';
import type { GradeValue } from '@/domain/types';
import type { JournalState, RowState } from './journal-state';
import { stepDown } from './move';
import { done, refused } from './notices';
import { rowSummary } from './summary';
import { writeStep } from './write-facts';

/** Why period grades may not be given here, or null. */
export function whyNoGrades(state: JournalState): string | null {
  if (state.view.period.locked) return 'Учебный период закрыт: итоговые отметки не меняются.';
  return state.view.abilities.giveGrades ? null : 'Итоговые отметки ставит преподаватель этой дисциплины.';
}

/** A period grade typed into the cursor's row; where it differs from the proposal its reason is asked first (C-06). */
export function typeGrade(state: JournalState, value: GradeValue): JournalState {
  const row = state.rows[state.cursor.row];
  const closed = whyNoGrades(state);
  if (closed) return refused(state, closed);
  if (!row) return state;
  if (!isGradeOf(value, state.scale))
    return refused(
      state,
      state.scale === 'passFail'
        ? 'Итоговая здесь — зачёт (клавиша +) или незачёт (клавиша −).'
        : 'Такой итоговой отметки в этой дисциплине нет.',
    );
  if (row.grade.value === value) return stepDown(state);
  const proposed = rowSummary(row, state.lessons, state.regulation).proposal?.value ?? null;
  const given = value === 'notAttested' ? null : value;
  if (needsReason(given, proposed, state.regulation.periodMark))
    return { ...done(state), dialog: { kind: 'gradeReason', row: state.cursor.row, value } };
  return stepDown(writeGrade(state, state.cursor.row, value, null));
}

export function writeGrade(
  state: JournalState,
  row: number,
  value: GradeValue | null,
  reason: string | null,
): JournalState {
  const studentId = state.rows[row]?.studentId;
  if (studentId === undefined) return state;
  return done(writeStep(state, [{ target: { kind: 'grade', studentId }, after: { value, reason } }]));
}

export function clearGrade(state: JournalState): JournalState {
  const closed = whyNoGrades(state);
  return closed ? refused(state, closed) : writeGrade(state, state.cursor.row, null, null);
}

/** «5», «з», «н/а»: how a period grade stands in its cell. */
export function gradeSign(state: Pick<JournalState, 'regulation'>, value: GradeValue | null): string {
  if (value === null) return '';
  return value === 'notAttested' ? state.regulation.notAttested.symbol : markSign(value);
}

/** The sign «≠»: the given grade differs from the proposed one. */
export function gradeDiverges(state: Pick<JournalState, 'lessons' | 'regulation'>, row: RowState): boolean {
  const { value } = row.grade;
  if (value === null || value === 'notAttested') return false;
  return diverges(value, rowSummary(row, state.lessons, state.regulation).proposal?.value ?? null);
}
