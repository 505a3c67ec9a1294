import { Segments } from '@/ui/segments';
import type { YearChoice } from '../load-view';

const views = [
  ['', 'Группы'],
  ['/teachers', 'Преподаватели'],
  ['/streams', 'Потоки'],
  ['/orders', 'Приказы'],
] as const;

type View = (typeof views)[number][0];

/** The views of the load, of one year. */
export function LoadNav({ here, choice }: { here: View; choice?: YearChoice }) {
  const query = choice ? `?year=${choice.year.id}` : '';
  return (
    <div className="load-nav">
      <Segments
        label="Вид нагрузки"
        items={views.map(([path, label]) => ({ href: `/study/load${path}${query}`, label, current: path === here }))}
      />
      {choice && (
        <Segments
          label="Учебный год"
          items={choice.years.slice(0, 3).map(({ id, name }) => ({
            ...{ href: `/study/load${here}?year=${id}`, label: name },
            current: id === choice.year.id,
          }))}
        />
      )}
    </div>
  );
}
