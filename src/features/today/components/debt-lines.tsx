import Link from 'next/link';
import { shortDate } from '@/texts/format';
import { Section } from '@/ui/section';
import { lessonHref } from '../links';
import type { DebtLine } from '../today-view';

/** Obligatory works that are not handed in, by work: the oldest deadline first. */
export function DebtLines({ debts, total }: { debts: readonly DebtLine[]; total: number }) {
  const dated = debts.some(({ dueOn }) => dueOn !== null);
  return (
    <Section id="debts" title="Долги студентов" note={total > 0 ? `мои дисциплины: ${total}` : 'мои дисциплины'}>
      {debts.length === 0 ? (
        <p className="done-line aside-note">Долгов нет: все обязательные работы сданы.</p>
      ) : (
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">Группа</th>
              <th scope="col">Работа, кто не сдал</th>
              <th scope="col" className="num">
                Точек
              </th>
              {dated && (
                <th scope="col" className="num">
                  Срок сдачи
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {debts.map((debt) => (
              <tr key={debt.assignmentId}>
                <th scope="row" className="nowrap">
                  {debt.group}
                </th>
                <td>
                  <Link className="plain" href={lessonHref(debt)} prefetch={false}>
                    {debt.work}
                  </Link>
                  <span className="sub">{debt.students}</span>
                </td>
                <td className="num">
                  <b className="text-red">{debt.count}</b>
                </td>
                {dated && <td className="num">{debt.dueOn ? shortDate(debt.dueOn) : '–'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
