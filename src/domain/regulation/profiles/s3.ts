import type { Regulation } from '../regulation';
import { usualSchemes } from '../scheme-settings';
import { usualYearEnd } from '../year-end-settings';
import { code, lessonTypes, taskTypes } from './dictionaries';
import { words } from './words';

/** S3: the curator marks НУ and НН daily, the teacher corrects; the period mark is the plain mean of all marks. */
export const s3: Regulation = {
  profile: 's3',
  title: 'Колледж: посещаемость отмечает куратор, итог — среднее арифметическое',
  // 3.3, 3.4; «н» of the platform stands until the curator says which of the two
  attendance: {
    codes: [
      code('absent', { symbol: 'н', printed: 'Н' }),
      code('valid', { symbol: 'ну', printed: 'НУ' }),
      { ...code('invalid', { symbol: 'нн', printed: 'НН' }), label: 'отсутствует по другим причинам' },
      code('late', { symbol: 'оп', printed: 'ОП', aliases: ['о', '0'] }),
    ],
    presenceBy: 'both',
    reasonBy: 'curator',
    order: 'curatorFirst',
    prevails: 'teacher',
    reasonDays: null,
  },
  // 3.4 day of the lesson
  deadlines: {
    fill: { kind: 'endOfDay' },
    correctionDays: 14,
    debtMarkDays: null,
    periodMarksDays: null,
    publishResultsDays: null,
  },
  taskTypes: taskTypes(null),
  lessonTypes,
  markWithoutTask: { mode: 'autoCreate', taskType: 'answer' },
  // 3.7: arithmetic mean of all marks, rounding not stated: the exact mean to the nearest whole
  periodMark: {
    algorithm: 'mean',
    roundingStep: 'none',
    thresholds: { kind: 'plain' },
    mode: 'fill',
    overrideNeedsReason: true,
    formerSectionMarks: 'count',
  },
  notAttested: { display: 'symbol', symbol: 'н/а', label: 'не аттестован', countsInDenominator: true },
  marklessYears: [],
  closedStatuses: ['academicLeave'],
  // 3.4, 3.5
  lessonRequires: { topic: true, attendance: true, homework: true },
  lessonHours: { usual: 2, max: 8 },
  periodKinds: ['semester', 'year'],
  // 2.1, 3.2, 5.1 give accounts, though 1.7 and 4.5 name employees only (C-10)
  diary: {
    open: true,
    student: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'messages'],
    parent: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'messages'],
  },
  // 5.1: working hours by ПВТР; the hours themselves are the institution's
  accessWindow: { from: '08:00', to: '20:00', weekdays: [1, 2, 3, 4, 5, 6] },
  credentials: { staff: ['admin'], families: ['admin', 'curator'] },
  sessions: { staffIdleMinutes: 60, familyIdleDays: 7 },
  // the archive copy is made at the year's end (S2 4.2.3.2; S3 6.2, 6.3)
  schemes: usualSchemes,
  yearEnd: { ...usualYearEnd, unfinished: 'refuse' },
  vocabulary: {
    group: words.group,
    curator: words.curator,
    teacher: words.lecturer,
    student: words.student,
    course: words.discipline,
    lesson: words.lesson,
    mark: words.mark,
    period: words.semester,
  },
  // 6.3: the director's seal and signature
  print: {
    bindingMarginMm: 30,
    mirrored: true,
    pageNumber: 'topCenter',
    firstNumberedPage: 2,
    courseOrder: 'curriculum',
    lessonsPerPage: 16,
    parts: ['title', 'contents', 'groupList', 'courses', 'substitutions', 'certification'],
    signatories: [
      { role: 'teacher', title: 'Преподаватель', place: 'course', seal: false },
      { role: 'director', title: 'Директор', place: 'set', seal: true },
    ],
    reportTitles: {
      periodLedger: 'Журнал успеваемости и посещаемости',
      summaryLedger: 'Сводная ведомость успеваемости и посещаемости',
    },
  },
};
