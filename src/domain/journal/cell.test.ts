import { expect, test } from 'vitest';
import { profiles } from '../regulation/profiles';
import { type CellFacts, type CellMark, displayCell } from './cell';
import { rowState } from './closed-row';
import { parseCell } from './parse-cell';
import { type SpokenFacts, spokenCell } from './spoken';

const { codes } = profiles.demo.attendance;
const mark = (value: CellMark['value'], required = false): CellMark => ({ value, required });
const facts = (reason: string | null | undefined, ...marks: CellMark[]): CellFacts =>
  reason === undefined ? { presence: null, reason: null, marks } : { presence: 'absent', reason, marks };

test.each<[CellFacts, string, string[], boolean]>([
  [facts(undefined), '', [], false],
  [facts(undefined, mark('5')), '5', ['ink'], false],
  [facts(undefined, mark('2')), '2', ['failing'], false],
  [facts(undefined, mark('5'), mark('4')), '5/4', ['ink', 'ink'], false],
  [facts(undefined, mark(null, true)), '•', ['debt'], false],
  [facts(undefined, mark(null)), '', [], false],
  [facts(null), 'н', ['unclassified'], false],
  [facts('invalid'), 'нп', ['invalid'], false],
  [facts('valid', mark('5')), 'уп,5', ['valid', 'ink'], true],
  [facts(null, mark(null, true)), 'н •', ['unclassified', 'debt'], false],
  [facts('valid', mark('5'), mark(null, true)), 'уп,5 •', ['valid', 'ink', 'debt'], true],
  [facts(undefined, mark(null, true), mark('4')), '• 4', ['debt', 'ink'], false],
  [facts(undefined, mark('pass'), mark('fail')), 'з/нз', ['ink', 'failing'], true],
  [{ presence: 'late', reason: null, marks: [mark('5')] }, 'оп,5', ['late', 'ink'], true],
])('picture 04: %j is written «%s»', (given, text, tones, narrow) => {
  const cell = displayCell(given, codes);
  expect([cell.text, cell.parts.map((part) => part.tone), cell.narrow]).toEqual([text, tones, narrow]);
});

test.each([
  ['s0', 'valid', 'уп', 'УП'],
  ['s1', 'sick', 'б', 'б'],
  ['s2', null, 'от', 'ОТ'],
  ['s3', 'invalid', 'нн', 'НН'],
  ['s4', 'valid', 'уп', 'уп'],
] as const)('C-02 %s shows and prints its own signs', (id, reason, shown, printed) => {
  const absence = { presence: 'absent', reason, marks: [] } as const;
  const own = profiles[id].attendance.codes;
  expect([displayCell(absence, own).text, displayCell(absence, own, 'printed').text]).toEqual([shown, printed]);
});

const task = (value: CellMark['value'], title: string, short: string, due?: string): SpokenFacts['marks'][number] => ({
  value,
  required: value === null,
  title,
  short,
  due: due ?? null,
});

test.each<[Partial<SpokenFacts>, string]>([
  [{}, 'пусто'],
  [{ marks: [task('5', 'Ответ на занятии', 'ОЗ')] }, 'отметка 5, ответ на занятии'],
  [{ marks: [task('5', 'ЛР № 5', 'ЛР'), task('4', 'Ответ на занятии', 'ОЗ')] }, 'отметки 5 за ЛР, 4 за ОЗ'],
  [{ marks: [task(null, 'ПЗ № 17', 'ПР', '15 декабря')] }, 'долг: ПЗ № 17, срок 15 декабря'],
  [{ presence: 'absent' }, 'отсутствует, причина не указана'],
  [{ presence: 'absent', marks: [task(null, 'КР № 2', 'КР')] }, 'отсутствует, причина не указана, долг: КР № 2'],
  [
    { presence: 'absent', reason: 'valid', marks: [task('5', 'ЛР № 5', 'ЛР')] },
    'отсутствует, уважительная причина, отметка 5, ЛР № 5',
  ],
  [{ presence: 'late' }, 'опоздание'],
  [{ marks: [task('pass', 'Сдача спортивных нормативов', 'СН')] }, 'зачёт, сдача спортивных нормативов'],
  [{ marks: [task('4', 'Тест', 'ТТ')], late: true }, 'отметка 4, тест, внесено позже срока'],
])('picture 04: a screen reader hears %j as «%s»', (part, words) => {
  expect(spokenCell({ presence: null, reason: null, marks: [], ...part }, codes)).toBe(words);
});

test.each([
  ['', { attendance: null, marks: [], dots: 0 }],
  ['5/4', { attendance: null, marks: ['5', '4'], dots: 0 }],
  ['уп,5', { attendance: { presence: 'absent', reason: 'valid' }, marks: ['5'], dots: 0 }],
  ['Н •', { attendance: { presence: 'absent', reason: null }, marks: [], dots: 1 }],
  ['оп, 3', { attendance: { presence: 'late', reason: null }, marks: ['3'], dots: 0 }],
  ['6', null],
  ['н нп', null],
  ['зачёт', null],
  ['был', null],
] as const)('pasted «%s» means %j', (text, parsed) => {
  expect(parseCell(text, codes, 'five')).toEqual(parsed);
});

test('what is displayed is read back the same', () => {
  const shown = displayCell(facts('sick', mark('5'), mark('4'), mark(null, true)), codes).text;
  expect(parseCell(shown, codes, 'five')).toEqual({
    attendance: { presence: 'absent', reason: 'sick' },
    marks: ['5', '4'],
    dots: 1,
  });
});

const roll = [{ from: '2026-11-10', to: null }];
const left = [{ from: '2026-09-01', to: '2026-11-22' }];
const leave = [{ status: 'academicLeave', from: '2026-11-23', to: null }] as const;
const home = [{ status: 'homeStudy', from: '2026-10-01', to: '2026-12-31' }] as const;
test.each([
  ['demo', '2026-11-09', roll, [], 'notYetEnrolled'],
  ['demo', '2026-11-10', roll, [], 'open'],
  ['demo', '2026-11-22', left, [], 'open'],
  ['demo', '2026-11-23', left, [], 'left'],
  ['demo', '2026-11-23', roll, leave, 'academicLeave'],
  ['demo', '2026-11-22', roll, leave, 'open'],
  ['demo', '2026-12-01', roll, home, 'homeStudy'],
  ['s2', '2026-12-01', roll, home, 'homeStudy'],
  ['s0', '2026-12-01', roll, home, 'open'],
  ['s1', '2026-12-01', roll, leave, 'academicLeave'],
  ['s3', '2026-12-01', roll, home, 'open'],
  ['s4', '2026-12-01', roll, home, 'open'],
] as const)('R-032 R-075 %s, %s: row state case %#', (id, date, enrolments, statuses, state) => {
  expect(rowState(date, enrolments, statuses, profiles[id])).toBe(state);
});
