import Link from 'next/link';
import { fullDate } from '@/texts/format';
import { orderKindLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import { Section } from '@/ui/section';
import type { OrderStudent, OrderView } from '../load-order';
import './orders.css';
import { UndoForm } from './undo-form';

/** One order: what it says of each student, and the way to undo it by another one. */
export function OrderPage({ order }: { order: OrderView }) {
  const { id, number, date, kind, subject, students } = order;
  const standing = students.filter(({ undoneBy }) => undoneBy === null);
  return (
    <div className="single">
      <Link href="/study/orders" prefetch={false}>
        ‹ Приказы
      </Link>
      <div className="day-head">
        <h1>
          Приказ № {number} от {fullDate(date)}
        </h1>
        <span className="text-text2">{orderKindLabels[kind]}</span>
      </div>
      <p>{subject}</p>
      <Section id="students" title="Студенты" note={counted(students.length, 'человек', 'человека', 'человек')}>
        {students.length === 0 ? (
          <EmptyState title="Приказ никого не называет.">
            Он внесён без студентов, например при переносе данных.
          </EmptyState>
        ) : (
          <Students students={students} cards={order.seesCards} />
        )}
      </Section>
      {order.mayUndo && (
        <UndoForm
          orderId={id}
          name={`№ ${number} от ${fullDate(date)}`}
          today={order.today}
          students={standing.map(({ studentId, name }) => ({ studentId, name }))}
        />
      )}
    </div>
  );
}

function Students({ students, cards }: { students: readonly OrderStudent[]; cards: boolean }) {
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">Студент</th>
          <th scope="col">По приказу</th>
          <th scope="col">Отменён</th>
        </tr>
      </thead>
      <tbody>
        {students.map(({ studentId, name, what, undoneBy }) => (
          <tr key={studentId} className={undoneBy ? 'order-undone' : undefined}>
            <th scope="row">
              {cards ? (
                <Link href={`/study/people/${studentId}`} prefetch={false}>
                  {name}
                </Link>
              ) : (
                name
              )}
            </th>
            <td className="order-what">{what}</td>
            <td className={undoneBy ? undefined : 'is-empty'}>
              {undoneBy && (
                <Link href={`/study/orders/${undoneBy.id}`} prefetch={false}>
                  {undoneBy.name}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
