import { describe, expect, test } from 'vitest';
import { parseDay } from './day';
import { parseWhole } from './number';
import type { Parsed } from './parsed';
import { parsePhone, phoneText } from './phone';
import { serialDay } from './serial-day';
import { parseSnils } from './snils';
import { parseLine, parseText } from './text';

const told = <Value>(parsed: Parsed<Value>) => ('value' in parsed ? parsed.value : parsed.wrong);

describe('days (R-040)', () => {
  test.each([
    ['01.09.2026', '2026-09-01'],
    ['1.9.26', '2026-09-01'],
    ['1/9/2026', '2026-09-01'],
    ['2026-09-01', '2026-09-01'],
    ['2026-09-01 00:00:00', '2026-09-01'],
    ['01.09.2026 0:00', '2026-09-01'],
    ['1 сентября 2026 г.', '2026-09-01'],
    ['01.сен.26', '2026-09-01'],
    ['5 мая 2009', '2009-05-05'],
    ['14.05.85', '1985-05-14'],
    ['46266', '2026-09-01'],
    ['46266,0', '2026-09-01'],
    ['39814', '2009-01-01'],
    ['\u00a001.09.2026 ', '2026-09-01'],
    ['31.02.2026', 'Даты «31.02.2026» нет в календаре'],
    ['12/31/2006', 'В «12/31/2006» месяц стоит перед днём; напишите сначала день: 31.12.2006'],
    ['вчера', '«вчера» не дата; напишите её так: 01.09.2026'],
    ['14.05', '«14.05» не дата; напишите её так: 01.09.2026'],
  ])('%s → %s', (text, meaning) => {
    expect(told(parseDay(text))).toBe(meaning);
  });

  test('every day of two centuries has one number, and one more each day, but for a 29.02.1900 that never was', () => {
    const days = Array.from({ length: 73_000 }, (_, place) => serialDay(place + 1));
    expect(days[59]).toBeNull();
    const real = days.filter((day) => day !== null);
    const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
    expect(real[0]).toBe('1900-01-01');
    expect(real.filter((day, place) => place > 0 && day !== next(real[place - 1] ?? ''))).toEqual([]);
  });
});

describe('telephones (R-040)', () => {
  test.each([
    ['8 (917) 123-45-67', '+79171234567'],
    ['+7 917 123 45 67', '+79171234567'],
    ['89171234567', '+79171234567'],
    ['9171234567', '+79171234567'],
    ['тел. 8-917-123-45-67', '+79171234567'],
    ['+375 29 123-45-67', '+375291234567'],
    [
      '7,9171E+10',
      'Excel показал номер как «7,9171E+10» и потерял его цифры; сделайте столбец текстовым и введите номер снова',
    ],
    ['917123456', 'В номере «917123456» 9 цифр; нужно десять после +7'],
    ['нет', '«нет» не номер телефона'],
  ])('%s → %s', (text, meaning) => {
    expect(told(parsePhone(text))).toBe(meaning);
  });
  test('what is written for people is read back, and no spreadsheet takes it for a formula', () => {
    expect(phoneText('+79171234567')).toBe('8 (917) 123-45-67');
    expect(told(parsePhone(phoneText('+79171234567')))).toBe('+79171234567');
  });
});

describe('СНИЛС, numbers and texts (R-040)', () => {
  test.each([
    ['112-233-445 95', '112-233-445 95'],
    ['11223344595', '112-233-445 95'],
    ['112 233 445-95', '112-233-445 95'],
    ['8765430300', '087-654-303 00'],
    ['112-233-445 96', 'В СНИЛС «112-233-445 96» ошибка: контрольное число не сходится'],
    ['112-233', '«112-233» не СНИЛС: в нём одиннадцать цифр'],
  ])('СНИЛС %s → %s', (text, meaning) => {
    expect(told(parseSnils(text))).toBe(meaning);
  });
  test.each([
    ['72', 72],
    ['72,0', 72],
    ['1 200', 1200],
    ['72,5', '«72,5» не целое число'],
    ['2000', 'Число 2000 должно быть от 0 до 1500'],
  ])('hours %s → %s', (text, meaning) => {
    expect(told(parseWhole(text, [0, 1500]))).toBe(meaning);
  });
  test.each([
    ['  Понятие \u00a0алгоритма ', 'Понятие алгоритма'],
    ['а\u0007б', 'В тексте нечитаемые знаки'],
    ['а'.repeat(21), 'Текст длиннее 20 знаков (21)'],
  ])('a line %s', (text, meaning) => {
    expect(told(parseLine(text, 20))).toBe(meaning);
  });
  test('a text keeps its lines', () => {
    expect(told(parseText(' первая\r\nвторая ', 40))).toBe('первая\nвторая');
  });
});
