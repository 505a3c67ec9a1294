import type { EnrollmentStatus, GradeValue, PeriodKind } from '@/domain/types';

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

export const periodKindLabels: Readonly<Record<PeriodKind, string>> = {
  quarter: 'четверть',
  trimester: 'триместр',
  semester: 'семестр',
  halfYear: 'полугодие',
  year: 'учебный год',
};

export const enrollmentStatusLabels: Readonly<Record<EnrollmentStatus, string>> = {
  academicLeave: 'академический отпуск',
  homeStudy: 'обучение на дому',
  familyForm: 'семейная форма',
};

/** Orders on the contingent as the register names them. */
export const orderKindLabels = {
  enrollment: 'зачисление',
  reinstatement: 'восстановление',
  transfer: 'перевод в другую группу',
  promotion: 'перевод на следующий курс',
  academicLeave: 'академический отпуск',
  returnFromLeave: 'выход из отпуска',
  studyForm: 'смена формы обучения',
  expulsion: 'отчисление',
  graduation: 'выпуск',
  cancellation: 'отмена приказа',
  other: 'другой',
} as const;

export const weekParityLabels = { every: 'каждую неделю', odd: 'числитель', even: 'знаменатель' } as const;

/** Control forms in the order of the summary sheet (domain.md B.2). */
export const controlFormLabels = {
  exam: 'экзамен',
  complexExam: 'комплексный экзамен',
  moduleExam: 'экзамен по модулю',
  gradedCredit: 'дифференцированный зачёт',
  complexGradedCredit: 'комплексный дифференцированный зачёт',
  credit: 'зачёт',
  coursework: 'курсовая работа',
  demoExam: 'демонстрационный экзамен',
  none: 'без аттестации',
} as const;

/** What a line of a plan is. */
export const courseKindLabels = {
  discipline: 'дисциплина',
  interdisciplinaryCourse: 'междисциплинарный курс',
  professionalModule: 'профессиональный модуль',
  educationalPractice: 'учебная практика',
  internship: 'производственная практика',
  extracurricular: 'внеурочная деятельность',
  finalAssessment: 'итоговая аттестация',
} as const;

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
  ...enrollmentStatusLabels,
  otherSubgroup: 'другая подгруппа',
} as const;
