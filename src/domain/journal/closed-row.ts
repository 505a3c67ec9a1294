import { isWithin } from '../calendar/local-date';
import type { Regulation } from '../regulation/regulation';
import type { EnrollmentStatus, LocalDate } from '../types';

/** A student's time in a group; `to` is the last day on the roll, null: still there. */
export type EnrolledSpan = { readonly from: LocalDate; readonly to: LocalDate | null };
export type StatusSpan = EnrolledSpan & { readonly status: EnrollmentStatus };

export type RowState = 'open' | 'notYetEnrolled' | 'left' | EnrollmentStatus;

/** Whether a student's cell of this date may be written, or the reason why it is closed. */
export function rowState(
  date: LocalDate,
  enrolments: readonly EnrolledSpan[],
  statuses: readonly StatusSpan[],
  { closedStatuses }: Pick<Regulation, 'closedStatuses'>,
): RowState {
  if (!enrolments.some((span) => isWithin(date, span.from, span.to)))
    return enrolments.some((span) => span.from <= date) ? 'left' : 'notYetEnrolled';
  const closing = statuses.find((span) => isWithin(date, span.from, span.to) && closedStatuses.includes(span.status));
  return closing?.status ?? 'open';
}
