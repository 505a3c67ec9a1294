import { describe, expect, it } from 'vitest';
import { monthChips } from './month-chips';

const days = (month: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ date: `2026-${month}-${String(index + 1).padStart(2, '0')}` }));

describe('chips of months', () => {
  it('joins neighbours while they fit one screen', () => {
    const chips = monthChips([...days('09', 15), ...days('10', 14), ...days('11', 12), ...days('12', 12)], 'I семестр');
    expect(chips.map((chip) => chip.label)).toEqual(['Сент', 'Окт – ноя', 'Дек', 'I семестр']);
    expect(chips.at(-1)?.columns).toHaveLength(53);
  });
  it('needs no choice when all lessons fit', () => {
    expect(monthChips(days('09', 8), 'I семестр').map((chip) => chip.label)).toEqual(['I семестр']);
  });
});
