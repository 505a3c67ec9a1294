import { codeOf } from '@/domain/attendance/codes';
import { missedHours } from '@/domain/attendance/missed-hours';
import { averageOf } from '@/domain/grading/average';
import { isFailing, markSign } from '@/domain/grading/scale';
import { displayCell } from '@/domain/journal/cell';
import { lessonEntryIsLate } from '@/domain/journal/lateness';
import { hoursGiven } from '@/domain/load/programme';
import { fullName, nameWithInitials } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { GradeValue, LocalDate } from '@/domain/types';
import { assembleRows } from '@/features/journal/assemble-rows';
import { type JournalRead, type ReadLesson, readJournal } from '@/features/journal/journal-read';
import type { JournalRow } from '@/features/journal/journal-view';
import { type CellFacts, unpackRow } from '@/features/journal/packed-cells';
import { type CountedMark, marksOfPeriod, weighted } from '@/features/journal/period-marks';
import type { Db } from '@/server/db';
import { average as averageText, fullDateTime } from '@/texts/format';
import { controlFormLabels } from '@/texts/labels';
import type { LedgerCellData, LedgerCourseData, LedgerLessonData, LedgerRowData } from './ledger-data';

type Wanted = Omit<
  LedgerCourseData,
  'lessons' | 'rows' | 'absent' | 'present' | 'substitutions' | 'givenHours' | 'controlForm'
> & {
  controlForm: keyof typeof controlFormLabels;
  passFail: boolean;
  periodId: number;
  interval: { from: LocalDate; to: LocalDate };
  yearOfStudy: number;
  regulation: Regulation;
  timeZone: string;
};

/** One journal of the set: the lessons of the interval with the cells as written, sums and period grades. */
export async function loadCourse(tx: Db, wanted: Wanted): Promise<LedgerCourseData> {
  const { passFail: _, periodId, interval, yearOfStudy: __, regulation, timeZone, controlForm, ...header } = wanted;
  const read = await readJournal(tx, { sectionId: wanted.sectionId, periodId, ...interval });
  const place = { sectionId: wanted.sectionId, courseId: wanted.courseId, periodId, only: 'former' as const };
  const former = await marksOfPeriod(tx, place, regulation);
  const carried = new Map([...former].map(([student, marks]) => [student, marks.map((mark) => mark.value)]));
  const rows = assembleRows(read, carried, { regulation, timeZone });
  const cells = rows.map((row) => unpackRow(row.cells));
  const types = read.lessons.map(({ id }) =>
    read.assignments.filter((task) => task.lessonId === id).map((task) => task.taskType),
  );
  const names = ledgerNames(read.students);
  const topics = new Map([...read.topics, ...read.former].map((topic) => [topic.id, topic.no]));
  const absentAt = (column: number) =>
    cells.filter((row) => codeOf(row[column] ?? none, regulation.attendance.codes)?.presence === 'absent').length;
  const openAt = (column: number) =>
    rows.filter((row) => !row.closed.some(({ from, to }) => from <= column && to >= column)).length;
  const absent = read.lessons.map(({ attendanceTaken }, column) => (attendanceTaken ? absentAt(column) : null));
  return {
    ...header,
    controlForm: controlFormLabels[controlForm],
    givenHours: hoursGiven(read.lessons.filter((lesson) => lesson.state === 'held')),
    lessons: read.lessons.map((lesson) => lessonData(lesson, topics, wanted)),
    rows: rows.map((row, index) => ({
      ...rowData(row, index, cells[index] ?? [], read, wanted),
      average: averageIn(
        [...(former.get(row.studentId) ?? []), ...countedMarks(cells[index] ?? [], types)],
        regulation,
      ),
      name: names.get(row.studentId) ?? row.fullName,
    })),
    absent,
    present: absent.map((count, column) => (count === null ? null : openAt(column) - count)),
    substitutions: substitutionsOf(read),
  };
}

