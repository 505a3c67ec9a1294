import type { Regulation } from '../regulation';
import { usualSchemes } from '../scheme-settings';
import { usualYearEnd } from '../year-end-settings';
import { code, lessonTypes, taskTypes } from './dictionaries';
import { words } from './words';

/** S0: the teacher marks Н and О, the curator turns Н into УП or НП; marks only for assigned tasks; paper every period. */
export const s0: Regulation = {
  profile: 's0',
  title: 'Колледж: причины отсутствия ставит куратор, журнал печатается каждый период',
  attendance: {
    // П1.П5, П1.К2
    codes: [
      code('absent', { symbol: 'н', printed: 'Н' }),
      code('late', { symbol: 'о', printed: 'О', aliases: ['0'] }),
      code('valid', { symbol: 'уп', printed: 'УП' }),
      code('invalid', { symbol: 'нп', printed: 'НП' }),
    ],
    presenceBy: 'teacher',
    reasonBy: 'curator',
    order: 'teacherFirst',
    prevails: 'last',
    reasonDays: null,
  },
  // 4.2.4.1 daily; П1.П8 five days after the period; the correction window is ours (G-05)
  deadlines: {
    fill: { kind: 'endOfDay' },
    correctionDays: 14,
    debtMarkDays: null,
    periodMarksDays: 5,
    publishResultsDays: null,
  },
  // П1.П3: written works «by the norms of checking», no number of days
  taskTypes: taskTypes(null),
  lessonTypes,
  // П1.П4
  markWithoutTask: { mode: 'strict' },
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
  // 4.2.4.1
  lessonRequires: { topic: true, attendance: true, homework: true },
  lessonHours: { usual: 2, max: 8 },
  periodKinds: ['semester', 'year'],
  // 3.4, 3.5
  diary: {
    open: true,
    student: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'messages'],
    parent: ['marks', 'attendance', 'timetable', 'topics', 'homework', 'attestation', 'messages'],
  },
  accessWindow: null,
  credentials: { staff: ['admin'], families: ['admin', 'curator'] },
  sessions: { staffIdleMinutes: 60, familyIdleDays: 7 },
  schemes: usualSchemes,
  yearEnd: usualYearEnd,
  vocabulary: {
    group: words.group,
    curator: words.curator,
    teacher: words.lecturer,
    student: words.learner,
    course: words.discipline,
    lesson: words.lesson,
    mark: words.grade,
    period: words.studyPeriod,
  },
  // П1.З1, П2.1, П2.4–П2.7
  print: {
    bindingMarginMm: 30,
    mirrored: true,
    pageNumber: 'topRight',
    firstNumberedPage: 1,
    courseOrder: 'alphabetical',
    lessonsPerPage: 16,
    parts: ['title', 'contents', 'groupList', 'courses', 'substitutions', 'certification'],
    signatories: [
      { role: 'teacher', title: 'Преподаватель', place: 'course', seal: false },
      { role: 'deputyDirector', title: 'Заместитель директора по УР', place: 'set', seal: false },
    ],
    reportTitles: { periodLedger: 'Ведомость успеваемости', summaryLedger: 'Сводная ведомость учёта успеваемости' },
  },
};
