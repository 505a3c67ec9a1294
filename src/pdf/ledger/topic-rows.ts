import { mm } from '../sheet';
import { textWidth } from '../text-width';
import { type RichLine, type TextRun, wrapRuns, wrapText } from '../wrap';
import type { LedgerLesson } from './book';
import type { LedgerLabels } from './labels';

/** Type of the topics page: sizes in points, heights in millimetres. */
export const topicType = { size: 9, lead: 3.45, enteredSize: 8, enteredLead: 3.3, padding: 0.6 } as const;

/** Left edges and the right end of the columns date · hours · type · topic · homework · entered, from the page's left margin. */
export function topicColumns(width: number): readonly [number, number, number, number, number, number, number] {
  const homework = (width - 61) * 0.385;
  return [0, 13, 24, 33, width - 28 - homework, width - 28, width];
}

/** A lesson broken into lines, or the part of one that stands on a page. */
export type TopicRow = {
  lesson: LedgerLesson;
  topic: string[];
  homework: string[];
  entered: RichLine[];
  /** Narrows the lines of `entered` that stand on one line by need. */
  enteredScale: number;
  height: number;
  continued: boolean;
};

/** Breaks a lesson's texts into lines; `height` is what it needs, at least one pitch. */
export function measureLesson(lesson: LedgerLesson, width: number, pitch: number, labels: LedgerLabels): TopicRow {
  const at = topicColumns(width);
  const topic = lesson.topic ? wrapText(lesson.topic, 'regular', topicType.size, (at[4] - at[3] - 2) * mm) : [];
  const homework = lesson.homework
    ? wrapText(lesson.homework, 'regular', topicType.size, (at[5] - at[4] - 2) * mm)
    : [];
  const oneLine = topic.length < 2 && homework.length < 2 && pitch < 2 * topicType.enteredLead + topicType.padding;
  const { lines, scale } = enteredLines(lesson, (at[6] - at[5] - 1.4) * mm, oneLine, labels);
  const need = Math.max(Math.max(topic.length, homework.length) * topicType.lead, lines.length * topicType.enteredLead);
  const height = Math.max(pitch, need + topicType.padding);
  return { lesson, topic, homework, entered: lines, enteredScale: scale, height, continued: false };
}

function enteredLines(lesson: LedgerLesson, width: number, oneLine: boolean, labels: LedgerLabels) {
  const runs: TextRun[] = lesson.substituted ? [{ text: `${labels.substitutePrefix} `, bold: true }] : [];
  // Initials stay together: «Мухаметшин / Р. И.», not «Мухаметшин Р. / И.»
  const name = lesson.enteredBy.replace(/(\p{Lu}\.) (?=\p{Lu}\.)/gu, '$1\u00a0');
  const both = [name, lesson.enteredAt].filter((part) => part !== '');
  const inline: TextRun[] = [...runs, { text: both.join(', ') }];
  const wide = inline.reduce((sum, { text, bold }) => sum + textWidth(text, bold ? 'bold' : 'regular', 8), 0);
  if (oneLine && wide * 0.78 <= width) return { lines: [inline], scale: Math.min(1, width / wide) };
  const lines = lesson.substituted
    ? wrapRuns(inline, topicType.enteredSize, width)
    : both.flatMap((text) => wrapRuns([{ text }], topicType.enteredSize, width));
  return { lines, scale: 1 };
}

/** Rows of one page as high as they stand: whole pitches where all fit, so that the rules run across the fold. */
export function settleHeights(rows: readonly TopicRow[], pitch: number, room: number): TopicRow[] | null {
  const whole = rows.map((row) => ({ ...row, height: Math.ceil(row.height / pitch - 0.01) * pitch }));
  if (rowsHeight(whole) <= room) return whole;
  return rowsHeight(rows) <= room ? [...rows] : null;
}

export const rowsHeight = (rows: readonly TopicRow[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** Cuts a lesson that is higher than a page into parts, each no higher than `room` millimetres. */
export function splitRow(row: TopicRow, room: number): TopicRow[] {
  const capacity = Math.max(1, Math.floor((room - topicType.padding) / topicType.lead));
  const count = Math.ceil(Math.max(row.topic.length, row.homework.length, row.entered.length) / capacity);
  return Array.from({ length: count }, (_, i) => {
    const part = {
      topic: row.topic.slice(i * capacity, (i + 1) * capacity),
      homework: row.homework.slice(i * capacity, (i + 1) * capacity),
      entered: row.entered.slice(i * capacity, (i + 1) * capacity),
    };
    const lines = Math.max(part.topic.length, part.homework.length, part.entered.length);
    return { ...row, ...part, height: lines * topicType.lead + topicType.padding, continued: i > 0 };
  });
}
