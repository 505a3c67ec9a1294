import Link from 'next/link';
import { yearHours } from '@/domain/load/teacher-hours';
import { fullDate, number } from '@/texts/format';
import { counted } from '@/texts/plural';
import { ButtonLink } from '@/ui/button-link';
import { EmptyState } from '@/ui/empty-state';
import { State } from '@/ui/sign';
import type { TeacherRow, TeachersLoad } from '../load-view';
import './load.css';
import { LoadNav } from './load-nav';

/** The load of a year by teacher; a teacher's journals open under the name. */
export function TeachersPage({ view }: { view: TeachersLoad }) {
  return (
    <div className="single-wide">
      <Link href="/study" prefetch={false}>
        ‹ Учебная часть
      </Link>
      <div className="day-head">
        <h1>Нагрузка преподавателей {view.year.name}</h1>
        <span className="text-text2">
          ставка {yearHours.rate} ч в год, больше {number(yearHours.most)} ч не дают
        </span>
        {view.mayPrint && view.teachers.length > 0 && (
          <span className="push small">
            <ButtonLink size="small" href={`/reports/teaching-load?year=${view.year.id}`}>
              Тарификация: печать и XLSX
            </ButtonLink>
          </span>
        )}
      </div>
      <LoadNav here="/teachers" choice={view} />
      {view.teachers.length === 0 ? (
        <EmptyState title="Нагрузка ещё не распределена.">Откройте группу и назначьте преподавателей.</EmptyState>
      ) : (
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">Преподаватель</th>
              <th scope="col" className="num">
                I полугодие, ч
              </th>
              <th scope="col" className="num">
                II полугодие, ч
              </th>
              <th scope="col" className="num">
                За год, ч
              </th>
              <th scope="col" className="num">
                Ставок
              </th>
            </tr>
          </thead>
          <tbody>
            {view.teachers.map((row) => (
              <Row key={row.id} row={row} yearId={view.year.id} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ row: { name, hours, journals }, yearId }: { row: TeacherRow; yearId: number }) {
  const all = hours[1] + hours[2];
  return (
    <tr className={all > yearHours.most ? 'is-bad' : undefined}>
      <th scope="row" className="load-teacher">
        <details>
          <summary>
            {name} <span className="aside-note">{counted(journals.length, 'журнал', 'журнала', 'журналов')}</span>
          </summary>
          <ul>
            {journals.map(({ sectionId, groupId, title, hours: own, stream, until }) => (
              <li key={sectionId}>
                <Link href={`/study/load/${groupId}?year=${yearId}`} prefetch={false}>
                  {title}
                </Link>
                , {number(own)} ч{stream && `, поток «${stream}»`}
                {until && `, до ${fullDate(until)}`}
              </li>
            ))}
          </ul>
        </details>
      </th>
      <td className="num">{number(hours[1])}</td>
      <td className="num">{number(hours[2])}</td>
      <td className="num">
        {all > yearHours.most ? (
          <State kind="overdue" strong>
            {number(all)}
          </State>
        ) : (
          number(all)
        )}
      </td>
      <td className="num">{number(all / yearHours.rate)}</td>
    </tr>
  );
}
