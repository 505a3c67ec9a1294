import type { Regulation } from '../regulation';
import { usualSchemes } from '../scheme-settings';
import { usualYearEnd } from '../year-end-settings';
import { lessonTypes, liveCodes, taskTypes } from './dictionaries';
import { words } from './words';

/** S1: the teacher alone marks attendance on the day; the table 4,65 / 3,65 / 2,50; dots for obligatory tasks. */
export const s1: Regulation = {
  profile: 's1',
  title: 'Колледж: таблица перевода среднего балла, посещаемость ведёт преподаватель',
  // 3.7; the codes of the platform, the regulation names none
  attendance: {
    codes: liveCodes,
    presenceBy: 'teacher',
    reasonBy: 'teacher',
    order: 'teacherOnly',
    prevails: 'last',
    reasonDays: null,
  },
  deadlines: {
    fill: { kind: 'endOfDay' },
    correctionDays: 14,
    debtMarkDays: null,
    periodMarksDays: null,
    publishResultsDays: null,
  },
  // 3.7: лабораторные, контрольные, практические not later than 5 days after the lesson
  taskTypes: taskTypes({ lab: 5, control: 5, practical: 5 }),
  lessonTypes,
  markWithoutTask: { mode: 'autoCreate', taskType: 'answer' },
  // table under 2.3, average rounded half-up to 0,01 first (G-01)
  periodMark: {
    algorithm: 'mean',
    roundingStep: '0.01',
    thresholds: { kind: 'table', from: { 5: 465, 4: 365, 3: 250 } },
    mode: 'propose',
    overrideNeedsReason: true,
    formerSectionMarks: 'count',
  },
  // Б3: no mark, the dot stays
  notAttested: { display: 'dot', symbol: 'н/а', label: 'не аттестован', countsInDenominator: true },
  marklessYears: [],
  closedStatuses: ['academicLeave'],
  // 2.9, 3.7
  lessonRequires: { topic: true, attendance: true, homework: true },
  lessonHours: { usual: 2, max: 8 },
  periodKinds: ['semester', 'year'],
  // 2.11, 2.12; homework because 1.13 and 3.5 of the same regulation ask parents to control it (C-25)
  diary: {
    open: true,
    student: ['marks', 'attendance', 'timetable', 'homework'],
    parent: ['marks', 'attendance', 'timetable', 'homework'],
  },
  accessWindow: null,
  credentials: { staff: ['admin', 'studyOffice'], families: ['admin', 'studyOffice', 'curator'] },
  sessions: { staffIdleMinutes: 60, familyIdleDays: 7 },
  schemes: usualSchemes,
  yearEnd: usualYearEnd,
  vocabulary: {
    group: words.group,
    curator: words.classTeacher,
    teacher: words.lecturer,
    student: words.student,
    course: words.discipline,
    lesson: words.lesson,
    mark: words.grade,
    period: words.semester,
  },
  // 2.3: the classroom teacher signs
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
      { role: 'curator', title: 'Классный руководитель', place: 'set', seal: false },
    ],
    reportTitles: {
      periodLedger: 'Журнал учебных занятий',
      summaryLedger: 'Сводная ведомость промежуточных аттестаций',
    },
  },
};
