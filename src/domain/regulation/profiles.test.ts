import { describe, expect, test } from 'vitest';
import { type ProfileId, profiles } from './profiles';
import { parseRegulation, type Regulation } from './regulation';

const ids = Object.keys(profiles) as ProfileId[];

test.each(ids)('profile %s is a valid regulation', (id) => {
  expect(parseRegulation(structuredClone(profiles[id]))).toEqual(profiles[id]);
  expect(profiles[id].profile).toBe(id);
});

test.each([
  ['s0', ['н', 'о', 'уп', 'нп'], 'teacher', 'curator', 'endOfDay', 'strict', 'none'],
  ['s1', ['н', 'уп', 'нп', 'б', 'оп'], 'teacher', 'teacher', 'endOfDay', 'autoCreate', 'mean'],
  ['s2', ['уп', 'нп', 'от', 'б', 'оп'], 'both', 'both', 'timeOfDay', 'autoCreate', 'mean'],
  ['s3', ['н', 'ну', 'нн', 'оп'], 'both', 'curator', 'endOfDay', 'autoCreate', 'mean'],
  ['s4', ['н', 'уп', 'нп', 'б', 'оп'], 'teacher', 'teacher', 'endOfDay', 'autoCreate', 'none'],
  ['demo', ['н', 'уп', 'нп', 'б', 'оп'], 'teacher', 'curator', 'endOfDay', 'autoCreate', 'mean'],
] as const)('C-01…C-06, C-23 %s', (id, symbols, presenceBy, reasonBy, fill, withoutTask, algorithm) => {
  const { attendance, deadlines, markWithoutTask, periodMark } = profiles[id];
  expect(attendance.codes.map((code) => code.symbol)).toEqual(symbols);
  expect([attendance.presenceBy, attendance.reasonBy]).toEqual([presenceBy, reasonBy]);
  expect([deadlines.fill.kind, markWithoutTask.mode, periodMark.algorithm]).toEqual([fill, withoutTask, algorithm]);
});

test.each([
  ['s0', 'answer', null],
  ['s0', 'lab', null],
  ['s1', 'lab', 5],
  ['s1', 'control', 5],
  ['s1', 'practical', 5],
  ['s1', 'answer', null],
  ['s2', 'answer', 7],
  ['s2', 'essay', 7],
  ['s3', 'lab', null],
  ['s4', 'lab', null],
] as const)('C-04 R-067 %s marks «%s» within %s days', (id, type, days) => {
  expect(profiles[id].taskTypes.find((entry) => entry.id === type)?.markWithinDays).toBe(days);
});

test('B.2 twelve kinds of work and fourteen kinds of lesson, every weight 1 (G-02)', () => {
  for (const id of ids) {
    expect(profiles[id].taskTypes).toHaveLength(12);
    expect(profiles[id].lessonTypes).toHaveLength(14);
    expect(profiles[id].taskTypes.every((type) => type.weight === 1)).toBe(true);
  }
});

test.each([
  ['s0', 'куратор', 'группа', 'преподаватель', 'оценка'],
  ['s1', 'классный руководитель', 'группа', 'преподаватель', 'оценка'],
  ['s2', 'классный руководитель', 'класс', 'учитель', 'отметка'],
  ['s3', 'куратор', 'группа', 'преподаватель', 'отметка'],
  ['s4', 'классный руководитель', 'группа', 'преподаватель', 'оценка'],
] as const)('C-19 %s speaks its own words', (id, curator, group, teacher, mark) => {
  const { vocabulary } = profiles[id];
  expect([vocabulary.curator.one, vocabulary.group.one, vocabulary.teacher.one, vocabulary.mark.one]).toEqual([
    curator,
    group,
    teacher,
    mark,
  ]);
});

test.each([
  ['s0', 'topRight', 1, 'alphabetical', ['teacher', 'deputyDirector']],
  ['s1', 'topCenter', 2, 'curriculum', ['teacher', 'curator']],
  ['s2', 'topCenter', 2, 'curriculum', ['teacher', 'deputyDirector']],
  ['s3', 'topCenter', 2, 'curriculum', ['teacher', 'director']],
  ['s4', 'topCenter', 2, 'curriculum', ['teacher', 'curator', 'deputyDirector']],
  ['demo', 'topRight', 1, 'alphabetical', ['teacher', 'deputyDirector']],
] as const)('C-14 C-17 %s prints its own page', (id, pageNumber, first, order, roles) => {
  const { print } = profiles[id];
  expect([print.pageNumber, print.firstNumberedPage, print.courseOrder]).toEqual([pageNumber, first, order]);
  expect(print.signatories.map((signatory) => signatory.role)).toEqual(roles);
  expect(print.bindingMarginMm).toBe(30);
});

describe('a regulation that contradicts itself is refused in Russian', () => {
  const { attendance, periodMark } = profiles.s1;
  const late = attendance.codes.find((code) => code.presence === 'late');
  test.each<[string, object, string]>([
    ['two meanings of a symbol', codesOf((code) => ({ ...code, symbol: 'н' })), 'не может быть двух значений'],
    ['two meanings of an alias', codesOf((code) => ({ ...code, aliases: ['Н', code.symbol] })), 'не может быть двух'],
    ['a code that is a mark', codesOf((code) => ({ ...code, aliases: ['5'] })), 'занято отметками'],
    [
      'no code without a reason',
      { attendance: { ...attendance, codes: attendance.codes.slice(1) } },
      'Нужен ровно один код',
    ],
    [
      'two codes of lateness',
      {
        attendance: {
          ...attendance,
          codes: [...attendance.codes, { ...late, id: 'later', symbol: 'оо', aliases: [] }],
        },
      },
      'только один',
    ],
    [
      'thresholds that cross',
      { periodMark: { ...periodMark, thresholds: { kind: 'table', from: { 5: 365, 4: 465, 3: 250 } } } },
      'Границы пересекаются',
    ],
    [
      'a kind of work that is not there',
      { markWithoutTask: { mode: 'autoCreate', taskType: 'nothing' } },
      'нет в справочнике',
    ],
    [
      'a window shorter than the deadline',
      { deadlines: { ...profiles.s1.deadlines, fill: { kind: 'days', days: 3 }, correctionDays: 2 } },
      'Правка закрывается раньше',
    ],
    ['a curator first who may not', { attendance: { ...attendance, order: 'curatorFirst' } }, 'Куратор не может'],
    ['an unknown setting', { holidays: true }, 'holidays'],
  ])('%s', (_, change, message) => {
    expect(() => parseRegulation({ ...profiles.s1, ...change })).toThrow(message);
  });

  function codesOf(change: (code: Regulation['attendance']['codes'][number]) => object): object {
    return {
      attendance: { ...attendance, codes: attendance.codes.map((code, index) => (index === 1 ? change(code) : code)) },
    };
  }
});
