import type { Regulation } from '../regulation/regulation';
import type { AuthorKind, LocalDate } from '../types';
import { endOfDay } from './deadlines';
import { startOfDay } from './zone';

/** `lesson`: topic, hours, homework, assignments, presence, marks; `debtMark`: a value onto an existing dot; `reason`. */
export type EditKind = 'lesson' | 'debtMark' | 'reason';

/** `closesAt` is the first instant that is refused; null: open until the period is locked. */
export type EditWindow = { readonly opensAt: Date; readonly closesAt: Date | null };

/**
 * When a lesson of this date may be written (G-05, R-044, R-064), local time of the institution. A substitute has the lesson's
 * own window and no later debts: those are the section teacher's. Locks of periods and rights of persons are apart.
 */
export function editWindow(
  edit: { readonly kind: EditKind; readonly by: AuthorKind; readonly lessonDate: LocalDate },
  regulation: Pick<Regulation, 'deadlines' | 'attendance'>,
  timeZone: string,
): EditWindow {
  const days = daysOpen(edit.kind, edit.by, regulation);
  return {
    opensAt: startOfDay(edit.lessonDate, timeZone),
    closesAt: days === null ? null : endOfDay(edit.lessonDate, days, timeZone),
  };
}

export type WindowState = 'notYet' | 'open' | 'closed';

export function windowState({ opensAt, closesAt }: EditWindow, now: Date): WindowState {
  if (now.getTime() < opensAt.getTime()) return 'notYet';
  return closesAt !== null && now.getTime() >= closesAt.getTime() ? 'closed' : 'open';
}

function daysOpen(
  kind: EditKind,
  by: AuthorKind,
  { deadlines, attendance }: Pick<Regulation, 'deadlines' | 'attendance'>,
): number | null {
  if (kind === 'reason' && by !== 'substitute') return attendance.reasonDays;
  if (kind === 'debtMark' && by === 'teacher') return longer(deadlines.debtMarkDays, deadlines.correctionDays);
  return deadlines.correctionDays;
}

function longer(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : Math.max(one, other);
}
