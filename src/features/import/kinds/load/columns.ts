import { parseDay } from '@/tabular/values/day';
import { parseWhole } from '@/tabular/values/number';
import { parseLine } from '@/tabular/values/text';
import type { Column } from '../../kind';
import { type FullName, parseFullName } from '../person-columns';

const line = (most: number) => (text: string) => parseLine(text, most);

/** A journal of a group: the line of its plan and, where the group is divided, the part. */
export const journalColumns = {
  group: { title: 'Группа', needed: true, example: 'ИСП-26-1', width: 12, parse: line(40) } as Column<string>,
  index: {
    title: 'Индекс',
    aliases: ['Индекс по плану'],
    needed: true,
    example: 'ОП.04',
    width: 11,
    parse: line(20),
  } as Column<string>,
  course: {
    title: 'Дисциплина',
    aliases: ['Наименование', 'Предмет'],
    example: 'Основы алгоритмизации и программирования',
    width: 40,
    parse: line(300),
  } as Column<string>,
  division: { title: 'Деление', example: '', width: 18, parse: line(60) } as Column<string>,
  subgroup: { title: 'Подгруппа', example: '', width: 14, parse: line(40) } as Column<string>,
};

const hours = (title: string, example: string): Column<number> => ({
  title,
  example,
  width: 10,
  parse: (text) => parseWhole(text, [0, 1500]),
});

export const loadColumns = {
  year: { title: 'Учебный год', example: '2026/27', width: 12, parse: line(20) } as Column<string>,
  ...journalColumns,
  teacher: {
    title: 'Преподаватель',
    aliases: ['ФИО преподавателя'],
    needed: true,
    example: 'Хабибуллина Гульнара Рашидовна',
    width: 34,
    parse: parseFullName,
  } as Column<FullName>,
  hours1: hours('Часы 1 полугодия', '34'),
  hours2: hours('Часы 2 полугодия', '38'),
  startsOn: { title: 'С какого числа', example: '01.09.2026', width: 13, parse: parseDay } as Column<string>,
};

export type LoadColumns = typeof loadColumns;
