import { dateRange, fullDate, fullDateTime, hours } from '@/texts/format';
import {
  type Cell,
  type ReportBlock,
  type ReportColumn,
  type ReportDocument,
  type ReportRow,
  text,
  whole,
} from '../document';
import type { LedgerCourseData, LedgerData } from './ledger-data';

/** The period ledger as blocks, for spreadsheets: each journal's grid and its topics. On paper it has a form of its own. */
export function ledgerDocument(data: LedgerData, asOf: Date, only: readonly number[] | undefined): ReportDocument {
  const { heads = {} } = data.words;
  const courses = only ? data.courses.filter((_, place) => only.includes(place)) : data.courses;
  const { institution, group, interval, print } = data;
  const title = print.reportTitles.periodLedger;
  return {
    title,
    subtitle: `${data.words.group} ${group.name}, ${data.period.name} ${data.year} учебного года, ${dateRange(interval.from, interval.to)}`,
    organisation: institution.name,
    asOf: `записи на ${fullDateTime(asOf, institution.timeZone)}`,
    createdAt: asOf,
    fileName: `${title}, ${group.name}, ${fullDate(interval.from)}–${fullDate(interval.to)}`,
    paper: { landscape: true, bindingMarginMm: print.bindingMarginMm },
    blocks: [
      ...courses.flatMap((course) => courseBlocks(course, heads[course.sectionId])),
      { kind: 'note', text: data.legend },
    ],
  };
}

function courseBlocks(course: LedgerCourseData, head: string | undefined): ReportBlock[] {
  return [
    { kind: 'heading', text: head === undefined ? course.title : `${head}: ${course.title}` },
    {
      kind: 'keyValues',
      items: [
        { label: 'Преподаватель', value: text(course.teachers.join(', ')) },
        { label: 'По плану', value: text(hours(course.plannedHours)) },
        { label: 'Дано', value: text(hours(course.givenHours)) },
      ],
    },
    {
      kind: 'table',
      title: '',
      columns: gridColumns(course),
      rows: course.rows.map(gridRow),
      totals: gridTotals(course),
    },
    { kind: 'table', title: 'Занятия', columns: topicColumns, rows: course.lessons.map(topicRow), totals: [] },
  ];
}

function gridColumns({ lessons }: LedgerCourseData): ReportColumn[] {
  return [
    { title: '№', width: 8, align: 'centre', sticky: true },
    { title: 'ФИО', width: 44, align: 'left', sticky: true },
    ...lessons.map(
      ({ date }): ReportColumn => ({ title: fullDate(date).slice(0, 5), rotated: true, width: 8, align: 'centre' }),
    ),
    ...['Пропущено, ч', 'Долгов', 'Средний балл', 'Итог'].map(
      (title): ReportColumn => ({ title, rotated: true, width: 12, align: 'centre' }),
    ),
  ];
}

function gridRow(row: LedgerCourseData['rows'][number]): ReportRow {
  const closed = (column: number) => row.closed.find(({ from, to }) => from <= column && column <= to);
  const some = (count: number): Cell => (count === 0 ? null : whole(count));
  return [
    whole(row.no),
    text(row.name),
    ...row.cells.map(
      (cell, column): Cell =>
        cell ? { text: cell.text, strong: cell.failing } : closed(column) ? { text: '×' } : null,
    ),
    ...[some(row.missed), some(row.debts), averageCell(row.average), text(row.grade)],
  ];
}

/** The stored text «4,25» as a number again. */
function averageCell(average: string): Cell {
  return average === '' ? null : { number: Math.round(Number(average.replace(',', '.')) * 100), as: 'hundredths' };
}

function gridTotals({ lessons, absent, present }: LedgerCourseData): ReportRow[] {
  const line = (label: string, values: readonly (number | null)[]): ReportRow => [
    null,
    text(label),
    ...lessons.map(({ enteredAt }, column): Cell => {
      const value = enteredAt === null ? null : values[column];
      return typeof value === 'number' ? whole(value) : null;
    }),
    ...[null, null, null, null],
  ];
  return [line('Отсутствовало', absent), line('Присутствовало', present)];
}

const topicColumns: readonly ReportColumn[] = [
  { title: '№', width: 8, align: 'centre', sticky: true },
  { title: 'Тема', width: 44, align: 'left', sticky: true },
  { title: 'Дата', width: 20, align: 'centre' },
  { title: 'Часов', width: 10, align: 'centre' },
  { title: 'Тип', width: 12, align: 'centre' },
  { title: 'Домашнее задание', width: 50, align: 'left' },
  { title: 'Внесено', width: 34, align: 'left' },
];

function topicRow(lesson: LedgerCourseData['lessons'][number], index: number): ReportRow {
  const entered = [lesson.enteredAt, lesson.enteredBy].filter(Boolean).join(', ');
  return [
    ...[whole(index + 1), text(lesson.topic), text(fullDate(lesson.date)), whole(lesson.hours)],
    ...[text(lesson.type), text(lesson.homework), text(entered)],
  ];
}
