import type { Actor } from '@/access/actor';
import { dateRange, fullDate, fullDateTime, shortDate } from '@/texts/format';
import { type ReportColumn, type ReportDocument, type ReportRow, text, whole } from '../document';
import type { LogData, LogLine } from './load-log';

const title = 'Журнал замещённых и пропущенных занятий';

/** The register as it is kept on paper: who was away, why, who came, what was given (R-045; domain.md C). */
export function buildLog({ institution, words, group, from, to, lines }: LogData, actor: Actor): ReportDocument {
  const span = dateRange(from, to);
  return {
    title,
    subtitle: group ? `${group}, ${span}` : span,
    organisation: institution,
    asOf: `${title}, записи на ${fullDateTime(actor.now, actor.timeZone)}`,
    createdAt: actor.now,
    fileName: [title, group, span].filter(Boolean).join(', '),
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks: [
      ...(lines.length === 0
        ? ([{ kind: 'note', text: 'За эти дни все занятия шли по расписанию.' }] as const)
        : ([{ kind: 'table', title: '', columns: columnsOf(words), rows: lines.map(rowOf), totals: [] }] as const)),
      { kind: 'keyValues', items: sums(lines) },
      {
        kind: 'signatures',
        items: [
          { role: 'Диспетчер расписания', name: '' },
          { role: 'Заместитель директора', name: '' },
        ],
      },
    ],
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const columnsOf = ({ group, course }: LogData['words']): readonly ReportColumn[] => [
  { title: '№', width: 8, align: 'centre', sticky: true },
  { title: 'Дата', width: 19, align: 'left', sticky: true },
  { title: 'Пара', width: 10, align: 'centre' },
  { title: 'Часов', width: 11, align: 'centre' },
  { title: capital(group), width: 22, align: 'left' },
  { title: `${capital(course)} по расписанию`, width: 42, align: 'left' },
  { title: 'Отсутствовал', width: 30, align: 'left' },
  { title: 'Причина, приказ', width: 38, align: 'left' },
  { title: 'Кто провёл', width: 30, align: 'left' },
  { title: 'Что проведено', width: 42, align: 'left' },
  { title: 'Подпись', width: 18, align: 'left' },
];

function rowOf(line: LogLine, place: number): ReportRow {
  const { date, classPeriod, hours, group, course, absent, reason, orderNumber, orderedOn, by } = line;
  const order = orderNumber === '' ? '' : `приказ № ${orderNumber}${orderedOn ? ` от ${fullDate(orderedOn)}` : ''}`;
  return [
    whole(place + 1),
    text(fullDate(date)),
    whole(classPeriod),
    whole(hours),
    text(group),
    text(course),
    text(absent),
    text([reason, order].filter(Boolean).join(', ')),
    text(by),
    text(given(line)),
    null,
  ];
}

function given({ kind, topic, instead, movedTo, movedPair, course }: LogLine): string {
  switch (kind) {
    case 'cancelled':
      return 'не проведено';
    case 'moved':
      return `перенесено на ${movedTo ? shortDate(movedTo) : ''}, ${movedPair}-я пара`;
    case 'replaced':
      return [instead ?? '', topic].filter(Boolean).join(': ');
    case 'substituted':
      return topic || course;
  }
}

function sums(lines: readonly LogLine[]) {
  const of = (kind: LogLine['kind']): number =>
    lines.filter((line) => line.kind === kind).reduce((sum, { hours }) => sum + hours, 0);
  return [
    { label: 'Замещено, часов', value: whole(of('substituted')) },
    { label: 'Дано другое вместо, часов', value: whole(of('replaced')) },
    { label: 'Перенесено, часов', value: whole(of('moved')) },
    { label: 'Пропущено, часов', value: whole(of('cancelled')) },
  ];
}
