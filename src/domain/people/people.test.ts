import { expect, test } from 'vitest';
import { birthday, isAdult } from './age';
import { compareNames, compareTitles, distinctNames, fullName, type NamedPerson, nameWithInitials } from './name';

const person = (id: number, name: string, birthDate: string | null = null): NamedPerson => {
  const [lastName = '', firstName = '', ...rest] = name.split(' ');
  return { id, lastName, firstName, middleName: rest.join(' ') || null, birthDate };
};

test.each([
  ['Иванов Артём Викторович', 'Иванов А. В.'],
  ['Хабибуллина Гульнара Рашит кызы', 'Хабибуллина Г. Р.'],
  ['Ли Анна', 'Ли А.'],
  ['Петрова-Водкина Анна-Мария Олеговна', 'Петрова-Водкина А.-М. О.'],
])('%s is %s', (name, short) => {
  expect(nameWithInitials(person(1, name))).toBe(short);
  expect(fullName(person(1, name))).toBe(name);
});

test('namesakes get the initial, then the patronymic, then the year of birth', () => {
  const names = distinctNames([
    person(1, 'Иванов Артём Викторович'),
    person(2, 'Иванов Артём Сергеевич', '2008-03-01'),
    person(3, 'Иванов Артём Семёнович'),
    person(4, 'Иванов Артём Сергеевич', '2009-03-01'),
    person(5, 'Иванова Артём'),
  ]);
  expect([...names.values()]).toEqual([
    'Иванов Артём В.',
    'Иванов Артём Сергеевич, 2008 г. р.',
    'Иванов Артём Семёнович',
    'Иванов Артём Сергеевич, 2009 г. р.',
    'Иванова Артём',
  ]);
});

test('the Russian alphabet: Ё beside Е, before Ж; equal names by id', () => {
  const people = [
    person(4, 'Жуков А'),
    person(3, 'Ёлкин А'),
    person(2, 'Елкин Б'),
    person(5, 'Елкин А'),
    person(1, 'Елкин Б'),
  ];
  expect(people.toSorted(compareNames).map(({ id }) => id)).toEqual([5, 1, 2, 3, 4]);
});

test('S0 П2.4: courses in alphabetical order, Ё beside Е, numbers by value', () => {
  const sorted = ['Астрономия', 'Ёлочка', 'Естествознание', 'МДК 2', 'МДК 10', 'Физика'];
  expect(sorted.toReversed().toSorted(compareTitles)).toEqual(sorted);
});

test.each([
  ['2008-12-18', '2026-12-17', false],
  ['2008-12-18', '2026-12-18', true],
  ['2008-02-29', '2026-02-28', false],
  ['2008-02-29', '2026-03-01', true],
])('G-11 T-030 born %s is an adult on %s: %s', (born, date, adult) => {
  expect(isAdult(born, date)).toBe(adult);
});

test('born on 29 February', () => {
  expect([birthday('2008-02-29', 18), birthday('2008-02-29', 20)]).toEqual(['2026-03-01', '2028-02-29']);
});
