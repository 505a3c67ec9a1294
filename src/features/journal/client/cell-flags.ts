import { codeOf } from '@/domain/attendance/codes';
import { markSign } from '@/domain/grading/scale';
import type { Presence } from '@/domain/types';
import { cellAt, columnOf, rowOf } from './facts';
import { gradeSign } from './grade';
import type { Conflict, FactValue, GradeFact, JournalState, MarkFact } from './journal-state';
import { lessonOf, studentOf, type Target } from './targets';

/** `saving`: on its way; `unsent`: waits for the net; `conflict`: two people's values, `text` is «н≠уп». */
export type CellFlag =
  | { readonly column: number; readonly kind: 'saving' | 'unsent' }
  | { readonly column: number; readonly kind: 'conflict'; readonly text: string };

/** Cells of every row that are not simply saved; rows without any are left out. */
export function flagsByRow(state: JournalState): Map<number, CellFlag[]> {
  const rows = new Map<number, CellFlag[]>();
  const add = (target: Target, flag: (column: number) => CellFlag) => {
    const studentId = studentOf(target);
    if (studentId === null) return;
    const lessonId = lessonOf(target);
    const row = rowOf(state, studentId);
    const column = lessonId === null ? state.lessons.length : columnOf(state, lessonId);
    const list = rows.get(row);
    if (list) list.push(flag(column));
    else rows.set(row, [flag(column)]);
  };
  const kind = state.link.kind === 'online' ? 'saving' : 'unsent';
  for (const target of waiting(state)) add(target, (column) => ({ column, kind }));
  for (const conflict of state.conflicts.values())
    add(conflict.target, (column) => ({ column, kind: 'conflict', text: conflictText(state, conflict) }));
  return rows;
}

/** Everything that the server has not confirmed yet, the batch on its way included. */
export function waiting(state: JournalState): Target[] {
  return [...(state.inFlight?.sent.map(({ target }) => target) ?? []), ...state.pending.values()];
}

/** «н≠уп»: mine, then the server's. */
export function conflictText(state: JournalState, conflict: Conflict): string {
  return `${factText(state, conflict.target, conflict.mine)}≠${factText(state, conflict.target, conflict.theirs)}`;
}

/** A value as it stands in a cell; «–» for an empty one. */
export function factText(state: JournalState, target: Target, value: FactValue): string {
  const { codes } = state.regulation.attendance;
  switch (target.kind) {
    case 'presence':
      return codeOf({ presence: value as Presence, reason: null }, codes)?.symbol ?? '–';
    case 'reason': {
      const { presence } = cellAt(state, rowOf(state, target.studentId), columnOf(state, target.lessonId));
      return codeOf({ presence: presence ?? 'absent', reason: value as string | null }, codes)?.symbol ?? '–';
    }
    case 'mark': {
      const mark = value as MarkFact;
      return mark.value === null ? (mark.required ? '•' : '–') : markSign(mark.value);
    }
    case 'grade':
      return gradeSign(state, (value as GradeFact).value) || '–';
    case 'homework':
      return String(value) || '–';
    case 'lesson':
      return (value as { topic: string }).topic || '–';
    case 'removal':
      return value === null ? titleOf(state, target) : 'удалить';
    case 'assignment':
      return (value as { title: string } | null)?.title ?? '–';
  }
}

function titleOf(state: JournalState, { lessonId, assignmentId }: { lessonId: number; assignmentId: number }): string {
  const lesson = state.lessons.find((one) => one.id === lessonId);
  return lesson?.assignments.find((one) => one.id === assignmentId)?.title ?? '–';
}
