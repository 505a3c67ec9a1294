/** What a scheme of work is in: written, waiting for a decision, back with remarks, in force. */
export type SchemeState = 'draft' | 'sent' | 'approved' | 'returned';

/**
 * A line of a КТП as it is edited: every cell is the text that stands in it, right or wrong. `key` tells lines apart while they
 * have no `id` yet. An empty `part` goes on with the section above; `lessonType` is an id of the regulation's kinds.
 */
export type TopicRow = {
  readonly key: string;
  readonly id: number | null;
  readonly part: string;
  readonly title: string;
  readonly lessonType: string;
  readonly hours: string;
  readonly content: string;
  readonly homework: string;
  readonly materials: string;
};

export const topicFields = ['part', 'title', 'lessonType', 'hours', 'content', 'homework', 'materials'] as const;
export type TopicField = (typeof topicFields)[number];
export type TopicCells = Pick<TopicRow, TopicField>;

/** Longest texts of the cells. */
export const topicLimits = { part: 300, title: 500, content: 4000, homework: 2000, materials: 2000 } as const;
export const mostTopics = 500;
const mostHours = 36;

/** Academic hours as typed: «2», «2,0», «2 ч»; null for what is no whole number from 1 to 36. */
export function readHours(typed: string): number | null {
  const digits = /^(\d{1,3})(?:[.,]0+)?\s*(?:ч\.?|час(?:а|ов)?)?$/i.exec(typed.trim())?.[1];
  const hours = Number(digits ?? 0);
  return hours >= 1 && hours <= mostHours ? hours : null;
}

/** What is wrong with the cells of a line, in Russian, by its field. */
export function topicFaults(row: TopicCells, lessonTypes: ReadonlySet<string>): Partial<Record<TopicField, string>> {
  const faults: Partial<Record<TopicField, string>> = {};
  for (const field of ['part', 'title', 'content', 'homework', 'materials'] as const) {
    if (row[field].trim().length > topicLimits[field]) faults[field] = `Длиннее ${topicLimits[field]} знаков`;
  }
  if (row.title.trim() === '') faults.title = 'Нет темы';
  if (readHours(row.hours) === null) {
    faults.hours = row.hours.trim() === '' ? 'Нет часов' : `Часы — целое число от 1 до ${mostHours}`;
  }
  if (!lessonTypes.has(row.lessonType)) faults.lessonType = 'Выберите вид занятия';
  return faults;
}

/** Academic hours of lines, those that are understood. */
export function hoursOfRows(rows: readonly Pick<TopicRow, 'hours'>[]): number {
  return rows.reduce((sum, { hours }) => sum + (readHours(hours) ?? 0), 0);
}

/** Every line with the name of its section, as it is stored. */
export function withParts<Row extends { readonly part: string }>(rows: readonly Row[]): Row[] {
  let part = '';
  return rows.map((row) => {
    part = row.part.trim() || part;
    return { ...row, part };
  });
}

/** The name of a section only at its first line, as it is edited. */
export function withoutRepeatedParts<Row extends { readonly part: string }>(rows: readonly Row[]): Row[] {
  return rows.map((row, place) => (row.part === rows[place - 1]?.part ? { ...row, part: '' } : row));
}
