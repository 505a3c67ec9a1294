import type { FinalMark } from '@/domain/grading/quality';
import { markSign } from '@/domain/grading/scale';
import {
  averageOfFinals,
  type CourseSummary,
  courseSummary,
  type GroupSummary,
  groupSummary,
} from '@/domain/grading/summary';
import { average, dateRange, fullDateTime, percentage } from '@/texts/format';
import {
  type Cell,
  hundredths,
  percent,
  type ReportColumn,
  type ReportDocument,
  type ReportRow,
  text,
  whole,
} from '../document';
import type { SummaryData } from './summary-data';

/** The paper of a group's summary: marks, missed hours, sums by course and of the group (R-113, R-117; domain.md B.4, B.5). */
export function buildSummary(data: SummaryData): ReportDocument {
  const { columns, students, notAttested } = data;
  const main = (finals: readonly FinalMark[]) => finals.filter((_, place) => columns[place]?.main);
  const group = groupSummary(
    students.map(({ finals }) => main(finals)),
    notAttested.counted,
  );
  const marked = students.some(({ finals }) => finals.some((final) => final !== null));
  const rows = students.map(
    ({ no, name, finals, missed }): ReportRow => [
      whole(no),
      text(name),
      ...finals.map((final) => finalCell(final, notAttested.symbol)),
      hundredths(averageOfFinals(main(finals))),
      ...[missed.total, missed.valid, missed.invalid, missed.unclassified].map(hoursCell),
    ],
  );
  return {
    title: data.title,
    subtitle: `${data.words.group} ${data.group}, ${data.yearOfStudy} курс, ${data.period}, ${data.program}`,
    organisation: data.institution,
    asOf: `${data.title}, ${data.group}, записи на ${fullDateTime(data.asOf, data.timeZone)}`,
    createdAt: data.asOf,
    fileName: `${data.title}, ${data.group}, ${data.period}`,
    paper: { landscape: true, bindingMarginMm: data.bindingMarginMm },
    blocks: [
      ...(marked ? [] : [{ kind: 'note' as const, text: nothingYet(data) }]),
      { kind: 'table', title: '', columns: columnsOf(data), rows, totals: totalsOf(data) },
      ...(marked ? [{ kind: 'keyValues' as const, items: groupItems(group, students.length) }] : []),
      { kind: 'signatures', items: data.signatures },
    ],
  };
}

function nothingYet({ columns, interval }: SummaryData): string {
  if (columns.length === 0)
    return `За ${dateRange(interval.from, interval.to)} у группы нет дисциплин: учебный план на этот период не введён.`;
  return 'Итоговых отметок за этот период ещё нет: показатели появятся, когда преподаватели их выставят.';
}

function finalCell(final: FinalMark, symbol: string): Cell {
  if (final === null || final === 'exempt') return null;
  if (final === 'notAttested') return { text: symbol, strong: true };
  const sign = markSign(final);
  const strong = final === '2' || final === 'fail';
  return { ...(final === 'pass' || final === 'fail' ? { text: sign } : { number: Number(sign), as: 'whole' }), strong };
}

const hoursCell = (hours: number): Cell => (hours === 0 ? null : whole(hours));

function columnsOf({ columns, words, ofYear }: SummaryData): ReportColumn[] {
  const student = `${words.student.charAt(0).toUpperCase()}${words.student.slice(1)}`;
  const missed = { title: 'Пропущено часов', short: 'Пропуски, ч' };
  return [
    { title: '№', width: 7, align: 'centre', sticky: true },
    { title: student, width: 46, align: 'left', sticky: true },
    ...columns.map(
      (column): ReportColumn =>
        ofYear
          ? { title: column.period, group: { title: column.course, short: column.course }, width: 7, align: 'centre' }
          : {
              ...{ title: column.course, rotated: true, width: 7.6, align: 'centre' },
              group: { title: column.form, short: column.formShort },
            },
    ),
    { title: 'Средний балл', rotated: true, width: 9, align: 'centre' },
    ...['всего', 'по уважительной', 'без уважительной', 'причина не выяснена'].map(
      (title): ReportColumn => ({ title, group: missed, rotated: true, width: 8.5, align: 'centre' }),
    ),
  ];
}

/** One row a number, one column a course; the group's own sums stand under the table. */
function totalsOf({ columns, students, notAttested }: SummaryData): ReportRow[] {
  const sums = columns.map((_, place) =>
    courseSummary(
      students.map(({ finals }) => finals[place] ?? null),
      notAttested.counted,
    ),
  );
  const row = (label: string, cell: (sum: CourseSummary) => Cell): ReportRow => [
    null,
    text(label),
    ...sums.map(cell),
    ...[null, null, null, null, null],
  ];
  const hours = (pick: (missed: SummaryData['students'][number]['missed']) => number) =>
    whole(students.reduce((sum, { missed }) => sum + pick(missed), 0));
  const missed: ReportRow = [
    ...[null, text('Пропущено, ч'), ...columns.map(() => null), null],
    ...[hours(({ total }) => total), hours(({ valid }) => valid), hours(({ invalid }) => invalid)],
    hours(({ unclassified }) => unclassified),
  ];
  return [
    row('Успеваемость, %', ({ success }) => percent(success)),
    row('Качество, %', ({ quality }) => percent(quality)),
    row('СОУ, %', ({ learning }) => percent(learning)),
    row('Средний балл', (sum) => hundredths(sum.average)),
    missed,
  ];
}

function groupItems(group: GroupSummary, students: number) {
  const count = (label: string, value: number) => ({ label, value: whole(value) });
  return [
    { label: 'По группе (по обучающимся): успеваемость', value: text(percentage(group.success)) },
    { label: 'качество', value: text(percentage(group.quality)) },
    { label: 'СОУ', value: text(percentage(group.learning)) },
    { label: 'средний балл', value: text(average(group.average)) },
    ...[count('обучающихся', students), count('отличников', group.excellent), count('хорошистов', group.good)],
    ...[count('с одной «3»', group.oneThree), count('неуспевающих', group.failing)],
  ];
}
