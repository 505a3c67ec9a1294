import type { LocalDate } from '@/domain/types';
import { dayMonth } from './format';

/** «14–19 декабря», «30 ноября – 5 декабря», «18 декабря». */
export function daySpan(from: LocalDate, to: LocalDate): string {
  if (from === to) return dayMonth(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dayMonth(to)}`;
  return `${dayMonth(from)} – ${dayMonth(to)}`;
}
