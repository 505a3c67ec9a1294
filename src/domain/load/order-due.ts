import { addDays } from '../calendar/local-date';
import type { LocalDate } from '../types';

/** Days after an order within which what it changes is entered (R-026, S2 4.2.2.4). */
export const orderDays = 3;

export type OrderDue = 'inTime' | 'late' | 'waiting' | 'overdue';

/** The last day on which the order's changes are entered in time. */
export const dueOn = (orderedOn: LocalDate): LocalDate => addDays(orderedOn, orderDays);

/** How an order stands: `enteredOn` null while what it says is not entered yet. */
export function orderDue(orderedOn: LocalDate, enteredOn: LocalDate | null, today: LocalDate): OrderDue {
  const last = dueOn(orderedOn);
  if (enteredOn !== null) return enteredOn <= last ? 'inTime' : 'late';
  return today <= last ? 'waiting' : 'overdue';
}
