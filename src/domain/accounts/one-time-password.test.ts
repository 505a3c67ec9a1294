import { describe, expect, test } from 'vitest';
import { oneTimePassword, onPaper, readIssued } from './one-time-password';

const bytes = (start: number) => Uint8Array.from({ length: 64 }, (_, index) => (start + index * 7) % 256);

describe('T-012 one-time passwords', () => {
  test('T-012 twelve signs of an unambiguous alphabet, all of them equally near', () => {
    const seen = new Set(Array.from({ length: 256 }, (_, start) => oneTimePassword(bytes(start))).join(''));
    expect([...seen].sort().join('')).toBe('23456789ABCDEFGHJKMNPQRSTUVWXYZ');
    expect(12 * Math.log2(seen.size)).toBeGreaterThan(59);
    expect(oneTimePassword(bytes(3))).toHaveLength(12);
  });

  test.each([
    ['vffa-ajjh-k2mn', 'VFFAAJJHK2MN'],
    [' VFFA AJJH K2MN ', 'VFFAAJJHK2MN'],
    ['семь сов у реки', 'семь сов у реки'],
    ['VFFA-AJJH-K2M0', 'VFFA-AJJH-K2M0'],
  ])('T-012 «%s» is read as «%s»', (typed, read) => expect(readIssued(typed)).toBe(read));

  test('T-012 on paper in fours', () => expect(onPaper('VFFAAJJHK2MN')).toBe('VFFA-AJJH-K2MN'));
});
