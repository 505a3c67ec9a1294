import { describe, expect, test } from 'vitest';
import { controlText, parseControl } from './control-text';
import { isHeading, meaningOf, normalIndex } from './plan-index';
import { halfOf, partHours, semesterOf, yearOfSemester } from './semester-of';

describe('R-024 indexes of a plan', () => {
  test.each([
    ['ООД.01', 'general', 'discipline', null],
    ['ОУП.05', 'general', 'discipline', null],
    ['ОГСЭ.03', 'humanities', 'discipline', null],
    ['СГ.04', 'social', 'discipline', null],
    ['ЕН.02', 'science', 'discipline', null],
    ['ОП.04', 'profession', 'discipline', null],
    ['ПМ.01', 'modules', 'professionalModule', '01'],
    ['МДК.01.02', 'modules', 'interdisciplinaryCourse', '01'],
    ['УП.11.01', 'modules', 'educationalPractice', '11'],
    ['ПП.02.01', 'modules', 'internship', '02'],
    ['ПДП', 'modules', 'internship', null],
    ['ГИА', 'final', 'finalAssessment', null],
    ['ФТД.01', 'optional', 'extracurricular', null],
  ])('%s', (index, cycle, kind, module) => {
    expect(meaningOf(index)).toEqual({ cycle, kind, module });
  });

  test('an index typed with Latin letters, spaces and small letters is the same one', () => {
    expect(normalIndex(' oп. 04 ')).toBe('ОП.04');
    expect(normalIndex('MДK,01.02.')).toBe('МДК.01.02');
    expect(meaningOf('Б1.О.12')).toBeNull();
  });

  test.each([
    ['ОП', true],
    ['П', true],
    ['ОП.00', true],
    ['ОП.10', false],
    ['Профессиональный цикл', true],
    ['', true],
    ['ОП.01', false],
    ['ПДП', false],
    ['ГИА', false],
  ])('«%s» is a heading: %s', (index, heading) => {
    expect(isHeading(index)).toBe(heading);
  });
});

describe('R-024 forms of control as a plan writes them', () => {
  test.each([
    ['Э', 'exam', null, 'Э'],
    ['кэ2', 'complexExam', 2, 'КЭ2'],
    ['КЭ', 'complexExam', 1, 'КЭ1'],
    ['Дз', 'gradedCredit', null, 'ДЗ'],
    ['КДЗ1', 'complexGradedCredit', 1, 'КДЗ1'],
    ['з', 'credit', null, 'З'],
    ['зачёт', 'credit', null, 'З'],
    ['Э(к)', 'moduleExam', null, 'Эк'],
    ['ЭК', 'moduleExam', null, 'Эк'],
    ['КП', 'coursework', null, 'КР'],
    ['ДЭ', 'demoExam', null, 'ДЭ'],
    ['–', 'none', null, ''],
    ['', 'none', null, ''],
  ])('«%s»', (text, controlForm, complex, written) => {
    const control = parseControl(text);
    expect(control).toEqual({ controlForm, complex, withCoursework: false });
    expect(control && controlText(control)).toBe(written);
  });

  test.each([
    ['Э, КР', 'exam', null, 'Э, КР'],
    ['КП+Э', 'exam', null, 'Э, КР'],
    ['экр', 'exam', null, 'Э, КР'],
    ['КЭ2; КР', 'complexExam', 2, 'КЭ2, КР'],
    ['ДЗ КП', 'gradedCredit', null, 'ДЗ, КР'],
  ])('«%s» is a курсовая beside the other form', (text, controlForm, complex, written) => {
    const control = parseControl(text);
    expect(control).toEqual({ controlForm, complex, withCoursework: true });
    expect(control && controlText(control)).toBe(written);
  });

  test.each(['Ъ', 'Э2', 'КЭ0', '12', 'экзамен и зачёт', 'КР, КП', ', КР', 'Э, З'])(
    '«%s» is no form of control',
    (text) => {
      expect(parseControl(text)).toBeNull();
    },
  );
});

test('R-027 semesters of study, years, halves', () => {
  expect(semesterOf(2025, 2026, 1)).toBe(3);
  expect(semesterOf(2026, 2025, 2)).toBe(0);
  expect([1, 2, 3, 8].map(yearOfSemester)).toEqual([1, 1, 2, 4]);
  const trimesters = [1, 2, 3].map((ordinal) => ({ kind: 'trimester', ordinal }));
  expect(trimesters.map((period) => halfOf(period, trimesters))).toEqual([1, 2, 2]);
  expect(halfOf({ kind: 'semester', ordinal: 2 }, [])).toBe(2);
  expect(partHours(73, 2)).toEqual([36, 37]);
  expect(partHours(73, 0)).toEqual([]);
});
