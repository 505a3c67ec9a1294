import { qualityOf } from '@/domain/grading/quality';
import type { GradeValue } from '@/domain/types';
import type {
  LedgerBook,
  LedgerClosing,
  LedgerCourse,
  LedgerNote,
  LedgerSignature,
  LedgerStatus,
} from '@/pdf/ledger/book';
import { collegeLabels } from '@/pdf/ledger/labels';
import {
  dateRange,
  dayMonth,
  fullDate,
  hours as hoursText,
  longDate,
  monthName,
  percentage,
  shortDate,
} from '@/texts/format';
import { controlFormLabels } from '@/texts/labels';
import { bookLabels } from './book-labels';
import type { LedgerCourseData, LedgerData, LedgerLessonData } from './ledger-data';

/** What is not part of the data: the moment of the document and its place in the register. */
export type Issue = { createdAt: Date /** «записи на 16:05». */; printedAt: string; status: LedgerStatus };

/** The book that the drawing engine prints, from the data that the hash is taken of. */
export function buildBook(data: LedgerData, issue: Issue): LedgerBook {
  const { print, institution } = data;
  const title = print.reportTitles.periodLedger;
  const period = `${data.period.name} ${data.year} учебного года`;
  return {
    createdAt: issue.createdAt.toISOString(),
    organisation: [institution.founder, institution.name],
    runningHead: `${institution.shortName} · ${title} · ${period}`,
    documentTitle: title,
    subtitle: period,
    group: data.group.name,
    yearOfStudy: String(data.group.yearOfStudy),
    programme: data.group.program,
    academicYear: data.year,
    interval: dateRange(data.interval.from, data.interval.to),
    periodLabel: data.period.name,
    printedAt: issue.printedAt,
    status: issue.status,
    paper: {
      bindingMargin: print.bindingMarginMm,
      mirrored: print.mirrored,
      pageNumber: print.pageNumber,
      firstNumberedPage: print.firstNumberedPage,
      lessonsPerPage: data.lessonsPerPage,
    },
    labels: bookLabels(data, collegeLabels),
    contents: print.parts.includes('contents'),
    students: print.parts.includes('groupList') ? groupList(data) : null,
    courses: data.courses.map((course) => courseOf(course, data)),
    legend: data.legend,
    closing: closingOf(data),
  };
}

function groupList(data: LedgerData): LedgerBook['students'] {
  return data.students.map(({ no, birthDate, ...student }) => ({
    ...student,
    no: String(no),
    birthDate: birthDate ? fullDate(birthDate) : '',
  }));
}

function courseOf(course: LedgerCourseData, data: LedgerData): LedgerCourse {
  return {
    ...headOf(data, course.sectionId),
    title: course.title,
    teachers: course.teachers.join(', '),
    schemeText: course.schemeApprovedOn ? `по плану (КТП утверждён ${fullDate(course.schemeApprovedOn)})` : '',
    gradeLabel: gradeLabelOf(course.controlForm),
    lessons: course.lessons.map(lessonOf),
    rows: course.rows.map((row) => ({
      no: String(row.no),
      name: row.name,
      cells: row.cells.map((cell) => (cell ? { text: cell.text, bold: cell.failing, late: cell.late } : null)),
      closures: row.closed,
      missed: row.missed > 0 ? String(row.missed) : '',
      average: row.average,
      grade: row.grade,
    })),
    totals: totalsOf(course),
    resultText: resultOf(course),
    planText: planOf(course, data),
    notes: notesOf(course, data),
    signatures: signaturesAt('course', data, course),
  };
}

/** What a journal of a kind of its own says before the title (R-055). */
function headOf({ words }: LedgerData, sectionId: number): { head?: string } {
  const head = words.heads?.[sectionId];
  return head === undefined ? {} : { head };
}

/** A narrow head: «дифф. зачёт»; a course without a form of control in this period has a plain sum. */
function gradeLabelOf(controlForm: string): string {
  if (controlForm === controlFormLabels.none) return 'итог';
  return controlForm.replace('дифференцированный', 'дифф.').replace('комплексный', 'компл.');
}

function lessonOf(lesson: LedgerLessonData): LedgerCourse['lessons'][number] {
  return {
    month: monthName(lesson.date),
    shortMonth: `${monthName(lesson.date).slice(0, 3)}.`,
    day: String(Number(lesson.date.slice(8, 10))),
    date: shortDate(lesson.date),
    longDate: longDate(lesson.date).replace('г.', 'года'),
    number: lesson.planNumber === null ? '' : String(lesson.planNumber),
    type: lesson.type,
    hours: String(lesson.hours),
    topic: lesson.topic,
    homework: lesson.homework,
    enteredBy: lesson.enteredBy ?? '',
    enteredAt: lesson.enteredAt?.slice(0, 5) ?? '',
    late: lesson.late,
    substituted: lesson.substitute !== null,
  };
}

