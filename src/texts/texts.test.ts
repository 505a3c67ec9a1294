import { expect, test } from 'vitest';
import { errorCodes, errorText } from './errors';
import {
  average,
  dateRange,
  fullDateTime,
  hours,
  longDate,
  number,
  numberRange,
  percentage,
  shortDate,
  shortDateTime,
  weekdayDate,
} from './format';
import { counted, plural } from './plural';

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

test.each([
  [weekdayDate('2026-12-18'), 'пятница, 18 декабря'],
  [shortDate('2026-12-18'), '18.12'],
  [longDate('2026-05-01'), '1 мая 2026 г.'],
  [dateRange('2026-09-01', '2026-12-28'), '01.09–28.12.2026'],
  [dateRange('2026-12-29', '2027-01-11'), '29.12.2026–11.01.2027'],
  [dateRange('2026-12-18', '2026-12-18'), '18.12.2026'],
  [shortDateTime(new Date('2026-12-17T20:39:00Z'), 'Europe/Samara'), '18.12 00:39'],
  [fullDateTime(new Date('2026-12-17T20:39:00Z'), 'Asia/Novokuznetsk'), '18.12.2026, 03:39'],
  [number(1046), '1 046'],
  [number(4.5), '4,5'],
  [percentage(66.7), '66,7 %'],
  [percentage(null), '–'],
  [average(463), '4,63'],
  [average(null), '–'],
  [hours(16), '16 ч'],
  [numberRange(3, 5), '3–5'],
])('«%s»', (made, expected) => {
  expect(plain(made)).toBe(expected);
});

test.each([
  [0, 'часов'],
  [1, 'час'],
  [2, 'часа'],
  [5, 'часов'],
  [11, 'часов'],
  [21, 'час'],
  [22, 'часа'],
  [112, 'часов'],
  [1.5, 'часа'],
])('%d %s', (count, word) => {
  expect(plural(count, 'час', 'часа', 'часов')).toBe(word);
  expect(plain(counted(count, 'час', 'часа', 'часов'))).toBe(`${String(count).replace('.', ',')} ${word}`);
});

test.each(errorCodes)('T-052 %s: Russian sentences without codes, at least what happened and what to do', (code) => {
  const text = errorText(code);
  expect(text).toMatch(/^[А-ЯЁ][^_]+\. [А-ЯЁ].+\.$/);
  expect(text).not.toContain(code);
});

test('T-022 foreign and missing read alike, details or not', () => {
  expect(errorText('FORBIDDEN', { detail: 'секция 12', fields: ['группа'] })).toBe(errorText('NOT_FOUND'));
});

test('details complete the sentence', () => {
  expect(errorText('PERIOD_LOCKED', { detail: 'I семестр закрыт 12 января.' })).toContain(
    'запись не внесена. I семестр закрыт 12 января. Введённое осталось',
  );
  expect(errorText('INVALID', { fields: ['тема', 'часы'] })).toContain('Проверьте: тема, часы.');
  expect(errorText('THROTTLED', { retryAfterSeconds: 30 })).toContain('через 30 с.');
  expect(errorText('THROTTLED', { retryAfterSeconds: 61 })).toContain('через 2 мин.');
});
