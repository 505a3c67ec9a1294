import { describe, expect, it } from 'vitest';
import { daySpan } from './day-span';

describe('a span of days in words', () => {
  it.each([
    ['2026-12-14', '2026-12-19', '14–19\u00A0декабря'],
    ['2026-11-30', '2026-12-05', '30\u00A0ноября – 5\u00A0декабря'],
    ['2026-12-18', '2026-12-18', '18\u00A0декабря'],
  ])('%s to %s is «%s»', (from, to, words) => {
    expect(daySpan(from, to)).toBe(words);
  });
});
