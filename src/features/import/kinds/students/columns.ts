import { parseDay } from '@/tabular/values/day';
import { parseLine } from '@/tabular/values/text';
import type { Column } from '../../kind';
import { birthColumn, emailColumn, type FullName, parseFullName, personColumns, phoneColumn } from '../person-columns';

const line = (most: number) => (text: string) => parseLine(text, most);

const parent = (title: string, example: string): Column<FullName> => ({
  title,
  example,
  width: 30,
  parse: parseFullName,
});
const relation = (title: string, example: string): Column<string> => ({ title, example, width: 12, parse: line(40) });

export const studentColumns = {
  group: {
    title: 'Группа',
    aliases: ['Учебная группа'],
    needed: true,
    example: 'ИСП-26-1',
    width: 12,
    parse: line(40),
  } as Column<string>,
  ...personColumns,
  birthDate: birthColumn(),
  recordNumber: {
    title: 'Номер зачётной книжки',
    aliases: ['Зачётная книжка', '№ зачётки', 'Номер зачётки', '№ зачётной книжки', 'Студенческий билет'],
    example: '26-0117',
    width: 14,
    parse: line(40),
  } as Column<string>,
  startsOn: {
    title: 'Зачислен с',
    aliases: ['Дата зачисления', 'Зачислена с'],
    example: '01.09.2026',
    width: 13,
    parse: parseDay,
  } as Column<string>,
  orderNumber: {
    title: 'Приказ №',
    aliases: ['Номер приказа', 'Приказ о зачислении', '№ приказа'],
    example: '112-с',
    width: 12,
    parse: line(40),
  } as Column<string>,
  orderDate: {
    title: 'Дата приказа',
    aliases: ['Приказ от'],
    example: '20.08.2026',
    width: 13,
    parse: parseDay,
  } as Column<string>,
  parent1: parent('Родитель 1', 'Иванова Ольга Сергеевна'),
  relation1: relation('Кем приходится 1', 'мать'),
  parentPhone1: phoneColumn('Телефон родителя 1'),
  parentEmail1: emailColumn('Эл. почта родителя 1'),
  parent2: parent('Родитель 2', ''),
  relation2: relation('Кем приходится 2', ''),
  parentPhone2: { ...phoneColumn('Телефон родителя 2'), example: '' },
  parentEmail2: emailColumn('Эл. почта родителя 2'),
};

export type StudentColumns = typeof studentColumns;
