import Link from 'next/link';
import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import { Meter } from '@/ui/meter';
import { State } from '@/ui/sign';
import type { GroupRow, LoadOverview } from '../load-view';
import { AdoptLoad } from './adopt-load-button';
import './load.css';
import { LoadNav } from './load-nav';

/** The load of a year by group: what is not opened, not given, not by the plan. */
export function OverviewPage({ view }: { view: LoadOverview }) {
  const sum = (of: (row: GroupRow) => number): number => view.groups.reduce((all, row) => all + of(row), 0);
  const unassigned = sum((row) => row.unassigned);
  return (
    <div className="single-wide">
      <Link href="/study" prefetch={false}>
        ‹ Учебная часть
      </Link>
      <div className="day-head">
        <h1>Учебная нагрузка {view.year.name}</h1>
        {unassigned > 0 && (
          <State kind="overdue" strong>
            {counted(unassigned, 'журнал', 'журнала', 'журналов')} без преподавателя
          </State>
        )}
        {view.mayEnter && view.withoutOrder > 0 && (
          <span className="push">
            <AdoptLoad yearId={view.year.id} count={view.withoutOrder} today={view.today} />
          </span>
        )}
      </div>
      <LoadNav here="" choice={view} />
      {view.groups.length === 0 ? (
        <EmptyState title="В этом году никто не учится.">
          Сначала откройте группам учебные периоды в календаре.
        </EmptyState>
      ) : (
        <table className="tb tb-cards tb-hover">
          <thead>
            <tr>
              <th scope="col">Группа</th>
              <th scope="col">Журналы открыты</th>
              <th scope="col">Без преподавателя</th>
              <th scope="col">Часы не по плану</th>
              <th scope="col">Подгруппы</th>
            </tr>
          </thead>
          <tbody>
            {view.groups.map((row) => (
              <Row key={row.id} row={row} yearId={view.year.id} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ row, yearId }: { row: GroupRow; yearId: number }) {
  const { id, name, lines, opened, unassigned, differs, reviews, loose } = row;
  return (
    <tr>
      <th scope="row">
        <Link href={`/study/load/${id}?year=${yearId}`} prefetch={false}>
          {name}
        </Link>
      </th>
      <td>
        <Meter value={opened} max={lines} label={`${name}: журналы по строкам плана`} />
      </td>
      <td className={unassigned === 0 ? 'is-empty' : undefined} data-head="без преподавателя">
        {unassigned === 0 ? '–' : <State kind="overdue">{unassigned}</State>}
      </td>
      <td className={differs === 0 ? 'is-empty' : undefined} data-head="не по плану">
        {differs === 0 ? '–' : <State kind="attention">{differs}</State>}
      </td>
      <td className={reviews + loose === 0 ? 'is-empty' : undefined}>
        {reviews + loose === 0 ? (
          '–'
        ) : (
          <Link href={`/study/load/${id}/subgroups`} prefetch={false}>
            {[reviews > 0 && `пересмотреть: ${reviews}`, loose > 0 && `вне подгрупп: ${loose}`]
              .filter(Boolean)
              .join(', ')}
          </Link>
        )}
      </td>
    </tr>
  );
}
