import Link from 'next/link';
import type { ReactNode } from 'react';
import type { OrderDue } from '@/domain/load/order-due';
import { fullDate } from '@/texts/format';
import { EmptyState } from '@/ui/empty-state';
import { type SignKind, State } from '@/ui/sign';
import type { OrderRow, OrdersView } from '../load-orders';
import { EnterOrder, RegisterOrder } from './order-buttons';

const kinds = { curriculum: 'учебный план', load: 'нагрузка', timetable: 'расписание' } as const;
const states: Readonly<Record<OrderDue, readonly [SignKind, string]>> = {
  inTime: ['done', 'внесён в срок'],
  late: ['attention', 'внесён с опозданием'],
  waiting: ['ahead', 'внести до'],
  overdue: ['overdue', 'просрочен, надо было до'],
};

/** Orders that change plans, load and timetable, each with its three days. */
export function OrdersPage({ view, nav }: { view: OrdersView; nav: ReactNode }) {
  return (
    <div className="single-wide">
      <Link href="/study" prefetch={false}>
        ‹ Учебная часть
      </Link>
      <div className="day-head">
        <h1>Приказы о планах, нагрузке и расписании</h1>
        {view.mayEnter && (
          <span className="push">
            <RegisterOrder today={view.today} />
          </span>
        )}
      </div>
      {nav}
      {view.rows.length === 0 ? (
        <EmptyState title="Приказов ещё нет.">Приказ вносят за три дня: отметьте его, когда он вышел.</EmptyState>
      ) : (
        <table className="tb tb-cards">
          <thead>
            <tr>
              <th scope="col">Приказ</th>
              <th scope="col">О чём</th>
              <th scope="col">Что меняет</th>
              <th scope="col">Состояние</th>
              <th scope="col">
                <span className="sr-only">Действие</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <OrderLine key={row.id} row={row} mayEnter={view.mayEnter} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function OrderLine({ row, mayEnter }: { row: OrderRow; mayEnter: boolean }) {
  const { id, number, orderedOn, about, kind, plan, state, dueOn, enteredOn, enteredBy } = row;
  const [sign, words] = states[state];
  return (
    <tr className={state === 'overdue' ? 'is-bad' : undefined}>
      <th scope="row">
        № {number} от {fullDate(orderedOn)}
      </th>
      <td className="line">{about}</td>
      <td>
        {plan ? (
          <Link href={`/study/curricula/${plan.id}`} prefetch={false}>
            {plan.name}
          </Link>
        ) : (
          kinds[kind]
        )}
      </td>
      <td>
        <State kind={sign} strong={state === 'overdue'}>
          {words}
          {enteredOn === null ? ` ${fullDate(dueOn)}` : `, ${fullDate(enteredOn)}`}
        </State>
        {enteredBy && <span className="sub">{enteredBy}</span>}
      </td>
      <td className="act">{mayEnter && enteredOn === null && kind !== 'curriculum' && <EnterOrder orderId={id} />}</td>
    </tr>
  );
}
