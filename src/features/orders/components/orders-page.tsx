import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { orderKindLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { State } from '@/ui/sign';
import type { OrderFilter, OrderLine, OrdersRegister } from '../load-orders';
import './orders.css';

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
      {register.lines.length === 0 ? (
        <EmptyState title="Приказов не нашлось.">Измените условия поиска.</EmptyState>
      ) : (
        <OrdersTable register={register} />
      )}
      <Pages register={register} filter={filter} />
    </div>
  );
}

function FilterLine({ register, filter }: { register: OrdersRegister; filter: OrderFilter }) {
  return (
    <search>
      <form className="search-line" action="/study/orders">
        <input
          className="input"
          name="q"
          type="search"
          maxLength={100}
          defaultValue={filter.q}
          aria-label="Номер, тема или фамилия"
          placeholder="Номер, тема или фамилия"
        />
        <select className="input" name="kind" aria-label="Вид" defaultValue={filter.kind}>
          <option value="">все виды</option>
          {Object.entries(orderKindLabels).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
        <select className="input" name="year" aria-label="Год" defaultValue={filter.year ?? ''}>
          <option value="">все годы</option>
          {register.years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
        <Button type="submit">Найти</Button>
      </form>
    </search>
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

function Pages({ register, filter }: { register: OrdersRegister; filter: OrderFilter }) {
  if (register.pages < 2) return null;
  const { q, kind, year } = filter;
  const to = (page: number) =>
    `/study/orders?${new URLSearchParams({ q, kind, year: String(year ?? ''), page: String(page) })}`;
  return (
    <nav className="search-line" aria-label="Страницы">
      {register.page > 1 && <ButtonLink href={to(register.page - 1)}>Назад</ButtonLink>}
      <span>
        Страница {register.page} из {register.pages}
      </span>
      {register.page < register.pages && <ButtonLink href={to(register.page + 1)}>Дальше</ButtonLink>}
    </nav>
  );
}
