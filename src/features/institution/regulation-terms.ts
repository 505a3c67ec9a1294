import { counted } from '@/texts/plural';

/** What is ruled, and how. */
export type Rules = readonly (readonly [term: string, words: string])[];

/** «в течение 14 дней после занятия»; nothing set: `without`. */
export function term(days: number | null, without: string, after = 'после занятия'): string {
  if (days === null) return without;
  return days === 0 ? 'в тот же день' : `в течение ${counted(days, 'дня', 'дней', 'дней')} ${after}`;
}
