import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { enrollmentStatusLabels } from '@/texts/labels';
import { EmptyState } from '@/ui/empty-state';
import type { StayLine } from '../card-view';

/** Groups in which the student has been, by which orders, and what happened meanwhile. */
export function CardHistory({ stays, orders }: { stays: readonly StayLine[]; orders: boolean }) {
  if (stays.length === 0) return <EmptyState title="Ещё не зачислен ни одним приказом." />;
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Группа</th>
          <th scope="col">С какого дня</th>
          <th scope="col">По какой день</th>
          <th scope="col">Отпуск, форма обучения</th>
        </tr>
      </thead>
      <tbody>
        {stays.map((stay) => (
          <tr key={stay.id}>
            <th scope="row">{stay.group}</th>
            <td>
              {fullDate(stay.startsOn)} <ByOrder order={stay.entry} linked={orders} />
            </td>
            <td>
              {stay.endsOn ? fullDate(stay.endsOn) : 'числится'}{' '}
              {stay.exit && <ByOrder order={stay.exit} linked={orders} />}
            </td>
            <td className={stay.statuses.length > 0 ? 'line' : 'is-empty'}>
              {stay.statuses.map(statusWords).join('; ') || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function statusWords({ kind, startsOn, endsOn }: StayLine['statuses'][number]): string {
  return `${enrollmentStatusLabels[kind]} с ${fullDate(startsOn)}${endsOn ? ` по ${fullDate(endsOn)}` : ''}`;
}

function ByOrder({ order, linked }: { order: { id: number; name: string }; linked: boolean }) {
  return (
    <span className="sub">
      {linked ? (
        <Link href={`/study/orders/${order.id}`} prefetch={false}>
          приказ {order.name}
        </Link>
      ) : (
        `приказ ${order.name}`
      )}
    </span>
  );
}
