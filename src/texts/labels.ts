import type { GradeScale, GradeValue, PeriodKind, StudyForm } from '@/domain/types';

const marks: Readonly<Record<GradeValue, string>> = {
  5: 'отлично',
  4: 'хорошо',
  3: 'удовлетворительно',
  2: 'неудовлетворительно',
  pass: 'зачтено',
  fail: 'не зачтено',
  notAttested: 'не аттестован',
};

/** A mark in words, as grade sheets write it. */
export function markInWords(value: GradeValue): string {
  return marks[value];
}

export const scaleLabels: Readonly<Record<GradeScale, string>> = {
  five: 'пятибалльная',
  passFail: 'зачёт / незачёт',
  none: 'без отметок',
};

export const periodKindLabels: Readonly<Record<PeriodKind, string>> = {
  month: 'месяц',
  quarter: 'четверть',
  trimester: 'триместр',
  semester: 'семестр',
  halfYear: 'полугодие',
  year: 'учебный год',
};

const roman = ['', 'I', 'II', 'III', 'IV'] as const;

/** «I семестр», «III четверть», «учебный год». */
export function periodLabel(kind: PeriodKind, ordinal: number): string {
  return kind === 'year' ? periodKindLabels.year : `${roman[ordinal] ?? ordinal} ${periodKindLabels[kind]}`;
}

export const studyFormLabels: Readonly<Record<StudyForm, string>> = {
  fullTime: 'очная',
  partTime: 'очно-заочная',
  extramural: 'заочная',
  home: 'обучение на дому',
  family: 'семейное образование',
};

/** Roles as people read them; the vocabulary of the regulation replaces teacher and curator. */
export const roleLabels = {
  teacher: 'преподаватель',
  curator: 'куратор',
  deputyDirector: 'заместитель директора',
  director: 'директор',
  departmentHead: 'заведующий отделением',
  studyOffice: 'учебная часть',
  secretary: 'секретарь',
  timetableDispatcher: 'диспетчер расписания',
  methodist: 'методист',
  admin: 'администратор',
  student: 'студент',
  parent: 'родитель',
  observer: 'наблюдатель',
} as const;

/** Why a row of the journal is closed, in the words that stand in the hatched cells. */
export const closedRowLabels = {
  notYetEnrolled: 'ещё не зачислен',
  left: 'отчислен',
  moved: 'переведён',
  academicLeave: 'академический отпуск',
  homeStudy: 'обучение на дому',
  family: 'семейное образование',
  otherSubgroup: 'другая подгруппа',
} as const;

export type ClosedRowReason = keyof typeof closedRowLabels;
