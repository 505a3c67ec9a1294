import { Section } from '@/ui/section';
import { Segments } from '@/ui/segments';
import type { YearView } from '../year-view';
import { ClosingSection } from './closing-section';
import { PlaceSection } from './place-section';
import { YearTable } from './year-table';

/** The year at a glance: where it stands, one chosen place in full, all groups and periods. */
export function YearPage({ view }: { view: YearView }) {
  const { years, year, periods, groups, may, place } = view;
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Учебный год {year.name}</h1>
        {years.length > 1 && (
          <Segments
            label="Учебные годы"
            items={years.slice(0, 4).map(({ id, name, closed }) => ({
              href: `/year?year=${id}`,
              label: closed ? `${name}, закрыт` : name,
              current: id === year.id,
            }))}
          />
        )}
      </div>
      <ClosingSection view={view} />
      {place && <PlaceSection place={place} view={view} />}
      <Section id="groups" title="Группы и периоды" note={`групп: ${groups.length}`}>
        <YearTable yearId={year.id} periods={periods} groups={groups} mayLock={may.lock && view.closing === null} />
      </Section>
    </div>
  );
}