/** Each substitution with the hours of its own lesson: several of a day are told apart by the substitute and their order. */
function substitutionsOf({ lessons, substitutions }: JournalRead): LedgerCourseData['substitutions'] {
  const used = new Set<number>();
  return substitutions.map(({ date, by, reason, order }) => {
    const own = lessons.find(({ id, ...lesson }) => lesson.date === date && lesson.substitute === by && !used.has(id));
    if (own) used.add(own.id);
    return { date, hours: own?.hours ?? 0, by, reason, order };
  });
}

/** «Абдуллин Т. М.» as the form asks; namesakes by initials keep their full names. */
function ledgerNames(students: JournalRead['students']): Map<number, string> {
  const count = new Map<string, number>();
  for (const student of students) {
    const name = nameWithInitials(student);
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  return new Map(
    students.map((student) => {
      const name = nameWithInitials(student);
      return [student.id, count.get(name) === 1 ? name : fullName(student)];
    }),
  );
}

const none = { presence: null, reason: null } as const;

function lessonData(
  lesson: ReadLesson,
  topics: ReadonlyMap<number, number>,
  { regulation, timeZone }: Wanted,
): LedgerLessonData {
  const entered = lesson.enteredAt === null ? null : new Date(lesson.enteredAt * 1000);
  return {
    date: lesson.date,
    planNumber: topics.get(lesson.plannedTopicId ?? 0) ?? null,
    type: regulation.lessonTypes.find((type) => type.id === lesson.lessonType)?.short ?? '',
    hours: lesson.hours,
    topic: lesson.topic,
    homework: lesson.homework,
    enteredBy: lesson.enteredBy,
    enteredAt: entered ? fullDateTime(entered, timeZone) : null,
    late: entered !== null && lessonEntryIsLate(entered, lesson.date, regulation, timeZone),
    substitute: lesson.substitute,
  };
}

/** Values of a row with the kinds of their works, by which they weigh; `types`: those of each lesson's assignments. */
function countedMarks(cells: readonly CellFacts[], types: readonly string[][]): CountedMark[] {
  return cells.flatMap((cell, column) =>
    cell.marks.flatMap(({ value, assignment }) =>
      value === null ? [] : [{ value, taskType: types[column]?.[assignment] ?? '' }],
    ),
  );
}

function averageIn(marks: readonly CountedMark[], regulation: Regulation): string {
  const average = averageOf(weighted(marks, regulation), regulation.periodMark);
  return average ? averageText(average.hundredths) : '';
}

function rowData(
  row: JournalRow,
  index: number,
  cells: readonly CellFacts[],
  read: JournalRead,
  wanted: Wanted,
): Omit<LedgerRowData, 'name' | 'average'> {
  const { regulation } = wanted;
  const attended = cells.map((cell, column) => ({ ...cell, hours: read.lessons[column]?.hours ?? 0 }));
  return {
    no: index + 1,
    cells: cells.map((cell) => cellData(cell, regulation)),
    closed: row.closed,
    missed: missedHours(attended, regulation.attendance.codes).total,
    debts: cells.flatMap((cell) => cell.marks).filter((mark) => mark.required && mark.value === null).length,
    grade: gradeText(row.grade.value, regulation),
    failing: row.grade.value !== null && row.grade.value !== 'notAttested' && isFailing(row.grade.value),
  };
}

function cellData(cell: CellFacts, { attendance }: Regulation): LedgerCellData {
  const { text } = displayCell(cell, attendance.codes, 'printed');
  if (text === '') return null;
  const late = cell.presenceLate || cell.marks.some((mark) => mark.late);
  return { text, late, failing: cell.marks.some((mark) => mark.value !== null && isFailing(mark.value)) };
}

function gradeText(value: GradeValue | null, { notAttested }: Regulation): string {
  if (value === null) return '';
  return value === 'notAttested' ? notAttested.symbol : markSign(value);
}
