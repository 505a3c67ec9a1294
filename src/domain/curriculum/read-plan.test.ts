import { describe, expect, test } from 'vitest';
import { parseHours, readPlan } from './read-plan';

const rows = (text: string) =>
  text
    .split('\n')
    .map((line, place) => ({ place: place + 1, cells: line.split('|').map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));

const read = (text: string) => {
  const plan = readPlan(rows(text));
  return (
    plan && {
      ...plan,
      lines: plan.lines.map(({ index, name, terms }) => [
        index,
        name,
        ...terms.map(
          ({ semester, hours, controlForm, complex }) => `${semester}=${hours} ${controlForm}${complex ?? ''}`,
        ),
      ]),
    }
  );
};

describe('R-024 a plan pasted from a spreadsheet', () => {
  test('hours and control by semester, as the page itself shows them', () => {
    const plan = read(`Индекс | Наименование | 1 семестр | | 2 семестр |
      | | ч | к | ч | к
      ООД | Общеобразовательный цикл | 72 | | 78
      оод.01 | Русский  язык | 34 | | 44 | Э
      ООД.02 | История | 38 | З | 34 | КДЗ1
      Итого | | 72`);
    expect(plan).toEqual({
      headings: 2,
      problems: [],
      lines: [
        ['ООД.01', 'Русский язык', '1=34 none', '2=44 exam'],
        ['ООД.02', 'История', '1=38 credit', '2=34 complexGradedCredit1'],
      ],
    });
  });

  test('forms of control as columns of semester numbers, hours below plain numbers', () => {
    const plan = read(`Приложение 1
      Индекс | Наименование циклов, дисциплин | Экзамены | Дифф. зачёты | Зачёты | Курсовые | 1 сем. | 2 сем. | 3 сем.
      ОП.00 | Общепрофессиональный цикл | | | | | 36 | 72 | 72
      ОП.01 | Базы данных | 3 | | 12 | | 36 | 36 | 36
      МДК.01.01 | Модули | 2 | | | 3 | | 36 | 36,0`);
    expect(plan?.lines).toEqual([
      ['ОП.01', 'Базы данных', '1=36 none', '2=36 none', '3=36 exam', '12=0 credit'],
      ['МДК.01.01', 'Модули', '2=36 exam', '3=36 coursework'],
    ]);
  });

  test('what is not understood is told by its cell, the rest is read', () => {
    const plan = readPlan(
      rows(`Индекс | Наименование | 3 семестр | 3 семестр, контроль
        ОП.01 | | сорок | Ъ
        ОП.02 | Сети | 1 476 | ДЗ`),
    );
    expect(plan?.problems).toEqual([
      { rule: 'noName', place: 2, column: 2, text: '' },
      { rule: 'badHours', place: 2, column: 3, text: 'сорок' },
      { rule: 'badControl', place: 2, column: 4, text: 'Ъ' },
    ]);
    expect(plan?.lines[1]?.terms).toMatchObject([{ semester: 3, hours: 1476, controlForm: 'gradedCredit' }]);
  });

  test('kinds of hours under a semester', () => {
    const plan = readPlan(
      rows(`Индекс | Наименование | 5 семестр | | | |
        | | всего | лекции | практ. | самост. | контроль
        ОП.03 | Сети | 60 | 30 | 30 | 6 | Э`),
    );
    expect(plan?.lines[0]?.terms).toMatchObject([
      { hours: 60, lectures: 30, practical: 30, selfStudy: 6, controlForm: 'exam' },
    ]);
  });

  test('without heads nothing is guessed', () => {
    expect(readPlan(rows('ОП.01 | Сети | 36'))).toBeNull();
    expect(readPlan([])).toBeNull();
  });

  test.each([
    ['72', 72],
    ['1 476', 1476],
    ['36,0', 36],
    ['–', 0],
    ['', 0],
    ['-5', null],
    ['1501', null],
    ['7,5', null],
  ])('hours «%s»', (text, hours) => {
    expect(parseHours(text)).toBe(hours);
  });
});
