import type { Actor } from '@/access/actor';
import { dateRange, fullDate, fullDateTime } from '@/texts/format';
import { type Cell, type ReportColumn, type ReportDocument, type ReportRow, text, whole } from '../document';
import type { AccessData, AccessLine } from './load-access';

const title = 'Отчёт о доступе к журналу';

/** First how much each person entered and how much of it late, then every change, the latest first. */
export function buildAccess({ institution, group, days, lines, omitted }: AccessData, actor: Actor): ReportDocument {
  const span = days === null ? 'весь период' : dateRange(days.from, days.to);
  return {
    title,
    subtitle: `${group}, ${span}`,
    organisation: institution,
    asOf: `${title}, ${group}, записи на ${fullDateTime(actor.now, actor.timeZone)}`,
    createdAt: actor.now,
    fileName: `${title}, ${group}, ${span}`,
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks: [
      ...notes(lines.length, omitted),
      ...(lines.length === 0
        ? []
        : ([
            { kind: 'table', title: 'По сотрудникам', columns: people, rows: peopleRows(lines, actor), totals: [] },
            {
              kind: 'table',
              title: 'Записи',
              columns: changes,
              rows: lines.map((line) => rowOf(line, actor)),
              totals: [],
            },
          ] as const)),
    ],
  };
}

function notes(listed: number, omitted: number): ReportDocument['blocks'] {
  if (listed === 0) return [{ kind: 'note', text: 'За эти дни в журналах ничего не записано.' }];
  if (omitted === 0) return [];
  return [
    {
      kind: 'note',
      text: `Показаны последние записи: ${listed}, более ранних ещё ${omitted}. Их видно, если выбрать другие дни.`,
    },
  ];
}

const people: readonly ReportColumn[] = [
  { title: '№', width: 7, align: 'centre' },
  { title: 'Сотрудник', width: 60, align: 'left' },
  { title: 'Записей', width: 20, align: 'centre' },
  { title: 'Позже срока', width: 24, align: 'centre' },
  { title: 'Последняя', width: 34, align: 'left' },
];

/** Who was late most stands first. */
function peopleRows(lines: readonly AccessLine[], { timeZone }: Actor): ReportRow[] {
  const found = new Map<string, { count: number; late: number; last: Date }>();
  for (const { by, at, late } of lines) {
    const sums = found.get(by) ?? { count: 0, late: 0, last: at };
    found.set(by, { count: sums.count + 1, late: sums.late + (late ? 1 : 0), last: sums.last });
  }
  return [...found]
    .sort(([one, left], [other, right]) => right.late - left.late || one.localeCompare(other, 'ru'))
    .map(([by, { count, late, last }], place) => [
      whole(place + 1),
      text(by),
      whole(count),
      late === 0 ? null : { ...counted(late), strong: true },
      text(fullDateTime(last, timeZone)),
    ]);
}

const counted = (value: number) => ({ number: value, as: 'whole' }) as const;

const changes: readonly ReportColumn[] = [
  { title: 'Когда', width: 28, align: 'left' },
  { title: 'Сотрудник', width: 36, align: 'left' },
  { title: 'Дисц.', width: 20, align: 'left' },
  { title: 'Занятие, период', width: 52, align: 'left' },
  { title: 'Студент', width: 36, align: 'left' },
  { title: 'Действие', width: 70, align: 'left' },
  { title: 'Срок', width: 16, align: 'left' },
];

function rowOf({ at, by, course, lesson, student, late, ...change }: AccessLine, { timeZone }: Actor): ReportRow {
  const place = [lesson.date === null ? '' : fullDate(lesson.date), lesson.words].filter(Boolean).join(', ');
  const term: Cell = late ? { text: 'позже', strong: true } : null;
  return [
    text(fullDateTime(at, timeZone)),
    text(by),
    text(course),
    text(place),
    text(student),
    text(actionOf(change)),
    term,
  ];
}

/** «добавлено: отметка, 4», «изменено: отметка, было 3, стало 4», «удалено: тема, Ветвления». */
function actionOf({ what, before, after }: Pick<AccessLine, 'what' | 'before' | 'after'>): string {
  if (before === null) return `добавлено: ${what}, ${after ?? '–'}`;
  return after === null ? `удалено: ${what}, ${before}` : `изменено: ${what}, было ${before}, стало ${after}`;
}
