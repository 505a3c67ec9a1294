import { number } from '@/texts/format';
import type { Counts } from './table-check';

/** «новых 12, с изменениями 3, без изменений 200, с ошибками 1» */
export function countsInWords({ new: added, changed, same, wrong }: Counts): string {
  const parts = [
    ['новых', added],
    ['с изменениями', changed],
    ['без изменений', same],
    ['с ошибками', wrong],
  ] as const;
  const told = parts.filter(([, count]) => count > 0).map(([word, count]) => `${word} ${number(count)}`);
  return `Строк: ${told.join(', ')}`;
}
