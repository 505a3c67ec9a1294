import { demo } from '@/domain/regulation/profiles/demo';
import type { JournalRegulation } from '../../journal-regulation';
import type { JournalRow, JournalView, LessonColumn } from '../../journal-view';
import { initialState } from '../initial-state';
import type { JournalState } from '../journal-state';

/** A lesson of the open period on this day of December 2026, editable and empty. */
export function madeLesson(id: number, day: number, change: Partial<LessonColumn> = {}): LessonColumn {
  const planned = { id: 500 + id, no: id, title: `Тема ${id}`, homework: `§ ${id}`, lessonType: 'lecture', hours: 2 };
  return {
    id,
    date: `2026-12-${String(day).padStart(2, '0')}`,
    classPeriod: 2,
    time: '10:15–11:50',
    room: '314',
    type: 'lecture',
    hours: 2,
    topic: '',
    planned,
    homework: '',
    homeworkDueOn: null,
    attendanceTaken: false,
    version: 3,
    missing: ['topic', 'attendance', 'homework'],
    enteredAt: null,
    enteredBy: null,
    late: false,
    substitute: null,
    editable: true,
    debtEditable: true,
    presenceEditable: true,
    reasonEditable: false,
    closedReason: null,
    assignments: [],
    individual: [],
    ...change,
  };
}

export function madeRow(studentId: number, cells: string, change: Partial<JournalRow> = {}): JournalRow {
  return {
    studentId,
    name: `Студент ${studentId}`,
    fullName: `Студент ${studentId} Иванович`,
    cells,
    closed: [],
    carried: [],
    grade: { value: null, version: 0, reason: null, publishedAt: null, enteredBy: null },
    ...change,
  };
}

/** A section of `students` rows over three lessons: the 11th, the 18th (today), the 22nd, ids 1, 2, 3. */
export function madeView(students = 25, change: Partial<JournalView> = {}): JournalView {
  const period = {
    id: 7,
    name: 'I семестр',
    startsOn: '2026-09-01',
    endsOn: '2026-12-28',
    locked: false,
  };
  return {
    section: {
      head: 'Наименование дисциплины',
      id: 9,
      title: 'ОП.04 Основы алгоритмизации',
      index: 'ОП.04',
      course: 'Основы алгоритмизации',
      group: 'ИСП-25-1',
      groupId: 4,
      yearOfStudy: 2,
      program: '09.02.07',
      subgroup: null,
      teachers: ['Хабибуллина Гульнара Рафаэлевна'],
      passFail: false,
      planApprovedOn: '2026-09-08',
      plannedHours: 102,
      givenHours: 94,
      controlForm: 'gradedCredit',
    },
    period,
    periods: [period],
    sections: [],
    today: '2026-12-18',
    lessons: [
      madeLesson(1, 11),
      madeLesson(2, 18),
      madeLesson(3, 22, {
        editable: false,
        presenceEditable: false,
        debtEditable: false,
        closedReason: 'Ввод откроется в день занятия.',
      }),
    ],
    rows: Array.from({ length: students }, (_, index) => madeRow(101 + index, '||')),
    substitutions: [],
    abilities: { fill: true, setReason: false, giveGrades: true, print: true },
    ...change,
  };
}

export function madeState(view: JournalView = madeView(), regulation: JournalRegulation = demo): JournalState {
  return initialState(view, regulation);
}
