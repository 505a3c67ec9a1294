import Link from 'next/link';
import { EmptyState } from '@/ui/empty-state';
import type { AbsentToday, CuratorToday } from '../today-view';

/** Three numbers, then a row per absent person; an empty table says why it is empty. */
export function AbsentTable({ group }: { group: CuratorToday }) {
  const { absent, lessonsTaken, lessonsTotal } = group;
  const missing = absent.filter(({ hours }) => hours > 0);
  const unexplained = missing.filter(({ explained }) => !explained).length;
  if (lessonsTotal === 0) return <EmptyState title="Сегодня у группы занятий нет." />;
  return (
    <>
      <div className="facts">
        <span>
          <b>{missing.length}</b>нет сегодня
        </span>
        <span className={unexplained > 0 ? 'text-amber' : undefined}>
          <b>{unexplained}</b>без причины
        </span>
        <span>
          <b>{absent.length - missing.length}</b>опоздали
        </span>
        <span className="aside-note">
          отмечено пар: {lessonsTaken} из {lessonsTotal}
        </span>
      </div>
      {absent.length > 0 && (
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">Студент</th>
              <th scope="col">Пары</th>
              <th scope="col" className="num">
                Часов
              </th>
            </tr>
          </thead>
          <tbody>{absent.map(absentRow)}</tbody>
        </table>
      )}
    </>
  );
}

function absentRow(person: AbsentToday) {
  return (
    <tr key={person.studentId}>
      <th scope="row">
        <Link className="plain" href={`/diary/${person.studentId}`} prefetch={false}>
          {person.name}
        </Link>
      </th>
      <td>
        {person.lessons.map(({ classPeriod, symbol, label }) => (
          <span key={classPeriod} className="pair-code">
            <span className="text-text3">{classPeriod}</span>{' '}
            <b className={person.explained || person.hours === 0 ? 'text-text2' : 'text-amber'}>{symbol}</b>
            <span className="sr-only">, {label}; </span>
          </span>
        ))}
      </td>
      <td className="num">{person.hours || '–'}</td>
    </tr>
  );
}
