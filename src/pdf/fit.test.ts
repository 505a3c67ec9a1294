import { describe, expect, test } from 'vitest';
import { fitBox } from './fit';
import { textWidth } from './text-width';

const rule = { size: 10.5, minSize: 6, minScale: 0.55, lead: 1 };
const cell = { width: 16, height: 20 };

describe('fitBox', () => {
  test('leaves what fits as it is', () => {
    expect(fitBox('5', 'regular', cell.width, cell.height, rule)).toEqual({ lines: ['5'], size: 10.5, scale: 1 });
  });

  test('four signs go narrow, not smaller', () => {
    const { lines, size, scale } = fitBox('уп,5', 'regular', cell.width, cell.height, rule);
    expect({ lines, size }).toEqual({ lines: ['уп,5'], size: 10.5 });
    expect(scale).toBeLessThan(1);
    expect(scale).toBeGreaterThan(0.55);
  });

  test('a longer cell takes two lines and breaks after its signs', () => {
    expect(fitBox('нп,5/4/3/2 •', 'regular', cell.width, 22, rule).lines).toHaveLength(2);
  });

  const names = [
    'Ли',
    'Константинопольская-Преображенская А. В.',
    'Абдурахманов Гасан Гусейн-оглы '.repeat(3),
    'о'.repeat(3000),
  ];
  test.each(names)('a name of any length stays in its box: %.20s', (name) => {
    const { lines, size, scale } = fitBox(name, 'regular', 100, 21, {
      size: 10,
      minSize: 6.5,
      minScale: 0.8,
      lead: 1.08,
    });
    expect(Math.max(...lines.map((line) => textWidth(line, 'regular', size) * scale))).toBeLessThanOrEqual(100.01);
    expect(lines.length * size).toBeLessThanOrEqual(21.1);
  });
});
