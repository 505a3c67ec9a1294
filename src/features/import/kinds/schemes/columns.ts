import { topicLimits } from '@/domain/schemes/topic-rows';
import { parseWhole } from '@/tabular/values/number';
import { tidy } from '@/tabular/values/parsed';
import { parseLine, parseText } from '@/tabular/values/text';
import type { Column } from '../../kind';
import { journalColumns } from '../load/columns';

const line = (most: number) => (text: string) => parseLine(text, most);
const text = (most: number) => (words: string) => parseText(words, most);

export const schemeColumns = {
  ...journalColumns,
  part: { title: 'Раздел', example: 'Раздел 1. Введение', width: 24, parse: line(topicLimits.part) } as Column<string>,
  title: {
    title: 'Тема',
    aliases: ['Тема занятия', 'Наименование темы', 'Тема урока'],
    needed: true,
    example: 'Понятие алгоритма',
    width: 40,
    parse: line(topicLimits.title),
  } as Column<string>,
  hours: {
    title: 'Часы',
    aliases: ['Часов', 'Количество часов', 'Кол-во часов'],
    needed: true,
    example: '2',
    width: 7,
    parse: (words) => parseWhole(tidy(words).replace(/\s*ч(ас(а|ов)?)?\.?$/i, ''), [1, 36]),
  } as Column<number>,
  lessonType: {
    title: 'Вид занятия',
    aliases: ['Тип занятия'],
    example: '',
    width: 18,
    parse: line(80),
  } as Column<string>,
  content: {
    title: 'Содержание',
    aliases: ['Содержание материала', 'Содержание учебного материала'],
    example: '',
    width: 40,
    parse: text(topicLimits.content),
  } as Column<string>,
  homework: {
    title: 'Домашнее задание',
    aliases: ['ДЗ', 'Д/З', 'Задание на дом'],
    example: 'Конспект, с. 12',
    width: 28,
    parse: text(topicLimits.homework),
  } as Column<string>,
  materials: {
    title: 'Материалы',
    aliases: ['Литература', 'Источники'],
    example: '',
    width: 24,
    parse: text(topicLimits.materials),
  } as Column<string>,
};

export type SchemeColumns = typeof schemeColumns;
