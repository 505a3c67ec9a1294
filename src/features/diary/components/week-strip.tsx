import Link from 'next/link';
import { isFailing, markSign } from '@/domain/grading/scale';
import type { LocalDate } from '@/domain/types';
import { dayMonth, weekdayShort } from '@/texts/format';
import type { DiaryDay } from '../diary-view';

type WeekStripProps = {
  days: readonly DiaryDay[];
  selected: LocalDate;
  today: LocalDate;
  /** Address of a day's page. */
  hrefOf: (date: LocalDate) => string;
};

/** The week in one line: under each day its marks, so that they are seen in two seconds. */
export function WeekStrip({ days, selected, today, hrefOf }: WeekStripProps) {
  return (
    <nav className="week-strip" aria-label="Дни недели">
      {days.map((day) => (
        <Link
          key={day.date}
          href={hrefOf(day.date)}
          prefetch={false}
          scroll={false}
          aria-current={day.date === selected ? 'date' : undefined}
        >
          <span aria-hidden="true">{weekdayShort(day.date)}</span>
          <b aria-hidden="true">{Number(day.date.slice(8))}</b>
          <span className="sr-only">{dayMonth(day.date)}: </span>
          <DayMarks day={day} today={today} />
        </Link>
      ))}
    </nav>
  );
}

function DayMarks({ day, today }: { day: DiaryDay; today: LocalDate }) {
  const marks = day.lessons.flatMap((lesson) => lesson.marks);
  if (marks.length > 0) {
    return (
      <span className="week-marks">
        {marks.map(({ value, work }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two equal marks for one kind of work are possible
          <i key={`${work} ${index}`} className={isFailing(value) ? 'mark-fail' : undefined}>
            {markSign(value)}{' '}
          </i>
        ))}
      </span>
    );
  }
  if (day.lessons.length === 0) return <span>{day.note ? 'отдых' : 'нет пар'}</span>;
  if (day.date > today) return <span>впереди</span>;
  return (
    <span>
      <span aria-hidden="true">–</span>
      <span className="sr-only">отметок нет</span>
    </span>
  );
}
