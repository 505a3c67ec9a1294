import { addDays, daysBetween } from '../calendar/local-date';
import type { LocalDate } from '../types';
import type { SchemeState } from './topic-rows';

/**
 * The last day for handing a КТП in, by the regulation's days after the director approved the рабочая программа; null while the
 * approval is not noted or where there is no term (R-047, S2 3.5).
 */
export function schemeDueOn(programmeApprovedOn: LocalDate | null, dueDays: number | null): LocalDate | null {
  return programmeApprovedOn === null || dueDays === null ? null : addDays(programmeApprovedOn, dueDays);
}

/** Where a journal's КТП is; `missing`: nobody has begun it. */
export type SchemeStanding = SchemeState | 'missing';

/** Days after the last day; 0 in time, without a term, or once it is handed in: a decision is not the teacher's to wait for. */
export function schemeOverdueDays(state: SchemeStanding, dueOn: LocalDate | null, today: LocalDate): number {
  if (dueOn === null || state === 'sent' || state === 'approved') return 0;
  return Math.max(0, daysBetween(dueOn, today));
}

/** What may be done next with a scheme in this state. */
export const schemeActs: Readonly<Record<SchemeState, readonly ('edit' | 'send' | 'recall' | 'decide' | 'revise')[]>> =
  {
    draft: ['edit', 'send'],
    returned: ['edit', 'send'],
    sent: ['recall', 'decide'],
    approved: ['revise'],
  };
