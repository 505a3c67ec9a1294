import type { Actor } from '@/access/actor';
import { type AttendedLesson, missedHours } from '@/domain/attendance/missed-hours';
import type { FinalMark } from '@/domain/grading/quality';
import { compareNames, compareTitles, distinctNames } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { activeRegulation, regulationVersion } from '@/server/regulation';
import { snapshot } from '@/server/snapshot';
import { curatorOf, currentMaster } from '../ledger/signatories';
import { isGroupVisible } from '../ledger/visible-group';
import { findSpan, type Span } from './find-span';
import { controlFormHeads } from './form-heads';
import { type ReadCourse, readCourses, readGrades, readMissed, readStudents } from './read-summary';
import type { SummaryColumn, SummaryData } from './summary-data';
import type { SummaryParams } from './summary-params';

/** The summary of one group at one moment; null when there is no such group or period in the actor's sight. */
export async function loadSummary(actor: Actor, params: SummaryParams): Promise<SummaryData | null> {
  if (!(await isGroupVisible(actor, params.group))) return null;
  return snapshot(async (tx) => {
    const span = await findSpan(tx, params, actor.today);
    if (!span) return null;
    const regulation = span.regulationId
      ? await regulationVersion(span.regulationId, tx)
      : await activeRegulation(actor.today, tx);
    return collect(tx, { actor, groupId: params.group, span, regulation });
  });
}

type Frame = { actor: Actor; groupId: number; span: Span; regulation: Regulation };

async function collect(tx: Db, frame: Frame): Promise<SummaryData> {
  const { actor, groupId, span, regulation } = frame;
  const institution = await tx.institution.findUniqueOrThrow({ where: { id: 1 } });
  const group = await tx.studentGroup.findUniqueOrThrow({
    where: { id: groupId },
    select: {
      name: true,
      entryYear: true,
      curriculum: { select: { program: { select: { code: true, name: true } } } },
    },
  });
  const { program } = group.curriculum;
  const { print, notAttested, vocabulary } = regulation;
  return {
    institution: institution.name,
    title: print.reportTitles.summaryLedger,
    group: group.name,
    yearOfStudy: Number(span.year.from.slice(0, 4)) - group.entryYear + 1,
    program: `${program.code} ${program.name}`,
    period: span.name,
    ofYear: span.ofYear,
    asOf: actor.now,
    timeZone: institution.timeZone,
    interval: { from: span.from, to: span.to },
    bindingMarginMm: print.bindingMarginMm,
    notAttested: {
      ...{ symbol: notAttested.symbol, label: notAttested.label },
      counted: notAttested.countsInDenominator,
    },
    words: { student: vocabulary.student.one, group: vocabulary.group.one },
    ...(await table(tx, frame)),
    signatures: await signaturesOf(tx, frame),
  };
}

async function table(
  tx: Db,
  { actor, groupId, span, regulation }: Frame,
): Promise<Pick<SummaryData, 'columns' | 'students'>> {
  const people = (await readStudents(tx, groupId, within(actor.today, span))).sort(compareNames);
  const ids = people.map(({ id }) => id);
  const grades = await readGrades(tx, ids, span);
  const courses = withYearColumns(await readCourses(tx, groupId, span), span, grades);
  const columns = orderOf(courses, span, regulation);
  const main = mainColumns(columns, grades);
  const given = new Map(grades.map((grade) => [`${grade.studentId} ${grade.courseId} ${grade.periodId}`, grade.value]));
  const missed = new Map<number, AttendedLesson[]>();
  for (const { studentId, ...lesson } of await readMissed(tx, ids, span)) {
    missed.set(studentId, [...(missed.get(studentId) ?? []), lesson]);
  }
  const names = distinctNames(people);
  return {
    columns: columns.map((course) => columnOf(course, main.has(course), span)),
    students: people.map(({ id }, index) => ({
      no: index + 1,
      name: names.get(id) ?? '',
      finals: columns.map((each): FinalMark => given.get(`${id} ${each.courseId} ${each.periodId}`) ?? null),
      missed: missedHours(missed.get(id) ?? [], regulation.attendance.codes),
    })),
  };
}

/** A year has a column of its own for a course as soon as somebody was given a mark for the year. */
function withYearColumns(
  courses: readonly ReadCourse[],
  { periods }: Span,
  grades: readonly { courseId: number; periodId: number }[],
): ReadCourse[] {
  const ofYear = new Set(periods.filter(({ kind }) => kind === 'year').map(({ id }) => id));
  return courses.filter(
    ({ courseId, periodId }) =>
      !ofYear.has(periodId) ||
      periods.length === 1 ||
      grades.some((grade) => grade.courseId === courseId && grade.periodId === periodId),
  );
}

/** Of each course the last column in which somebody has a mark, else the last: what the sums of a row take. */
function mainColumns(
  columns: readonly ReadCourse[],
  grades: readonly { courseId: number; periodId: number }[],
): ReadonlySet<ReadCourse> {
  const marked = new Set(grades.map(({ courseId, periodId }) => `${courseId} ${periodId}`));
  const main = new Map<number, ReadCourse>();
  for (const column of columns) {
    const known = main.get(column.courseId);
    if (
      !known ||
      marked.has(`${column.courseId} ${column.periodId}`) ||
      !marked.has(`${known.courseId} ${known.periodId}`)
    ) {
      main.set(column.courseId, column);
    }
  }
  return new Set(main.values());
}

/** Of a period: exams first, then by the profile's order; of a year: by the course, then in the order of time. */
function orderOf(courses: readonly ReadCourse[], span: Span, { print }: Regulation): ReadCourse[] {
  const forms = Object.keys(controlFormHeads);
  const time = new Map(span.periods.map(({ id }, place) => [id, place]));
  const title = ({ name, index }: ReadCourse) => (print.courseOrder === 'alphabetical' ? name : index);
  return [...courses].sort(
    (one, other) =>
      (span.ofYear ? 0 : forms.indexOf(one.form) - forms.indexOf(other.form)) ||
      compareTitles(title(one), title(other)) ||
      (time.get(one.periodId) ?? 0) - (time.get(other.periodId) ?? 0),
  );
}

function columnOf(course: ReadCourse, main: boolean, span: Span): SummaryColumn {
  const head = controlFormHeads[course.form];
  const period = span.periods.find(({ id }) => id === course.periodId);
  return {
    course: course.name,
    form: head.long,
    formShort: head.short,
    period: period?.kind === 'year' ? 'год' : (period?.name.replace(/ .*/, '') ?? ''),
    main,
  };
}

/** Today, or the nearest day of the span. */
const within = (today: LocalDate, { from, to }: Span): LocalDate => (today < from ? from : today > to ? to : today);

/** The curator and whoever the profile lets sign a set. */
async function signaturesOf(tx: Db, { groupId, span, regulation, actor }: Frame): Promise<SummaryData['signatures']> {
  const on = within(actor.today, span);
  const word = regulation.vocabulary.curator.one;
  const curator = { role: word.charAt(0).toUpperCase() + word.slice(1), name: await curatorOf(tx, groupId, on) };
  const signatures = [curator];
  for (const { role, title, place } of regulation.print.signatories) {
    if (place !== 'set' || role === 'teacher' || role === 'curator') continue;
    signatures.push({ role: title, name: await currentMaster(tx, role, on) });
  }
  return signatures;
}
