import Link from 'next/link';
import type { ReactNode } from 'react';
import { fullDate, longDate } from '@/texts/format';
import { enrollmentStatusLabels } from '@/texts/labels';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { PrintButton } from '@/ui/print-button';
import { Section } from '@/ui/section';
import type { GroupRoll, RollLine, RollMove } from '../load-group-roll';
import { DayForm } from './day-form';

type Props = {
  roll: GroupRoll;
  today: string;
  /** What the curator has told of the list, and the form for telling. */
  mismatches: ReactNode;
};

/** The list of a group on any day, who came and went around it, what does not agree (R-032, R-033, R-038). */
export function GroupRollPage({ roll, today, mismatches }: Props) {
  const { groupId, group, date, lines, moves, abilities } = roll;
  return (
    <div className="single-wide">
      <Link href="/study/groups" prefetch={false} className="no-print">
        ‹ Списки групп
      </Link>
      <div className="day-head">
        <h1>{group}</h1>
        <span className="text-text2">
          список на {longDate(date)}: {counted(lines.length, 'студент', 'студента', 'студентов')}
        </span>
        <span className="push no-print">
          {abilities.orders && (
            <ButtonLink href={`/study/orders/new?kind=expulsion&group=${groupId}`}>Приказ по группе</ButtonLink>
          )}{' '}
          <PrintButton />
        </span>
      </div>
      <DayForm action={`/study/groups/${groupId}`} date={date} today={today} />
      {lines.length === 0 ? (
        <EmptyState title="В этот день в группе никого не было.">Выберите другую дату.</EmptyState>
      ) : (
        <RollTable lines={lines} cards={abilities.cards} orders={abilities.orders} />
      )}
      {mismatches}
      {moves.length > 0 && (
        <Section id="moves" title="Движение" note="полгода до этого дня и полгода после">
          <Moves moves={moves} />
        </Section>
      )}
    </div>
  );
}

function RollTable({ lines, cards, orders }: { lines: readonly RollLine[]; cards: boolean; orders: boolean }) {
  return (
    <table className="tb tb-cards tb-hover">
      <thead>
        <tr>
          <th scope="col" className="num">
            №
          </th>
          <th scope="col">ФИО</th>
          {cards && <th scope="col">Дата рождения</th>}
          <th scope="col">Зачётная книжка</th>
          <th scope="col">В группе с</th>
          <th scope="col">Приказ</th>
          <th scope="col">Состояние</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, place) => (
          <tr key={line.studentId}>
            <td className="num">{place + 1}</td>
            <th scope="row">
              {cards ? (
                <Link href={`/study/people/${line.studentId}`} prefetch={false}>
                  {line.name}
                </Link>
              ) : (
                line.name
              )}
            </th>
            {cards && <td data-head="родился">{line.birthDate ? fullDate(line.birthDate) : '–'}</td>}
            <td data-head="зачётка">{line.recordNumber ?? '–'}</td>
            <td data-head="с">{fullDate(line.startsOn)}</td>
            <td>
              <EntryOrder order={line.order} linked={orders} />
            </td>
            <td>{stateOf(line) || <span className="text-text3">–</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EntryOrder({ order, linked }: { order: RollLine['order']; linked: boolean }) {
  const words = `№ ${order.number} от ${fullDate(order.date)}`;
  return linked ? (
    <Link href={`/study/orders/${order.id}`} prefetch={false}>
      {words}
    </Link>
  ) : (
    words
  );
}

/** «академический отпуск по 14.10.2027», «выбывает после 28.12.2026» */
function stateOf({ status, endsOn }: RollLine): string {
  const parts = [
    status && `${enrollmentStatusLabels[status.kind]}${status.endsOn ? ` по ${fullDate(status.endsOn)}` : ''}`,
    endsOn && `последний день ${fullDate(endsOn)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

function Moves({ moves }: { moves: readonly RollMove[] }) {
  return (
    <table className="tb tb-cards">
      <thead>
        <tr>
          <th scope="col">День</th>
          <th scope="col">Студент</th>
          <th scope="col">Что</th>
          <th scope="col">Приказ</th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ studentId, on, name, came, order }) => (
          <tr key={`${studentId} ${on} ${came}`}>
            <td>{fullDate(on)}</td>
            <th scope="row">{name}</th>
            <td>{came ? 'пришёл в группу' : 'выбыл из группы'}</td>
            <td>{order || '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
