import { memo } from 'react';
import { monthName, weekdayShort } from '@/texts/format';
import type { LessonState } from '../client/journal-state';
import type { JournalRegulation } from '../journal-regulation';

type GridHeadProps = {
  lessons: readonly LessonState[];
  shown: readonly number[];
  looks: string;
  today: string;
  period: string;
  regulation: JournalRegulation;
};

/** Months, days, weekdays with the kind of lesson: the paper form's own head. */
export const GridHead = memo(function GridHead({ lessons, shown, looks, today, period, regulation }: GridHeadProps) {
  const columns = shown.flatMap((index) => lessons[index] ?? []);
  const classes = looks.split('|');
  return (
    <thead>
      <tr className="mo">
        <th rowSpan={3} scope="col">
          №
        </th>
        <th rowSpan={3} scope="col" className="ml nm">
          Фамилия, имя
        </th>
        {monthsOf(columns).map((month) => (
          <th key={month.key} colSpan={month.count} scope="colgroup" className="ml">
            {month.name}
          </th>
        ))}
        <th colSpan={5} scope="colgroup" className="sm">
          {period}
        </th>
      </tr>
      <tr className="dy">
        {columns.map((lesson, index) => (
          <th
            key={lesson.id}
            scope="col"
            className={`${classes[index]} ${headLook(lesson, today)}`.trim() || undefined}
          >
            {Number(lesson.date.slice(8))}
            {lesson.substitute ? <sup className="z">з</sup> : isOverdue(lesson, today) ? <sup>!</sup> : null}
          </th>
        ))}
        <SummaryHeads />
      </tr>
      <tr className="ty">
        {columns.map((lesson, index) => (
          <th key={lesson.id} scope="col" className={classes[index] || undefined}>
            <span>{weekdayShort(lesson.date)} </span>
            {regulation.lessonTypes.find((type) => type.id === lesson.type)?.short}
          </th>
        ))}
      </tr>
    </thead>
  );
});

function SummaryHeads() {
  return (
    <>
      <th rowSpan={2} scope="col" className="ms">
        пропуски
        <br />ч / неув.
      </th>
      <th rowSpan={2} scope="col" className="db">
        долги
        <br />•
      </th>
      <th rowSpan={2} scope="col" className="av">
        сред-
        <br />
        ний
      </th>
      <th rowSpan={2} scope="col" className="pr">
        предла-
        <br />
        гается
      </th>
      <th rowSpan={2} scope="col" className="fi">
        итого-
        <br />
        вая
      </th>
    </>
  );
}

/** A lesson past its day that still lacks something that the regulation asks for. */
export function isOverdue(lesson: LessonState, today: string): boolean {
  return lesson.date < today && lesson.missing.length > 0;
}

function headLook(lesson: LessonState, today: string): string {
  if (isOverdue(lesson, today)) return 'bad';
  return lesson.late ? 'late' : '';
}

function monthsOf(columns: readonly LessonState[]): { key: string; name: string; count: number }[] {
  const months: { key: string; name: string; count: number }[] = [];
  for (const { date } of columns) {
    const key = date.slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.count += 1;
    else months.push({ key, name: columns.length < 4 ? monthName(date).slice(0, 3) : monthName(date), count: 1 });
  }
  return months;
}
