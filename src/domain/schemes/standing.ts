import { addDays, daysBetween } from '../calendar/local-date';
import type { LocalDate } from '../types';
import type { SchemeState } from './topic-rows';

/** S2 3.5: a КТП is due a week after the director approved the рабочая программа; the other documents name no term, so it holds there, too. */
const schemeDays = 7;

/** The last day for handing a КТП in; null while the approval of the programme is not noted. */
export function schemeDueOn(programmeApprovedOn: LocalDate | null): LocalDate | null {
  return programmeApprovedOn === null ? null : addDays(programmeApprovedOn, schemeDays);
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
