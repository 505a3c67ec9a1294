import { expect, test } from 'vitest';
import { matchColumns } from './match-columns';
import { readPasted } from './read-pasted';

const columns = [
  { key: 'title', title: 'Тема', aliases: ['Тема занятия'], needed: true },
  { key: 'hours', title: 'Часы', aliases: ['Кол-во часов'], needed: true },
  { key: 'homework', title: 'Домашнее задание', aliases: ['ДЗ'] },
] as const;
const match = (text: string) => matchColumns(readPasted(text), columns);

test('titles are found in any order, under whatever stands above them', () => {
  const found = match('КТП группы ИСП-26-1\n\n№\tКОЛ-ВО  ЧАСОВ\tТема занятия*\n1\t2\tПонятие');
  expect(found).toMatchObject({ headAt: 3, wrong: [], unread: ['№'] });
  expect([...(found?.at ?? [])]).toEqual([
    ['hours', 1],
    ['title', 2],
  ]);
  expect(found?.rows).toEqual([{ place: 4, cells: ['1', '2', 'Понятие'] }]);
});

test('a title twice and a title that is missing are named', () => {
  expect(match('Тема\tтема\tДЗ\nа\tб\tв')?.wrong).toEqual(['Столбец «тема» стоит дважды: A и B', 'Нет столбца «Часы»']);
});

test('without any title there is nothing to match', () => {
  expect(match('Понятие алгоритма\t2')).toBeNull();
});
