import type { ReactNode } from 'react';
import { Segments } from '@/ui/segments';
import type { CalendarYear } from '../calendar-view';

const pages = [
  ['/study/calendar', 'Периоды и дни'],
  ['/study/calendar/graph', 'График по группам'],
  ['/study/calendar/bells', 'Звонки'],
] as const;

type Props = {
  current: (typeof pages)[number][0];
  title: string;
  /** Where the page is of one year. */
  years?: { all: readonly CalendarYear[]; chosen: number | null };
  end?: ReactNode;
};

/** The heading of a page of the calendar, the way to its neighbours and to other years. */
export function CalendarTabs({ current, title, years, end }: Props) {
  const query = years?.chosen ? `?year=${years.chosen}` : '';
  return (
    <>
      <div className="day-head">
        <h1>{title}</h1>
        {end && <span className="push">{end}</span>}
      </div>
      <div className="calendar-tools">
        <Segments
          label="Календарь"
          items={pages
            .filter(([href]) => years?.chosen !== null || !href.endsWith('graph'))
            .map(([href, label]) => ({ href: `${href}${query}`, label, current: href === current }))}
        />
        {years && years.all.length > 1 && (
          <Segments
            label="Учебный год"
            items={years.all
              .slice(0, 4)
              .map(({ id, name }) => ({ href: `${current}?year=${id}`, label: name, current: id === years.chosen }))}
          />
        )}
      </div>
    </>
  );
}
