import type { LocalDate } from '../types';
import { isAdult } from './age';

/** Social circumstances of which a college keeps account; no diagnoses (T-072). `none`: asked, and there are none. */
export const socialStatuses = [
  'none',
  'orphan',
  'guardianship',
  'largeFamily',
  'singleParent',
  'lowIncome',
  'disability',
  'specialNeeds',
  'militaryFamily',
  'dormitory',
] as const;
export type SocialStatus = (typeof socialStatuses)[number];

/** «Особых обстоятельств нет» stands alone. */
export function contradicts(statuses: readonly string[]): boolean {
  return statuses.includes('none') && statuses.length > 1;
}

export type CardFacts = {
  readonly birthDate: LocalDate | null;
  readonly phone: string | null;
  readonly registeredAddress: string | null;
  readonly livingAddress: string | null;
  readonly socialStatuses: readonly string[];
  readonly guardians: readonly { readonly phone: string | null }[];
};

export type CardGap =
  | 'birthDate'
  | 'phone'
  | 'registeredAddress'
  | 'livingAddress'
  | 'socialStatus'
  | 'guardian'
  | 'guardianPhone';

/** What a card still lacks. Of an adult's parents nothing is asked but the telephone of those who are named. */
export function gapsOfCard(card: CardFacts, today: LocalDate): CardGap[] {
  const adult = card.birthDate !== null && isAdult(card.birthDate, today);
  const gaps: [CardGap, boolean][] = [
    ['birthDate', card.birthDate === null],
    ['phone', !card.phone],
    ['registeredAddress', !card.registeredAddress],
    ['livingAddress', !card.livingAddress],
    ['socialStatus', card.socialStatuses.length === 0],
    ['guardian', !adult && card.guardians.length === 0],
    ['guardianPhone', card.guardians.length > 0 && card.guardians.every(({ phone }) => !phone)],
  ];
  return gaps.flatMap(([gap, missing]) => (missing ? gap : []));
}

/** The half-year of a day: from 1 September, from 1 January. */
export function halfYearOf(date: LocalDate): { start: LocalDate; previousStart: LocalDate } {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01'
    ? { start: `${year}-09-01`, previousStart: `${year}-01-01` }
    : { start: `${year}-01-01`, previousStart: `${year - 1}-09-01` };
}

export type CheckState = 'done' | 'due' | 'overdue';

/** Whether the data have been checked this half-year; `overdue`: nor in the one before, although the student was there. */
export function checkState(lastOn: LocalDate | null, since: LocalDate | null, today: LocalDate): CheckState {
  const { start, previousStart } = halfYearOf(today);
  if (lastOn !== null && lastOn >= start) return 'done';
  const wasThere = since !== null && since < start;
  return wasThere && (lastOn === null || lastOn < previousStart) ? 'overdue' : 'due';
}