function totalsOf({ rows, lessons, absent, present }: LedgerCourseData): LedgerCourse['totals'] {
  const missed = rows.reduce((sum, row) => sum + row.missed, 0);
  const counts = (values: readonly (number | null)[]) =>
    values.map((value, column) => (value !== null && lessons[column]?.enteredAt ? String(value) : ''));
  return [
    { label: 'Отсутствовало', cells: counts(absent), missed: missed > 0 ? String(missed) : '', average: '', grade: '' },
    { label: 'Присутствовало', cells: counts(present), missed: '', average: '', grade: '' },
  ];
}

/** «Аттестовано 22 из 23; успеваемость 96 %, качество 70 %», when period grades are given. */
function resultOf({ rows }: LedgerCourseData): string {
  const given = rows.flatMap((row) => gradeValue(row.grade) ?? []);
  if (given.length === 0) return '';
  const { success, quality } = qualityOf(given);
  const attested = given.filter((value) => value !== 'notAttested').length;
  const part = quality === null ? '' : `, качество ${percentage(quality)}`;
  return `Аттестовано ${attested} из ${rows.length}; успеваемость ${percentage(success)}${part}`;
}

function gradeValue(text: string): GradeValue | null {
  const known: Record<string, GradeValue> = { 5: '5', 4: '4', 3: '3', 2: '2', з: 'pass', нз: 'fail' };
  return text === '' ? null : (known[text] ?? 'notAttested');
}

/** «За I семестр по плану 102 ч, дано 102 ч (51 занятие). Программа выполнена.» (R-054) */
function planOf(course: LedgerCourseData, data: LedgerData): LedgerCourse['planText'] {
  const held = course.lessons.filter((lesson) => lesson.enteredAt !== null).length;
  const done = course.givenHours >= course.plannedHours;
  return [
    { text: `За ${data.period.name} ` },
    { text: `по плану ${hoursText(course.plannedHours)}, дано ${hoursText(course.givenHours)}`, bold: true },
    {
      text: ` (занятий: ${held}). ${done ? 'Программа выполнена.' : `Не дано ${hoursText(course.plannedHours - course.givenHours)}.`}`,
    },
  ];
}

function notesOf(course: LedgerCourseData, { print }: LedgerData): LedgerNote[] {
  const notes: LedgerNote[] = [];
  if (course.substitutions.length > 0 && print.parts.includes('substitutions')) {
    const list = course.substitutions.map(
      (each) =>
        `${fullDate(each.date)}, ${hoursText(each.hours)} — ${each.by} (${each.reason}, приказ № ${each.order})`,
    );
    notes.push({ label: 'Замены периода:', text: `${list.join('; ')}.` });
  }
  const late = course.lessons.filter((lesson) => lesson.late && lesson.enteredAt);
  if (late.length > 0) {
    const list = late.map((lesson) => `${shortDate(lesson.date)} — ${lesson.enteredAt?.slice(0, 5) ?? ''}`);
    notes.push({ label: 'Внесено позже срока:', text: `${list.join(', ')}.` });
  }
  const debtors = course.rows.filter((row) => row.debts > 0);
  if (debtors.length > 0) {
    notes.push({
      label: 'Не выполнены обязательные работы:',
      text: `${debtors.map((row) => `${row.name} (${row.debts})`).join(', ')}.`,
    });
  }
  return notes;
}

function signaturesAt(place: 'course' | 'set', data: LedgerData, course?: LedgerCourseData): LedgerSignature[] {
  return data.print.signatories
    .filter((signatory) => signatory.place === place)
    .flatMap(({ role, title, seal }) => {
      const names = role === 'teacher' ? (course?.teacherInitials ?? ['']) : [data.signatories[role]];
      return names.map((name) => ({ role: title, name, ...(seal ? { stamp: true } : {}) }));
    });
}

function closingOf(data: LedgerData): LedgerClosing | null {
  const signatures = signaturesAt('set', data);
  if (!data.print.parts.includes('certification') || signatures.length === 0) return null;
  return {
    title: 'Журнал проверен и распечатан',
    lines: [
      `${data.print.reportTitles.periodLedger}: ${data.words.group} ${data.group.name}, ${data.period.name} ${data.year} учебного года.`,
      `Дисциплин: ${data.courses.length}; страниц: {pages}; записи с ${dayMonth(data.interval.from)} по ${longDate(data.interval.to)}`,
    ],
    signatures,
  };
}
