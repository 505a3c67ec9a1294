import Link from 'next/link';
import { fullDate, longDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import { EmptyState } from '@/ui/empty-state';
import { State } from '@/ui/sign';
import type { CurriculaView, PlanRow } from '../curriculum-view';
import { PlanStateSign } from './plan-page';
import { StartPlan } from './start-plan-button';

/** All study plans by programme and year of entry. */
export function CurriculaPage({ view }: { view: CurriculaView }) {
  return (
    <div className="single-wide">
      <Link href="/study" prefetch={false}>
        ‹ Учебная часть
      </Link>
      <div className="day-head">
        <h1>Учебные планы</h1>
        <span className="text-text2">{counted(view.rows.length, 'план', 'плана', 'планов')}</span>
        {view.mayEnter && view.programmes.length > 0 && (
          <span className="push">
            <StartPlan view={view} />
          </span>
        )}
      </div>
      {view.rows.length === 0 ? (
        <EmptyState title="Планов ещё нет.">
          {view.programmes.length > 0 ? (
            'Начните первый: его можно вставить из Excel целиком.'
          ) : (
            <>
              Сначала введите{' '}
              <Link href="/study/structure" prefetch={false}>
                образовательные программы
              </Link>
              .
            </>
          )}
        </EmptyState>
      ) : (
        <table className="tb tb-cards tb-hover">
          <thead>
            <tr>
              <th scope="col">Программа</th>
              <th scope="col">Набор</th>
              <th scope="col">Состояние</th>
              <th scope="col" className="num">
                Строк
              </th>
              <th scope="col">Проверка</th>
              <th scope="col">Группы</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <PlanLine key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function PlanLine({ row }: { row: PlanRow }) {
  const { id, programme, entryYear, state, approvedOn, lines, errors, groups, order } = row;
  return (
    <tr>
      <th scope="row" className="line">
        <Link href={`/study/curricula/${id}`} prefetch={false}>
          {programme}
        </Link>
      </th>
      <td data-head="набор">{entryYear}</td>
      <td>
        <PlanStateSign state={state} approvedOn={approvedOn} />
        {order && (
          <span className="sub">
            приказ № {order.number} от {fullDate(order.orderedOn)}, срок {longDate(order.dueOn)}
            {order.state === 'overdue' && ', просрочен'}
          </span>
        )}
      </td>
      <td className="num" data-head="строк">
        {lines}
      </td>
      <td>
        {errors === 0 ? (
          <State kind="done">сходится</State>
        ) : (
          <State kind="attention">{counted(errors, 'замечание', 'замечания', 'замечаний')}</State>
        )}
      </td>
      <td className={groups.length === 0 ? 'is-empty' : undefined}>{groups.join(', ') || '–'}</td>
    </tr>
  );
}
