import type { Regulation } from '../regulation';
import { usualSchemes } from '../scheme-settings';
import { usualYearEnd } from '../year-end-settings';
import { lessonTypes, liveCodes, taskTypes } from './dictionaries';
import { words } from './words';

/** S4: the teacher fills daily, results within 3 days, control by a ladder of managers; no rule for the period mark. */
export const s4: Regulation = {
  profile: 's4',
  title: 'Техникум: журнал ведёт преподаватель, результаты аттестации через 3 дня',
  // 3.4a, 4.7, 6.4; the codes of the platform, the regulation names none
  attendance: {
    codes: liveCodes,
    presenceBy: 'teacher',
    reasonBy: 'teacher',
    order: 'teacherOnly',
    prevails: 'last',
    reasonDays: null,
  },
  // 3.4a daily; 7.3 results within 3 days
  deadlines: {
    fill: { kind: 'endOfDay' },
    correctionDays: 14,
    debtMarkDays: null,
    periodMarksDays: null,
    publishResultsDays: 3,
  },
  taskTypes: taskTypes(null),
  lessonTypes,
  markWithoutTask: { mode: 'autoCreate', taskType: 'answer' },
  periodMark: {
    algorithm: 'none',
    roundingStep: '0.01',
    thresholds: { kind: 'plain' },
    mode: 'advice',
    overrideNeedsReason: false,
    formerSectionMarks: 'count',
  },
  notAttested: { display: 'symbol', symbol: 'н/а', label: 'не аттестован', countsInDenominator: true },
  marklessYears: [],
  closedStatuses: ['academicLeave'],
  // 4.7
  lessonRequires: { topic: true, attendance: true, homework: true },
  lessonHours: { usual: 2, max: 8 },
  // 5.1
  periodKinds: ['semester', 'year'],
  // 2.9, 3.5
  diary: {
    open: true,
    student: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'programmeProgress', 'messages'],
    parent: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'programmeProgress', 'messages'],
  },
  accessWindow: null,
  credentials: { staff: ['admin', 'deputyDirector'], families: ['admin', 'curator'] },
  sessions: { staffIdleMinutes: 60, familyIdleDays: 7 },
  schemes: usualSchemes,
  yearEnd: usualYearEnd,
  vocabulary: {
    group: words.group,
    curator: words.classTeacher,
    teacher: words.lecturer,
    student: words.learner,
    course: words.discipline,
    lesson: words.lesson,
    mark: words.grade,
    period: words.semester,
  },
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
      { role: 'deputyDirector', title: 'Заместитель директора по УР', place: 'set', seal: false },
    ],
    reportTitles: { periodLedger: 'Журнал учебных занятий', summaryLedger: 'Ведомость успеваемости' },
  },
};
