import type { Actor } from '@/access/actor';
import { fullDateTime } from '@/texts/format';
import { type Cell, type ReportBlock, type ReportColumn, type ReportDocument, text, whole } from '../document';
import type { FulfilmentData, FulfilmentLine } from './load-fulfilment';

const title = 'Выполнение программ';

/** Plan against fact of every journal, then by teacher and by group (R-053; R-054 has the same hours in the ledger). */
export function buildFulfilment({ lines, institution, scope, words }: FulfilmentData, actor: Actor): ReportDocument {
  const periods = [...new Set(lines.map(({ period }) => period))].join(', ');
  const rows = lines.map((line, place) => [
    whole(place + 1),
    text(line.group),
    text(line.course),
    text(line.teachers.join(', ')),
    ...sums([line]),
    line.scheme ? whole(line.topics) : text('КТП нет'),
    line.scheme ? whole(line.topicsGiven) : null,
    text(lostWords(line)),
  ]);
  const blocks: ReportBlock[] = [
    {
      ...{ kind: 'table', title: '', columns: columnsOf(words), rows },
      totals: [[null, { text: 'Всего', strong: true }, null, null, ...sums(lines), null, null, null]],
    },
    summary(
      capital(words.teacher.many),
      capital(words.teacher.one),
      groupBy(lines, ({ teachers }) => teachers.join(', ') || 'не назначен'),
    ),
  ];
  const byGroup = groupBy(lines, ({ group }) => group);
  if (byGroup.size > 1) blocks.push(summary(capital(words.group.many), capital(words.group.one), byGroup));
  return {
    title,
    subtitle: [scope, periods].filter(Boolean).join(', '),
    organisation: institution,
    asOf: `${title}, ${scope}, записи на ${fullDateTime(actor.now, actor.timeZone)}`,
    createdAt: actor.now,
    fileName: `${title}, ${scope}`,
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks,
  };
}

const fields = ['planned', 'given', 'unwritten', 'ahead', 'short'] as const;

const sums = (lines: readonly FulfilmentLine[]): Cell[] =>
  fields.map((field) => whole(lines.reduce((sum, line) => sum + line[field], 0)));

function lostWords({ lost, scheme }: FulfilmentLine): string {
  if (!scheme) return '';
  return lost.length === 0 ? 'нет' : `№ ${lost.join(', ')}`;
}

function groupBy(
  lines: readonly FulfilmentLine[],
  keyOf: (line: FulfilmentLine) => string,
): Map<string, FulfilmentLine[]> {
  const groups = new Map<string, FulfilmentLine[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return new Map([...groups].sort(([one], [other]) => one.localeCompare(other, 'ru')));
}

function summary(heading: string, column: string, groups: Map<string, FulfilmentLine[]>): ReportBlock {
  return {
    kind: 'table',
    title: heading,
    columns: [{ title: column, width: 70, align: 'left', sticky: true }, ...hourColumns],
    rows: [...groups].map(([name, lines]) => [text(name), ...sums(lines)]),
    totals: [],
  };
}

const hourColumns: readonly ReportColumn[] = ['По плану', 'Дано', 'Не записано', 'Впереди', 'Не хватает'].map(
  (name) => ({
    ...{ title: name, width: 17, align: 'centre' as const },
    group: { title: 'Академические часы', short: 'Часы' },
  }),
);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const columnsOf = ({ group, course, teacher }: FulfilmentData['words']): readonly ReportColumn[] => [
  { title: '№', width: 8, align: 'centre', sticky: true },
  { title: capital(group.one), width: 24, align: 'left', sticky: true },
  { title: capital(course.one), width: 58, align: 'left', sticky: true },
  { title: capital(teacher.one), width: 34, align: 'left' },
  ...hourColumns,
  { title: 'Тем', width: 14, align: 'centre' },
  { title: 'Дано тем', width: 14, align: 'centre' },
  { title: 'Не будут даны темы', width: 30, align: 'left' },
];
