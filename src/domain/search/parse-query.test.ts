import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query';

const today = '2026-10-14'; // a Wednesday
const parsed = (text: string) => parseQuery(text, today);

describe('what is looked for (T-028)', () => {
  it.each([
    ['12.10', '2026-10-12'],
    ['12.10.2025', '2025-10-12'],
    ['1/9/26', '2026-09-01'],
    ['5.03', '2027-03-05'],
    ['25.04', '2026-04-25'],
    ['29.02', null],
    ['31.02', null],
    ['12 октября', '2026-10-12'],
    ['3 мая', '2026-05-03'],
    ['4 марта', '2027-03-04'],
    ['пятница', '2026-10-16'],
    ['в понедельник', '2026-10-12'],
    ['вчера', '2026-10-13'],
  ])('%s is the day %s', (text, date) => {
    expect(parsed(text).date).toBe(date);
  });

  it('words stand beside a day, whatever their order', () => {
    expect(parsed('ИСП-25-1 12.10')).toMatchObject({ words: ['исп-25-1'], date: '2026-10-12' });
    expect(parsed('12 октября алгоритмы')).toMatchObject({ words: ['алгоритмы'], date: '2026-10-12' });
    expect(parsed('в пятницу пкд')).toMatchObject({ words: ['пкд'], date: '2026-10-16' });
  });

  it('a name that begins like a month or a day is a name', () => {
    for (const name of ['Мартынов', 'Субботина', 'Майоров', 'Сергеев']) {
      expect(parsed(name)).toMatchObject({ words: [name.toLowerCase()], date: null });
    }
  });

  it('ё is е, and the other layout of the keyboard is understood', () => {
    expect(parsed('Артём').words).toEqual(['артем']);
    expect(parsed('bcg-25 lfdktn').otherLayout).toEqual(['исп-25', 'давлет']);
  });

  it('signs alone are no words, and six words are enough', () => {
    expect(parsed(' - ; «» ').words).toEqual([]);
    expect(parsed('а б в г д е ж з').words).toHaveLength(6);
  });
});
