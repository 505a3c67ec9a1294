import { parseDay } from '@/tabular/values/day';
import { parseLine } from '@/tabular/values/text';
import type { Column } from '../../kind';
import { curriculumColumns } from '../curricula/columns';
import { type FullName, parseFullName } from '../person-columns';

/** Department and plan are needed where the group is new. */
export const groupColumns = {
  name: {
    title: 'Группа',
    aliases: ['Название группы', 'Учебная группа'],
    needed: true,
    example: 'ИСП-26-1',
    width: 14,
    parse: (text) => parseLine(text, 40),
  } as Column<string>,
  department: {
    title: 'Отделение',
    example: 'Отделение информационных технологий',
    width: 36,
    parse: (text) => parseLine(text, 200),
  } as Column<string>,
  program: { ...curriculumColumns.program, needed: false } as Column<string>,
  entryYear: { ...curriculumColumns.entryYear, needed: false } as Column<number>,
  curator: {
    title: 'Куратор',
    aliases: ['Классный руководитель', 'ФИО куратора'],
    example: 'Хабибуллина Гульнара Рашидовна',
    width: 34,
    parse: parseFullName,
  } as Column<FullName>,
  curatorFrom: { title: 'Куратор с', example: '01.09.2026', width: 13, parse: parseDay } as Column<string>,
};

export type GroupColumns = typeof groupColumns;
