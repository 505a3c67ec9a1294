import { describe, expect, test } from 'vitest';
import { readPasted } from '@/tabular/read-pasted';
import { readTable } from '@/tabular/read-table';
import { topicsOfTable } from './topics-of-table';

const types = [
  { id: 'lecture', label: 'Лекция', short: 'Лек' },
  { id: 'practicalClass', label: 'Практическое занятие', short: 'ПЗ' },
  { id: 'control', label: 'Контрольная работа', short: 'КР' },
];
const found = (text: string) => topicsOfTable(readPasted(text), types);
const short = (text: string) =>
  found(text).topics.map(({ part, title, hours, lessonType }) => [part, title, hours, lessonType].join(' | '));

describe('R-046 a КТП from a table', () => {
  test.each([
    ['titles of the usual file', 'тема;часы;содержание;ДЗ\nЦиклы;2;Виды;§ 4', ['| Циклы | 2 | lecture']],
    ['no titles', 'Циклы;2;Виды;§ 4\nМассивы;4;;', ['| Циклы | 2 | lecture', '| Массивы | 4 | lecture']],
    ['numbers in front', '1\tЦиклы\t2\n2\tМассивы\t2', ['| Циклы | 2 | lecture', '| Массивы | 2 | lecture']],
    [
      'columns in another order',
      'Кол-во часов\tВид занятия\tТема занятия\n2\tПЗ\tЦиклы',
      ['| Циклы | 2 | practicalClass'],
    ],
    [
      'sections in lines of their own',
      '№\tТема\tЧасы\n\tРаздел 1. Основы\t\n1\tЦиклы\t2\n2\tМассивы\t2\n\tРаздел 2. Файлы\t10\n3\tЧтение\t2',
      ['Раздел 1. Основы | Циклы | 2 | lecture', '| Массивы | 2 | lecture', 'Раздел 2. Файлы | Чтение | 2 | lecture'],
    ],
    [
      'a column of sections',
      'Раздел\tТема\tЧасы\nОсновы\tЦиклы\t2\nОсновы\tМассивы\t2\nФайлы\tЧтение\t2',
      ['Основы | Циклы | 2 | lecture', '| Массивы | 2 | lecture', 'Файлы | Чтение | 2 | lecture'],
    ],
    ['sums are left out', 'Тема;Часы\nЦиклы;2\nИтого:;2', ['| Циклы | 2 | lecture']],
    ['words above the titles', 'КТП на 2026/2027\nТема;Часы\nЦиклы;2', ['| Циклы | 2 | lecture']],
    [
      'the topic tells its kind',
      'Тема;Часы\nПрактическое занятие № 1;2',
      ['| Практическое занятие № 1 | 2 | practicalClass'],
    ],
    [
      'bad cells stay in their place',
      'Тема;Часы;Вид\nЦиклы;две;Танцы\n;2;Лек',
      ['| Циклы | две | Танцы', '|  | 2 | lecture'],
    ],
    ['hours with their word', 'Тема;Часы\nЦиклы;2 ч.', ['| Циклы | 2 | lecture']],
  ] as [string, string, string[]][])('%s', (_, text, lines) => {
    expect(short(text).map((line) => line.trim())).toEqual(lines);
  });

  test('all columns have their place, unknown ones are named', () => {
    const text = 'Тема;Часы;Содержание;ДЗ;Литература;Дата\nЦиклы;2;Виды циклов;§ 4;[1], с. 5;01.09';
    expect(found(text)).toEqual({
      topics: [
        {
          ...{ part: '', title: 'Циклы', hours: '2', lessonType: 'lecture' },
          ...{ content: 'Виды циклов', homework: '§ 4', materials: '[1], с. 5' },
        },
      ],
      unread: ['Дата'],
    });
  });

  test('a file in cp1251 reads as one in UTF-8', () => {
    const cp1251 = Uint8Array.from('Тема;Часы\nЦиклы;2', (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    });
    expect(topicsOfTable(readTable(cp1251), types).topics).toEqual(found('Тема;Часы\nЦиклы;2').topics);
  });
});
