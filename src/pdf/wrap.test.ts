import { describe, expect, test } from 'vitest';
import { textWidth } from './text-width';
import { wrapRuns, wrapText } from './wrap';

const width = 160;
const samples: [string, string][] = [
  ['a sentence', 'Анализ контрольной работы. Подпрограммы и параметры, область видимости имён'],
  ['10,000 letters without a space', 'о'.repeat(10_000)],
  ['emoji with joiners', '👩‍👩‍👧 учёба 😀'.repeat(40)],
  ['right to left', 'שלום עולם مرحبا بالعالم '.repeat(40)],
  ['a file path', '/учебная-часть/2026/ведомости/ИСП-25-1/основы-алгоритмизации.pdf'.repeat(3)],
  ['lone surrogates', '\ud83d \udc00'.repeat(90)],
];

describe('wrapText', () => {
  test.each(samples)('keeps every sign and the width: %s (R-112)', (_, text) => {
    const lines = wrapText(text, 'regular', 9, width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.normalize('NFC').replaceAll(' ', ''));
    expect(Math.max(...lines.map((line) => textWidth(line, 'regular', 9)))).toBeLessThanOrEqual(width + 0.01);
  });

  test('breaks at spaces, not inside words that fit', () => {
    expect(wrapText('один два три', 'regular', 10, textWidth('один два', 'regular', 10))).toEqual(['один два', 'три']);
  });

  test('keeps initials joined by a no-break space and honours line ends', () => {
    const narrow = textWidth('Мухаметшин Р.', 'regular', 8);
    expect(wrapText('Мухаметшин Р.\u00a0И.', 'regular', 8, narrow)).toEqual(['Мухаметшин', 'Р.\u00a0И.']);
    expect(wrapText('Дата\nпрове-\nдения', 'regular', 8, 500)).toEqual(['Дата', 'прове-', 'дения']);
  });

  test.each([
    ['о', 20_000],
    ['👩‍👩‍👧', 400],
  ])('T-051 %s without spaces is broken by work that grows with its length, not with its square', (sign, count) => {
    // of the processor: what else the machine does is no part of it
    const work = (texts: number, length: number) => {
      const before = process.cpuUsage();
      for (let text = 0; text < texts; text += 1) wrapText(sign.repeat(length), 'regular', 9, width);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    work(8, count);
    expect(work(8, count * 8) / work(64, count)).toBeLessThan(4); // 1 when linear, 8 when squared
  });

  test('a family of emoji is not torn where the word is read in pieces', () => {
    const lines = wrapText('👩‍👩‍👧'.repeat(300), 'regular', 9, width);
    expect(lines.every((line) => line.startsWith('👩') && line.endsWith('👧'))).toBe(true);
  });
});

test('wrapRuns keeps the faces of the runs', () => {
  const lines = wrapRuns(
    [{ text: 'За I семестр ' }, { text: 'по плану 102 ч', bold: true }, { text: ', дано 102 ч' }],
    11,
    120,
  );
  expect(
    lines
      .flat()
      .map(({ text }) => text)
      .join('')
      .replaceAll(' ', ''),
  ).toBe('ЗаIсеместрпоплану102ч,дано102ч');
  expect(
    lines
      .flat()
      .filter(({ bold }) => bold)
      .map(({ text }) => text)
      .join(''),
  ).toContain('плану');
});
