import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { orderKindLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { PageTurner } from '@/ui/page-turner';
import { Choice, SearchLine } from '@/ui/search-line';
import { State } from '@/ui/sign';
import type { OrderFilter, OrderLine, OrdersRegister } from '../load-orders';
import './orders.css';

const kinds = [['', 'все виды'], ...Object.entries(orderKindLabels)] as const;

/** The register of orders on the contingent: newest first, found by number, subject and surname. */
export function OrdersPage({ register, filter }: { register: OrdersRegister; filter: OrderFilter }) {
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Приказы по контингенту</h1>
        <span className="text-text2">{counted(register.total, 'приказ', 'приказа', 'приказов')}</span>
        {register.mayEnter && (
          <span className="push">
            <ButtonLink look="main" href="/study/orders/new">
              Ввести приказ
            </ButtonLink>
          </span>
        )}
      </div>
      <FilterLine register={register} filter={filter} />
      {register.lines.length === 0 ? <NoOrders filter={filter} /> : <OrdersTable register={register} />}
      <PageTurner path="/study/orders" filter={filter} page={register.page} pages={register.pages} />
    </div>
  );
}

/** Nothing was found, or nothing has been entered yet. */
function NoOrders({ filter: { q, kind, year } }: { filter: OrderFilter }) {
  if (q || kind || year) return <EmptyState title="Приказов не нашлось.">Измените условия поиска.</EmptyState>;
  return <EmptyState title="Приказов ещё нет.">Студентов зачисляет первый приказ или загрузка списка.</EmptyState>;
}

function FilterLine({ register, filter }: { register: OrdersRegister; filter: OrderFilter }) {
  const years = register.years.map((year) => [year, String(year)] as const);
  return (
    <SearchLine action="/study/orders" by="Номер, тема или фамилия" query={filter.q}>
      <Choice name="kind" label="Вид" value={filter.kind} options={kinds} />
      <Choice name="year" label="Год" value={filter.year ?? ''} options={[['', 'все годы'], ...years]} />
    </SearchLine>
  );
}

function OrdersTable({ register: { lines, today } }: { register: OrdersRegister }) {
  return (
    <table className="tb tb-cards tb-hover">
      <thead>
        <tr>
          <th scope="col">Приказ</th>
          <th scope="col">Вид</th>
          <th scope="col">О чём</th>
          <th scope="col">Действует с</th>
          <th scope="col" className="num">
            Студентов
          </th>
          <th scope="col">Состояние</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((order) => (
          <tr key={order.id}>
            <th scope="row">
              <Link href={`/study/orders/${order.id}`} prefetch={false}>
                № {order.number} от {fullDate(order.date)}
              </Link>
            </th>
            <td>{orderKindLabels[order.kind]}</td>
            <td className="line">{order.subject}</td>
            <td data-head="действует с">{order.effectiveOn ? fullDate(order.effectiveOn) : '–'}</td>
            <td data-head="студентов" className="num">
              {order.students}
            </td>
            <td>
              <OrderState order={order} today={today} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OrderState({ order, today }: { order: OrderLine; today: string }) {
  if (order.undone > 0) {
    return <State kind="attention">{order.undone < order.students ? `отменён для ${order.undone}` : 'отменён'}</State>;
  }
  if (order.effectiveOn && order.effectiveOn > today) return <State kind="ahead">вступит в силу</State>;
  return <State kind="done">действует</State>;
}
