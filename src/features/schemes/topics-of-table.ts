import { readHours, type TopicCells } from '@/domain/schemes/topic-rows';
import { matchColumns, type Sought } from '@/tabular/match-columns';
import type { Table, TableRow } from '@/tabular/table';
import { isSheetError, tidy } from '@/tabular/values/parsed';
import type { LessonTypeChoice } from './scheme-view';

/** Lines of a КТП as they were found; `unread`: titles of columns that nobody knows. */
export type FoundTopics = { topics: TopicCells[]; unread: readonly string[] };

type Column = 'number' | 'part' | 'title' | 'lessonType' | 'hours' | 'content' | 'homework' | 'materials';
type Places = ReadonlyMap<Column, number>;

const sought: readonly Sought<Column>[] = [
  { key: 'number', title: '№', aliases: ['№ п/п', '№ урока', '№ занятия', 'номер', 'п/п', 'n'] },
  { key: 'part', title: 'Раздел', aliases: ['Наименование раздела', 'Название раздела', 'Модуль', 'Глава'] },
  {
    key: 'title',
    title: 'Тема',
    aliases: [
      ...['Тема занятия', 'Тема урока', 'Темы', 'Наименование темы', 'Название темы', 'Наименование тем'],
      ...['Наименование разделов и тем', 'Наименование раздела и темы', 'Разделы и темы', 'Темы занятий'],
    ],
  },
  { key: 'lessonType', title: 'Вид занятия', aliases: ['Вид', 'Тип', 'Тип занятия', 'Тип урока', 'Форма занятия'] },
  {
    key: 'hours',
    title: 'Часы',
    aliases: ['Час', 'Часов', 'Кол-во часов', 'Количество часов', 'Объём часов', 'Объем в часах', 'Всего часов', 'Ч'],
  },
  {
    key: 'content',
    title: 'Содержание',
    aliases: ['Содержание занятия', 'Содержание материала', 'Содержание учебного материала', 'Содержание темы'],
  },
  {
    key: 'homework',
    title: 'ДЗ',
    aliases: ['Д/З', 'Домашнее задание', 'Домашняя работа', 'Задание на дом', 'Задания на дом', 'Домашние задания'],
  },
  {
    key: 'materials',
    title: 'Материалы',
    aliases: ['Литература', 'Источники', 'Оборудование', 'Средства обучения', 'Наглядные пособия', 'Ресурсы'],
  },
];

/**
 * A КТП from a table: columns by their titles, or without titles «тема; часы; содержание; ДЗ; материалы» with or without numbers in
 * front. A line that names a section names it for the topics under it, sums are left out. Nothing is judged here: a bad
 * cell stays in its place as it is.
 */
export function topicsOfTable(table: Table, lessonTypes: readonly LessonTypeChoice[]): FoundTopics {
  const matched = matchColumns(table, sought);
  const headed = matched?.at.has('title') ? matched : null;
  const rows = headed?.rows ?? table.rows;
  const at = headed?.at ?? guessColumns(rows);
  const topics: TopicCells[] = [];
  let part = '';
  for (const row of rows) {
    const cell = (column: Column) => clean(row.cells[at.get(column) ?? -1] ?? '');
    const named = partOf(row, cell('title'));
    if (named !== null) part = named;
    else if (!isSum(row) && (cell('title') !== '' || cell('hours') !== '')) {
      const own = cell('part');
      const isNew = own !== '' && own !== lastPart(topics);
      topics.push({
        ...{ part: isNew ? own : part, title: cell('title'), hours: plainHours(cell('hours')) },
        lessonType: lessonTypeOf(cell('lessonType'), cell('title'), lessonTypes),
        ...{ content: cell('content'), homework: cell('homework'), materials: cell('materials') },
      });
      part = '';
    }
  }
  return { topics, unread: headed?.unread ?? [] };
}

const clean = (text: string): string => (isSheetError(text) ? '' : text.replaceAll('\u00A0', ' ').trim());
const lastPart = (topics: readonly TopicCells[]): string => topics.findLast(({ part }) => part !== '')?.part ?? '';
const plainHours = (typed: string): string => String(readHours(typed) ?? typed);

/** «Раздел 1. Основы» alone in its line. */
function partOf({ cells }: TableRow, title: string): string | null {
  const filled = cells.map(clean).filter((cell) => cell !== '');
  const [only = ''] = filled.filter((cell) => readHours(cell) === null);
  const alone = filled.length <= 2 && (title === '' || title === only);
  return alone && /^(раздел|модуль|глава|часть|блок|семестр|\S+ семестр)(\s|\.|:|$)/i.test(only) ? tidy(only) : null;
}

function isSum({ cells }: TableRow): boolean {
  const [first = ''] = cells.map(clean).filter((cell) => cell !== '');
  return /^(итого|всего|в том числе)(\s|:|$)/i.test(first);
}

/** Without titles: a column of hours, the words before it are the topic, those behind it follow in the usual order. */
function guessColumns(rows: readonly TableRow[]): Places {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const share = (column: number, fits: (cell: string) => boolean) =>
    rows.filter(({ cells }) => fits(clean(cells[column] ?? ''))).length / Math.max(1, rows.length);
  const isHours = (column: number) => share(column, (cell) => readHours(cell) !== null) > 0.5;
  const columns = Array.from({ length: width }, (_, column) => column);
  const words = columns.find((column) => !isHours(column) && share(column, (cell) => /\p{L}{2}/u.test(cell)) > 0.5);
  const title = words ?? 0;
  const at = new Map<Column, number>([['title', title]]);
  const hours = columns.find((column) => column > title && isHours(column));
  if (hours !== undefined) at.set('hours', hours);
  const rest = columns.filter((column) => column > title && column !== hours);
  for (const [place, key] of (['content', 'homework', 'materials'] as const).entries()) {
    const column = rest[place];
    if (column !== undefined) at.set(key, column);
  }
  return at;
}

const byTitle: readonly (readonly [words: RegExp, id: string])[] = [
  [/^(лаборатор)/i, 'labClass'],
  [/^(практическ)/i, 'practicalClass'],
  [/^(контрольн|дифференцированный зач|зач[её]т)/i, 'control'],
  [/^(консультац)/i, 'consultation'],
  [/^(семинар)/i, 'seminar'],
];

/** The kind by its name or short name; what nobody knows stays as it was written; without words the topic tells it. */
export function lessonTypeOf(words: string, title: string, lessonTypes: readonly LessonTypeChoice[]): string {
  const wanted = words.toLowerCase();
  const named = lessonTypes.find(({ id, label, short }) =>
    [id, label, short].some((name) => name.toLowerCase() === wanted),
  );
  if (named) return named.id;
  if (words !== '') return words;
  const told = byTitle.find(([begins, id]) => begins.test(title) && lessonTypes.some((type) => type.id === id));
  return told?.[1] ?? lessonTypes[0]?.id ?? '';
}
