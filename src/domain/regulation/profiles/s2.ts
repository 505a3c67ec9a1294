import type { Regulation } from '../regulation';
import { usualSchemes } from '../scheme-settings';
import { usualYearEnd } from '../year-end-settings';
import { code, lessonTypes, taskTypes } from './dictionaries';
import { words } from './words';

/** S2: a school; everything by 16:00, five codes, the average is only advice. */
export const s2: Regulation = {
  profile: 's2',
  title: 'Школа: заполнение до 16:00, посещаемость уточняет классный руководитель',
  // 3.4, 3.7, 4.2.5.1, 4.2.6.4, 5.4, 5.4b; ОТ is what an absence shows until a reason is known
  attendance: {
    codes: [
      code('valid', { symbol: 'уп', printed: 'УП' }),
      code('invalid', { symbol: 'нп', printed: 'НП' }),
      code('unknown', { symbol: 'от', printed: 'ОТ', aliases: ['н'] }),
      code('sick', { symbol: 'б', printed: 'Б' }),
      code('late', { symbol: 'оп', printed: 'ОП' }),
    ],
    presenceBy: 'both',
    reasonBy: 'both',
    order: 'teacherFirst',
    prevails: 'curator',
    reasonDays: null,
  },
  // 3.7, 4.2.5.1: by 16:00 of the day
  deadlines: {
    fill: { kind: 'timeOfDay', time: '16:00' },
    correctionDays: 14,
    debtMarkDays: null,
    periodMarksDays: null,
    publishResultsDays: null,
  },
  // 5.2: any evaluated work within 7 days
  taskTypes: taskTypes(7),
  lessonTypes,
  markWithoutTask: { mode: 'autoCreate', taskType: 'answer' },
  // 5.9
  periodMark: {
    algorithm: 'mean',
    roundingStep: '0.01',
    thresholds: { kind: 'plain' },
    mode: 'advice',
    overrideNeedsReason: false,
    formerSectionMarks: 'count',
  },
  notAttested: { display: 'symbol', symbol: 'н/а', label: 'не аттестован', countsInDenominator: true },
  // 4.2.5.2
  marklessYears: [1],
  // 5.5
  closedStatuses: ['academicLeave', 'homeStudy', 'familyForm'],
  lessonRequires: { topic: true, attendance: true, homework: true },
  lessonHours: { usual: 1, max: 4 },
  // 1.6
  periodKinds: ['quarter', 'halfYear', 'year'],
  // 2.7, 2.11, 5.8
  diary: {
    open: true,
    student: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'messages'],
    parent: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'messages'],
  },
  accessWindow: null,
  credentials: { staff: ['admin'], families: ['admin', 'curator'] },
  sessions: { staffIdleMinutes: 60, familyIdleDays: 7 },
  // the archive copy is made at the year's end (S2 4.2.3.2; S3 6.2, 6.3)
  // 3.5: within a week of the programme's approval; 4.2.5.2: homework is copied from the КТП
  schemes: usualSchemes,
  yearEnd: { ...usualYearEnd, unfinished: 'refuse' },
  vocabulary: {
    group: words.schoolClass,
    curator: words.classTeacher,
    teacher: words.schoolTeacher,
    student: words.pupil,
    course: words.subject,
    lesson: words.schoolLesson,
    mark: words.mark,
    period: words.quarter,
  },
  print: {
    bindingMarginMm: 30,
    mirrored: false,
    pageNumber: 'topCenter',
    firstNumberedPage: 2,
    courseOrder: 'curriculum',
    lessonsPerPage: 16,
    parts: ['title', 'contents', 'groupList', 'courses', 'substitutions', 'certification'],
    signatories: [
      { role: 'teacher', title: 'Учитель', place: 'course', seal: false },
      { role: 'deputyDirector', title: 'Заместитель директора по УВР', place: 'set', seal: false },
    ],
    reportTitles: { periodLedger: 'Классный журнал', summaryLedger: 'Сводная ведомость учёта успеваемости' },
  },
};
