import type { Sheet } from '../sheet';
import { mm } from '../sheet';
import { textWidth } from '../text-width';
import { type Block, drawBlocks } from './blocks';
import type { LedgerBook, LedgerCourse } from './book';
import { courseHead, drawField } from './field';
import { fillLabel } from './labels';
import { centredBaseline, type Frame, paper, weight } from './paper';
import { drawInBox } from './text-box';
import { type TopicRow, topicColumns, topicType } from './topic-rows';

export type TopicsPage = {
  book: LedgerBook;
  course: LedgerCourse;
  /** Lessons of the spread, for the dates in the head. */
  from: number;
  to: number;
  rows: readonly TopicRow[];
  closing: readonly Block[];
  /** A page after the spread: names the course again and says that it continues. */
  further: boolean;
  pitch: number;
  frame: Frame;
};

const headRule = { size: 9, minSize: 6, minScale: 0.75, lead: 1.2 };
const dateRule = { size: 10, minSize: 6, minScale: 0.7, lead: 1 };
const shortRule = { size: 9, minSize: 6, minScale: 0.6, lead: 1 };

/** Right page of a spread: its lessons with topics, homework and who entered them; under the last ones the closing. */
export function drawTopicsPage(sheet: Sheet, page: TopicsPage): void {
  const { course, rows, closing, frame, pitch, further } = page;
  drawFields(sheet, page);
  if (further && rows.length === 0) {
    drawBlocks(sheet, frame, paper.tableTop, closing);
    return;
  }
  drawHeads(sheet, page);
  let top: number = paper.bodyTop;
  for (const row of rows) {
    drawLesson(sheet, page, row, top);
    top += row.height;
    if (row !== rows.at(-1)) sheet.line(frame.left, top, frame.right, top, weight.thin);
  }
  if (course.lessons.length === 0) {
    sheet.textCentre(
      frame.left + frame.width / 2,
      centredBaseline(top + pitch / 2, 9),
      page.book.labels.noLessons,
      'italic',
      9,
    );
    top += pitch;
  }
  drawFrame(sheet, frame, top, course.lessons.length > 0);
  drawBlocks(sheet, frame, top, closing);
}

function drawFields(sheet: Sheet, { book, course, from, to, frame, further }: TopicsPage): void {
  const { labels } = book;
  const [first, second] = paper.fieldBaselines;
  if (further)
    drawField(sheet, { x: frame.left, right: frame.right, baseline: first }, courseHead(book, course), course.title);
  else drawField(sheet, { x: frame.left, right: frame.right, baseline: first }, labels.teacher, course.teachers);
  const [head, tail] = [course.lessons[from], course.lessons[to - 1]];
  const dates = head && tail ? lessonDates(labels, head.longDate, tail.longDate) : '';
  const numbered = head?.number && tail?.number ? numberRange(labels, head.number, tail.number) : '';
  const known = [dates, [numbered, course.schemeText].filter((part) => part !== '').join(' ')].filter(
    (part) => part !== '',
  );
  const value = further ? `${known.join(', ')} ${labels.continuation}` : known.join(', ');
  drawField(sheet, { x: frame.left, right: frame.right, baseline: second }, labels.lessons, value, {
    face: 'regular',
    size: 10,
  });
}

function lessonDates(labels: LedgerBook['labels'], from: string, to: string): string {
  return from === to ? from : fillLabel(labels.lessonsRange, { from, to });
}

function numberRange(labels: LedgerBook['labels'], from: string, to: string): string {
  return from === to ? `${labels.no} ${from}` : fillLabel(labels.lessonNumbers, { from, to });
}

function drawHeads(sheet: Sheet, { book, frame }: TopicsPage): void {
  const { labels } = book;
  const at = topicColumns(frame.width);
  const heads = [
    labels.lessonDate,
    labels.lessonHours,
    labels.lessonType,
    labels.lessonTopic,
    labels.lessonHomework,
    labels.lessonEntered,
  ];
  const height = paper.bodyTop - paper.tableTop;
  heads.forEach((head, i) => {
    const [from, to] = [at[i] ?? 0, at[i + 1] ?? 0];
    drawInBox(
      sheet,
      head,
      'regular',
      { x: frame.left + from + 0.5, y: paper.tableTop, width: to - from - 1, height },
      headRule,
    );
  });
}

function drawLesson(sheet: Sheet, { frame }: TopicsPage, row: TopicRow, top: number): void {
  const { lesson, height } = row;
  const at = topicColumns(frame.width);
  const box = (i: 0 | 1 | 2) => ({
    x: frame.left + at[i] + 0.4,
    y: top,
    width: at[(i + 1) as 1 | 2 | 3] - at[i] - 0.8,
    height,
  });
  drawInBox(sheet, lesson.date, 'regular', box(0), dateRule);
  if (!row.continued) {
    drawInBox(sheet, lesson.hours, 'regular', box(1), shortRule);
    drawInBox(sheet, lesson.type, 'regular', box(2), shortRule);
  }
  drawLines(sheet, row.topic, frame.left + at[3] + 1, top, height);
  drawLines(sheet, row.homework, frame.left + at[4] + 1, top, height);
  drawEntered(sheet, row, frame.left + (at[5] + at[6]) / 2, top);
  if (lesson.late && !row.continued) sheet.corner(frame.right, top, 1.4);
}

function drawLines(sheet: Sheet, lines: readonly string[], x: number, top: number, height: number): void {
  const first = top + (height - lines.length * topicType.lead) / 2;
  lines.forEach((line, i) => {
    const middle = first + (i + 0.5) * topicType.lead;
    sheet.text(x, centredBaseline(middle, topicType.size), line, 'regular', topicType.size);
  });
}

function drawEntered(sheet: Sheet, { entered, enteredScale, height }: TopicRow, centre: number, top: number): void {
  const { enteredSize: size, enteredLead: lead } = topicType;
  const first = top + (height - entered.length * lead) / 2;
  entered.forEach((line, i) => {
    const widths = line.map(({ text, bold }) => (textWidth(text, bold ? 'bold' : 'regular', size) * enteredScale) / mm);
    let x = centre - widths.reduce((sum, width) => sum + width, 0) / 2;
    line.forEach(({ text, bold }, part) => {
      const baseline = centredBaseline(first + (i + 0.5) * lead, size);
      sheet.text(x, baseline, text, bold ? 'bold' : 'regular', size, enteredScale);
      x += widths[part] ?? 0;
    });
  });
}

function drawFrame(sheet: Sheet, frame: Frame, bottom: number, columns: boolean): void {
  sheet.box(frame.left, paper.tableTop, frame.width, bottom - paper.tableTop, weight.thick);
  sheet.line(frame.left, paper.bodyTop, frame.right, paper.bodyTop, weight.thick);
  for (const at of topicColumns(frame.width).slice(1, -1)) {
    sheet.line(frame.left + at, paper.tableTop, frame.left + at, columns ? bottom : paper.bodyTop, weight.thin);
  }
}
